using System.Text.Json;
using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>Counts of data by symbol, as statuses and summaries have them.</summary>
internal static class DataJson
{
    /// <summary>Writes a member a symbol into the object under way.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="data">Counts.</param>
    /// <param name="whole">Whether what only summaries have is written too.</param>
    /// <param name="isLive">Whether what only statuses of live runs have is written too.</param>
    public static void WriteMembers(Utf8JsonWriter json, IReadOnlyList<SymbolDataStatus> data, bool whole = false, bool isLive = false)
    {
        foreach (var d in data)
        {
            json.WriteStartObject(d.Symbol);
            json.WriteNumber("bars", d.Bars);
            json.WriteNumber("gaps", d.Gaps);
            json.WriteNumber("duplicates", d.Duplicates);
            json.WriteNumber("rejected", d.Rejected);
            if (whole)
            {
                json.WriteNumber("crossed", d.Crossed);
                json.WriteNumber("outside_hours", d.OutsideHours);
            }

            if (isLive) json.WriteDecimal("stale_s", d.StaleS, 1);
            json.WriteEndObject();
        }
    }
}
