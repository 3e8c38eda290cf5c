using System.Text.Json;
using System.Text.Json.Serialization;
using Axfl.Contracts;
using Axfl.Research.Keys;

namespace Axfl.Research.Store;

/// <summary>Metrics and what else stands as JSON in a store: numbers shortest round trip, null where undefined.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(TrialMetrics))]
[JsonSerializable(typeof(SweepTrial))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(SourcesOfDataset))]
[JsonSerializable(typeof(WalkForwardReport))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class StoreJson : JsonSerializerContext
{
    /// <summary>Metrics as they are stored, and compared.</summary>
    public static string Of(TrialMetrics metrics) => JsonSerializer.Serialize(metrics, Default.TrialMetrics);

    /// <summary>A walk-forward, the values of its parameters as those of trials are.</summary>
    public static string Of(WalkForwardReport report) => JsonSerializer.Serialize(report with { Windows = [.. report.Windows.Select(Plain)] }, Default.WalkForwardReport);

    /// <summary>A stored walk-forward.</summary>
    public static WalkForwardReport WalkForward(string json) => JsonSerializer.Deserialize(json, Default.WalkForwardReport)!;

    /// <summary>A trial with these metrics and nothing else.</summary>
    public static SweepTrial Trial(TrialMetrics metrics) => JsonSerializer.Deserialize(Of(metrics), Default.SweepTrial)!;

    /// <summary>Stored metrics.</summary>
    public static TrialMetrics Metrics(string json) => JsonSerializer.Deserialize(json, Default.TrialMetrics)!;

    private static WalkForwardWindow Plain(WalkForwardWindow window) =>
        window with { Parameters = window.Parameters.ToDictionary(static p => p.Key, static p => (object?)JsonSerializer.Deserialize(CanonicalJson.Write(p.Value), Default.JsonElement), StringComparer.Ordinal) };
}

/// <summary>What was read of a data set: where from, and on which days it has traded bars.</summary>
/// <param name="Read">Files, or the generator.</param>
/// <param name="Days">Runs of consecutive trading days: first day and number, one after the other.</param>
internal sealed record SourcesOfDataset(IReadOnlyList<string> Read, IReadOnlyList<int> Days)
{
    /// <summary>A byte a bar; null: not kept.</summary>
    public byte[]? Fingerprint { get; init; }

    /// <summary>Of a list of days, ascending.</summary>
    public static SourcesOfDataset Of(IReadOnlyList<string> read, IReadOnlyList<int> days)
    {
        var runs = new List<int>();
        for (var i = 0; i < days.Count; i++)
        {
            if (i > 0 && days[i] == days[i - 1] + 1) runs[^1]++;
            else runs.AddRange([days[i], 1]);
        }

        return new(read, runs);
    }

    /// <summary>The days, one by one.</summary>
    public IEnumerable<int> AllDays()
    {
        for (var i = 0; i + 1 < Days.Count; i += 2)
            for (var day = 0; day < Days[i + 1]; day++) yield return Days[i] + day;
    }
}
