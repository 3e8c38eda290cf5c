using System.Text.Json;
using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>Counts of data by symbol, as summaries have them.</summary>
internal static class DataJson
{
    /// <summary>Writes a member a symbol into the object under way.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="data">Counts.</param>
    public static void WriteMembers(Utf8JsonWriter json, IReadOnlyList<SymbolDataStatus> data)
    {
        foreach (var d in data)
        {
            json.WriteStartObject(d.Symbol);
            json.WriteNumber("bars", d.Bars);
            json.WriteNumber("gaps", d.Gaps);
            json.WriteNumber("duplicates", d.Duplicates);
            json.WriteNumber("rejected", d.Rejected);
            json.WriteNumber("crossed", d.Crossed ?? 0);
            json.WriteNumber("outside_hours", d.OutsideHours ?? 0);
            json.WriteEndObject();
        }
    }
}
