using System.Text.Json;
using System.Text.Json.Serialization;
using Axfl.Contracts;

namespace Axfl.Research.Store;

/// <summary>Metrics and what else stands as JSON in a store: numbers shortest round trip, null where undefined.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(TrialMetrics))]
[JsonSerializable(typeof(SweepTrial))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(SourcesOfDataset))]
internal sealed partial class StoreJson : JsonSerializerContext
{
    /// <summary>Metrics as they are stored, and compared.</summary>
    public static string Of(TrialMetrics metrics) => JsonSerializer.Serialize(metrics, Default.TrialMetrics);

    /// <summary>A trial with these metrics and nothing else.</summary>
    public static SweepTrial Trial(TrialMetrics metrics) => JsonSerializer.Deserialize(Of(metrics), Default.SweepTrial)!;

    /// <summary>Stored metrics.</summary>
    public static TrialMetrics Metrics(string json) => JsonSerializer.Deserialize(json, Default.TrialMetrics)!;
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
