using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>What the summary of a run says its files have.</summary>
/// <param name="IsWhole">Whether its files were written to their end: it ended or was stopped. Of a run that failed the last lines may be missing; it is reported as one that failed.</param>
/// <param name="Metrics">Of its trades.</param>
/// <param name="LedgerHash">Likewise.</param>
/// <param name="Decisions">Its decisions by <c>stage:result</c>; null: an older version, which did not count them.</param>
internal sealed record EndedRun(bool IsWhole, PortfolioMetrics Metrics, string LedgerHash, IReadOnlyDictionary<string, int>? Decisions)
{
    /// <summary>Number of its decisions; null likewise.</summary>
    public long? DecisionCount => Decisions?.Values.Sum(static count => (long)count);

    /// <summary>Whether it still is what the run ended as: one that is resumed meanwhile has no summary any more, or ends with more.</summary>
    /// <param name="directory">Run directory.</param>
    public bool IsStill(string directory) => Of(directory) is { IsWhole: true } still && still.LedgerHash == LedgerHash && still.Metrics.Trades == Metrics.Trades && still.DecisionCount == DecisionCount;

    /// <summary>Reads it; null: the run has none, or none that can be read, which whoever reads the summary is told.</summary>
    /// <param name="directory">Run directory.</param>
    public static EndedRun? Of(string directory)
    {
        if (!File.Exists(Path.Combine(directory, RunFiles.Summary))) return null;
        try
        {
            var summary = SummaryFiles.Read(directory, out var countsDecisions);
            return new(summary.State is RunStates.Ended or RunStates.Stopped, summary.Metrics, summary.LedgerHash, countsDecisions ? summary.Decisions : null);
        }
        catch (AxflException e) when (e.ErrorId == "SummaryInvalid")
        {
            return null;
        }
    }
}
