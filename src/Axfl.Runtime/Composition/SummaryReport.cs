using Axfl.Contracts;
using Axfl.Engine;

namespace Axfl.Runtime;

/// <summary>Makes the summary of a run and writes it.</summary>
/// <param name="Run">The effective plan; its engine plan has the run's start.</param>
/// <param name="Mode"><c>replay</c> or <c>ws</c>.</param>
/// <param name="Source">Name of the source.</param>
/// <param name="Directory">Run directory.</param>
internal sealed record SummaryReport(RunPlan Run, string Mode, string Source, RunDirectory Directory)
{
    /// <summary>Makes it and writes it down.</summary>
    /// <param name="engine">The engine at its end.</param>
    /// <param name="recorder">What it did.</param>
    /// <param name="traded">When it could trade.</param>
    /// <param name="data">Counts of data.</param>
    /// <param name="until">End, exclusive, unix ms.</param>
    /// <param name="interrupted">Whether it was stopped before its end.</param>
    /// <param name="elapsed">Wall clock.</param>
    public RunSummary Write(
        PortfolioEngine engine, RunRecorder recorder, TradedTimes traded, IReadOnlyList<SymbolDataStatus> data, long until, bool interrupted, TimeSpan elapsed)
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
            Symbols = [.. plan.Symbols.Select(s => s.Instrument.Symbol)],
            Metrics = Metrics.Compute(recorder.Trades, plan.Account.StartingEquity,
                new RunBars(traded.Days, recorder.TradeDays, traded.Count, plan.Interval)),
            Decisions = recorder.DecisionCounts,
            Data = data,
            OpenPositions = engine.View().Positions.Count,
            LedgerHash = recorder.LedgerHash,
            Version = AxflRuntime.ProductVersion,
            Interrupted = interrupted,
            WallSeconds = elapsed.TotalSeconds,
        };
        SummaryJson.Write(Directory.FileOf(RunFiles.Summary), summary);
        return summary;
    }
}
