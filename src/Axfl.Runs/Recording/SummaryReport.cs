using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Engine;
using Axfl.Runs.Files;
using Axfl.Runs.Metrics;

namespace Axfl.Runs.Recording;

/// <summary>Makes the summary of a run and writes it.</summary>
/// <param name="Run">The effective plan; its engine plan has the run's start.</param>
/// <param name="Mode"><c>replay</c> or <c>ws</c>.</param>
/// <param name="Source">Name of the source.</param>
/// <param name="Directory">Run directory.</param>
internal sealed record SummaryReport(RunPlan Run, string Mode, string Source, RunDirectory Directory)
{
    /// <summary>Makes it and writes it down.</summary>
    /// <param name="engine">The engine at its end; null: the run failed before there was one.</param>
    /// <param name="recorder">What it did; null likewise.</param>
    /// <param name="traded">When it could trade.</param>
    /// <param name="data">Counts of data.</param>
    /// <param name="until">End, exclusive, unix ms.</param>
    /// <param name="end">How it ended.</param>
    /// <param name="elapsed">Wall clock.</param>
    /// <param name="gaps">The largest gaps.</param>
    /// <param name="warnings">What people were told of the data; what the recorder was told of news and blackouts follows.</param>
    public RunSummary Write(
        PortfolioEngine? engine, RunRecorder? recorder, TradedTimes traded, IReadOnlyList<SymbolDataStatus> data, long until, RunEnd end, TimeSpan elapsed,
        IReadOnlyList<RunGap>? gaps = null, IReadOnlyList<string>? warnings = null)
    {
        var plan = Run.Engine;
        var summary = new RunSummary
        {
            Run = Directory.RunId,
            Profile = Run.Profile,
            Mode = Mode,
            Source = Source,
            Interval = plan.Interval.ToString(),
            Since = EventTime.ToDateTime(plan.Since),
            Until = EventTime.ToDateTime(until),
            TradedSince = traded.First is { } first ? EventTime.ToDateTime(first) : null,
            TradedUntil = traded.First is null ? null : EventTime.ToDateTime(traded.Last + plan.Interval.Milliseconds),
            Symbols = [.. plan.Symbols.Select(s => s.Instrument.Symbol)],
            Metrics = TradeMetrics.Compute(recorder?.Trades ?? [], plan.Account.StartingEquity,
                new RunBars(traded.Days, recorder?.TradeDays ?? [], traded.Count, plan.Interval)),
            Decisions = recorder?.DecisionCounts ?? new Dictionary<string, int>(),
            Data = data,
            OutsideHours = OutsideHours(data),
            LargestGaps = gaps ?? [],
            Warnings = [.. warnings ?? [], .. recorder?.GuardWarnings ?? []],
            OpenPositions = engine?.View().Positions.Count ?? 0,
            LedgerHash = recorder?.LedgerHash ?? "",
            Version = Product.Version,
            Interrupted = end.Interrupted,
            State = end.State,
            Error = end.Error,
            WallSeconds = elapsed.TotalSeconds,
        };
        SummaryJson.Write(Directory.FileOf(RunFiles.Summary), summary);
        return summary;
    }

    private static long OutsideHours(IReadOnlyList<SymbolDataStatus> data)
    {
        var sum = 0L;
        foreach (var symbol in data) sum += symbol.OutsideHours ?? 0;
        return sum;
    }
}

/// <summary>How a run ended.</summary>
/// <param name="State">ended, stopped or failed.</param>
/// <param name="Error">What stopped a failed run; of one that ended in order, what it could not do besides; null: nothing.</param>
/// <param name="Interrupted">Whether it did not come to the end of what it had to do.</param>
internal sealed record RunEnd(string State, string? Error, bool Interrupted)
{
    /// <summary>A replay that went through, or was asked to stop.</summary>
    public static RunEnd OfReplay(bool stopped) => new(stopped ? RunStates.Stopped : RunStates.Ended, null, stopped);

    /// <summary>An error ended it.</summary>
    public static RunEnd Failed(string error) => new(RunStates.Failed, error, true);
}
