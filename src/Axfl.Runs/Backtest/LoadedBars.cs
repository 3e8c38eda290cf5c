using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Data.Simulated;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Runs.Metrics;
using Axfl.Runs.Recording;

namespace Axfl.Runs.Backtest;

/// <summary>The bars of a replay in memory, read and checked once, for any number of runs at the same time.</summary>
/// <param name="Run">The effective plan; its engine plan has the run's start.</param>
/// <param name="Bars">Bars of each symbol in plan order, those of the warm-up included.</param>
/// <param name="From">First bar read (warm-up), unix ms, inclusive.</param>
/// <param name="Until">End, unix ms, exclusive; long.MaxValue: the end of the data.</param>
/// <param name="Source">Name of the source.</param>
/// <param name="Notices">What was read, and warnings.</param>
public sealed record LoadedBars(
    RunPlan Run, IReadOnlyList<SharedBars> Bars, long From, long Until, string Source, IReadOnlyList<NoticeEvent> Notices)
{
    /// <summary>Reads what a replay of the plan would read.</summary>
    /// <param name="request">Period and what the command line says of the data.</param>
    /// <param name="run">The effective plan.</param>
    /// <param name="progress">Share that was read, 0 to 1.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="AxflException">The period or the data are wrong, or there are no bars: as a replay says it.</exception>
    public static LoadedBars Read(RunRequest request, RunPlan run, IProgress<double>? progress, CancellationToken cancellation)
    {
        var plan = ReplayPlan.Prepare(request, run);
        var readers = new List<IBarReader>();
        try
        {
            var bars = new SharedBars[plan.Run.Engine.Symbols.Count];
            for (var i = 0; i < bars.Length; i++)
            {
                readers.Add(plan.Source.Open(i, plan.From, plan.Until));
                bars[i] = All(readers[i], () => progress?.Report(plan.Source.Progress), cancellation);
            }

            if (bars.All(b => b.Count == 0)) throw plan.NoBars(readers);
            var loaded = new LoadedBars(plan.Run, bars, plan.From, plan.Until, plan.Source.Name, []);
            var coverage = loaded.CoverageWarnings([.. readers.Select((r, i) => plan.StatusOf(i, r.Counts))], plan.Source is not SimulatedSource);
            return loaded with { Notices = [.. plan.Notices, .. plan.FileWarnings(readers), .. coverage] };
        }
        finally
        {
            foreach (var reader in readers) reader.Dispose();
        }
    }

    /// <summary>End of the period, unix ms, exclusive; where it is open, that of the last bar.</summary>
    public long End => Until != long.MaxValue ? Until : Bars.Max(static b => b.Count == 0 ? long.MinValue : b.Bars[^1].Time) + Run.Engine.Interval.Milliseconds;

    /// <summary>When a run over these bars can trade: what daily R, ratios and exposure are measured over.</summary>
    /// <remarks>The same for all plans of the same symbols, interval, start and trading day.</remarks>
    public RunBars TradedTimes() => TradedTimesOf(Run.Engine, Bars);

    private IEnumerable<NoticeEvent> CoverageWarnings(IReadOnlyList<SymbolDataStatus> data, bool areReal)
    {
        var coverage = new BarCoverage(Run.Engine);
        for (var i = 0; i < Bars.Count; i++) coverage.Take(i, Bars[i]);
        return coverage.Warnings(End, data, areReal);
    }

    /// <summary>The same of any bars in plan order.</summary>
    internal static RunBars TradedTimesOf(EnginePlan plan, IReadOnlyList<SharedBars> bars)
    {
        var (times, coverage) = (new TradedTimes(plan), new BarCoverage(plan));
        using var steps = new StepMerger([.. bars.Select((b, i) => new MemoryReader(b, i))]);
        while (steps.MoveNext())
        {
            _ = coverage.Take(steps.Step, out var isMarketOpen);
            _ = times.Take(steps.Step[0].Bar.Time, isMarketOpen);
        }

        return new RunBars(times.Days, [], times.Count, plan.Interval);
    }

    private static SharedBars All(IBarReader reader, Action report, CancellationToken cancellation)
    {
        var all = new SharedBarsBuilder();
        var block = new StepBar[IBarReader.BlockBars];
        while (reader.Read(ref block) is > 0 and var count)
        {
            cancellation.ThrowIfCancellationRequested();
            all.Add(block.AsSpan(0, count));
            report();
        }

        return all.Build();
    }
}
