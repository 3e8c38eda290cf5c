using System.Text.Json;
using Axfl.Reports.Reading;
using Axfl.Runs.Files;

namespace Axfl.Reports.Content;

/// <summary>What only live runs have.</summary>
internal static class LiveJson
{
    /// <summary>Writes the member <c>live</c>.</summary>
    public static void Write(RunRecord run, Utf8JsonWriter json)
    {
        if (run.Live is not { } live)
        {
            json.WriteNull("live");
            return;
        }

        json.WriteStartObject("live");
        json.WriteDecimal("connected", live.Connected, 6);
        json.WriteStartArray("stale");
        foreach (var instrument in run.Instruments) json.WriteDecimalValue(live.StaleShare(instrument.Symbol), 6);
        json.WriteEndArray();
        json.WriteNumber("repairs", live.Repairs);
        json.WriteNumber("missed", live.Missed);
        json.WriteNumber("late", live.Late);
        json.WriteNumber("rejected", live.Rejected);
        json.WriteDecimal("p50_ms", run.LastStatus?.Ws.LatencyP50Ms, 3);
        json.WriteDecimal("p99_ms", run.LastStatus?.Ws.LatencyP99Ms, 3);
        json.WriteNumber("starts", 1);
        json.WriteNumber("resumes", live.Resumes.Count);
        json.WriteEndObject();
    }
}
