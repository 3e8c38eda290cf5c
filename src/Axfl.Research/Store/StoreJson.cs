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
    /// <param name="json">Its text.</param>
    /// <param name="sweep">The sweep it is of.</param>
    /// <exception cref="FormatException">It lacks what every one has, or is of another sweep.</exception>
    public static WalkForwardReport WalkForward(string json, string sweep)
    {
        var report = RowDamage.Needed(JsonSerializer.Deserialize(json, Default.WalkForwardReport), "report");
        if (report.Sweep != sweep) throw new FormatException($"its report is of sweep '{report.Sweep}'");
        _ = (RowDamage.Needed(report.Choose, "choose"), RowDamage.Needed(report.Text, "text"), RowDamage.Needed(report.Undefined, "undefined"));
        if (RowDamage.Needed(report.Moves, "moves").Any(static m => m?.Axis is null)) throw new FormatException("one of its moves is of no axis");
        foreach (var window in RowDamage.Needed(report.Windows, "windows"))
        {
            if (window?.Parameters is null || window.TrainUntil == default || window.TrainSince > window.TrainUntil || window.TestSince >= window.TestUntil) throw new FormatException("one of its windows has no period or no parameters");
            if (!double.IsFinite(window.TestTotalR)) throw new FormatException("the R of one of its windows is not finite");
        }

        // Reports of earlier versions have none.
        return report.Warnings is null ? report with { Warnings = [] } : report;
    }

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

    private const int FirstDay = -719_162, LastDay = 2_932_896;

    /// <summary>The days, one by one.</summary>
    /// <exception cref="FormatException">They are not runs of days, each behind the one before.</exception>
    public IEnumerable<int> AllDays()
    {
        if (RowDamage.Needed(Days, "days").Count % 2 != 0) throw new FormatException("a run of its days has no length");
        long next = FirstDay;
        for (var i = 0; i < Days.Count; i += 2)
        {
            if (Days[i] < next || Days[i + 1] < 1 || Days[i] + (long)Days[i + 1] > LastDay + 1L) throw new FormatException("its days are not in order, or not days");
            for (var day = 0; day < Days[i + 1]; day++) yield return Days[i] + day;
            next = Days[i] + Days[i + 1];
        }
    }
}
