using System.Text.Json;
using Axfl.Contracts;
using Axfl.Data.Disk;
using Axfl.Runs.Metrics;

namespace Axfl.Runs.Files;

/// <summary>Reads the summary of a run directory; made from its trades when the run has not ended.</summary>
public static class SummaryFiles
{
    /// <summary>The summary.</summary>
    /// <exception cref="AxflException">The directory is no run's, or a file is damaged.</exception>
    public static RunSummary Read(string directory) => Read(directory, out _);

    /// <summary>The summary, and whether it counts the decisions: those of older versions do not.</summary>
    internal static RunSummary Read(string directory, out bool countsDecisions)
    {
        countsDecisions = false;
        var path = Path.Combine(directory, RunFiles.Summary);
        if (!File.Exists(path)) return OfTrades(directory);
        try
        {
            return Read(InputErrors.Guard(path, () => RegularFile.ReadAll(path, RunFiles.MostBytes)), out countsDecisions);
        }
        catch (Exception e) when (JsonReading.IsDamage(e))
        {
            throw new AxflException("SummaryInvalid", ErrorKind.Data, $"{path} is damaged: {e.Message}", e) { Target = path, RecommendedAction = RunErrors.Restore };
        }
    }

    private static RunSummary OfTrades(string directory)
    {
        var status = StatusFiles.Last(directory);
        Trade[] trades = [.. TradesCsv.Read(Path.Combine(directory, RunFiles.Trades))];
        return new RunSummary
        {
            Run = status.Run,
            Mode = status.Mode,
            Source = status.Source,
            Interval = status.Interval,
            Since = status.Since,
            Until = status.Now,
            Symbols = status.Symbols,
            Metrics = TradeMetrics.Compute(trades, status.Total.Equity - status.Total.Pnl, null),
            Data = status.Data,
            OpenPositions = status.Positions.Count,
            LedgerHash = status.LedgerHash,
            Version = Product.Version,
            Interrupted = true,
        };
    }

    // One flat object holds what tells of the run, its metrics, and the splits of its ledger.
    private static RunSummary Read(byte[] json, out bool countsDecisions)
    {
        var run = JsonReading.Read<RunSummary>(json);
        countsDecisions = JsonReading.Read<IReadOnlyDictionary<string, JsonElement>>(json).ContainsKey("decisions");
        if (run.State is not (null or RunStates.Ended or RunStates.Stopped or RunStates.Failed)) throw new FormatException($"a run does not end in the state '{run.State}'");
        return run with
        {
            // Summaries of older versions tell only whether the run was stopped, and have no gaps and warnings.
            State = run.State ?? (run.Interrupted ? RunStates.Stopped : RunStates.Ended),
            Symbols = JsonReading.Items(run.Symbols),
            Decisions = run.Decisions ?? new Dictionary<string, int>(),
            Data = run.Data ?? [],
            LargestGaps = JsonReading.Items(run.LargestGaps),
            Warnings = JsonReading.Items(run.Warnings),
            Metrics = JsonReading.Read<PortfolioMetrics>(json) with { Run = "", Breakdown = [.. Splits(JsonReading.Read<IReadOnlyDictionary<string, JsonElement>>(json))] },
        };
    }

    private static IEnumerable<MetricsBreakdown> Splits(IReadOnlyDictionary<string, JsonElement> members) =>
        from member in members
        where member.Key.StartsWith("by_", StringComparison.Ordinal)
        from row in JsonReading.Read<IReadOnlyDictionary<string, BreakdownRow>>(member.Value)
        select row.Value.Of(member.Key[3..], row.Key);
}

/// <summary>A row of a split ledger in the file; see <see cref="MetricsBreakdown"/>.</summary>
internal readonly record struct BreakdownRow(int Trades, int Wins, int Losses, double TotalR, double Pnl)
{
    /// <summary>With the split and the value it is of.</summary>
    public MetricsBreakdown Of(string by, string key) => new(by, key, Trades, Wins, Losses, TotalR, Pnl);
}
