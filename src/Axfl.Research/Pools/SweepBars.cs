using System.Collections.Concurrent;
using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Sessions;
using Axfl.Research.Keys;
using Axfl.Research.Store;
using Axfl.Research.Sweeps;
using Axfl.Runs.Backtest;
using Axfl.Runs.Metrics;

namespace Axfl.Research.Pools;

/// <summary>The bars of a sweep: read and checked once, shared by all trials.</summary>
internal sealed class SweepBars
{
    private readonly ConcurrentDictionary<int, Lazy<IReadOnlyList<SharedBars>>> _byWarmup = new();

    private SweepBars(LoadedBars bars, DateTime madeAt)
    {
        Loaded = bars;
        Times = bars.TradedTimes();
        var symbols = bars.Run.Engine.Symbols.Select(s => s.Instrument.Symbol).ToArray();
        Dataset = new DatasetRow(
            DatasetKey.Of(Since, bars.Run.Engine.TradingDay, symbols, bars.Bars), symbols, bars.Run.Engine.Interval.ToString(), EventTime.ToDateTime(Since), EventTime.ToDateTime(bars.End),
            bars.Bars.Sum(b => (long)b.Count), [bars.Source, .. bars.Run.DataPath.Count > 0 ? bars.Run.DataPath : [bars.Run.DataDir]], Times.TradingDays, madeAt)
        {
            Fingerprint = Fingerprint.Of(bars.Bars),
        };
    }

    /// <summary>What was read.</summary>
    public LoadedBars Loaded { get; }

    /// <summary>When trials can trade.</summary>
    public RunBars Times { get; }

    /// <summary>The data set.</summary>
    public DatasetRow Dataset { get; }

    /// <summary>First traded time, unix ms.</summary>
    public long Since => Loaded.Run.Engine.Since;

    /// <summary>Bytes the bars take.</summary>
    public long Bytes => Loaded.Bars.Sum(b => b.Bytes);

    /// <summary>Reads the bars of a sweep.</summary>
    /// <param name="plan">The sweep.</param>
    /// <param name="request">Its request; another period for the holdout.</param>
    /// <param name="time">Clock.</param>
    /// <param name="progress">Share that was read, 0 to 1.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="AxflException">As a replay says it; or the trials of the sweep would not read the same bars (<c>SweepBarsVary</c>).</exception>
    public static SweepBars Read(SweepPlan plan, RunRequest request, TimeProvider time, IProgress<double>? progress, CancellationToken cancellation)
    {
        var needs = plan.Needs;
        RunPlan Asked(IReadOnlyList<double> spreads, double tickAtr, bool inner) => AskedOf(plan.Template.Plan, needs.WarmupDays, spreads, tickAtr, inner);
        var bars = new SweepBars(LoadedBars.Read(request, Asked(needs.MinSpreads, needs.MinTickAtr, needs.NeedsInner), progress, cancellation), time.GetUtcNow().UtcDateTime);
        var same = request with { Since = EventTime.ToDateTime(bars.Since) };
        // Two limits that believe the same bars: so do those between them.
        if (needs.VariesBelief)
            Compare(bars, LoadedBars.Read(same, Asked(needs.MaxSpreads, needs.MaxTickAtr, needs.NeedsInner), null, cancellation), "spreads or live.max_tick_atr, which say how far a price may jump", withInner: true);
        if (needs is { NeedsInner: true, NeedsOuter: true })
            Compare(bars, LoadedBars.Read(same, Asked(needs.MinSpreads, needs.MinTickAtr, false), null, cancellation), "intrabar: drill reads smaller bars, and the others do not", withInner: false);
        return bars;
    }

    /// <summary>Bars that were read elsewhere: those of a store.</summary>
    /// <param name="plan">The sweep.</param>
    /// <param name="bars">Bars of each symbol.</param>
    /// <param name="source">Where they come from.</param>
    /// <param name="time">Clock.</param>
    public static SweepBars Of(SweepPlan plan, IReadOnlyList<SharedBars> bars, string source, TimeProvider time)
    {
        var needs = plan.Needs;
        var run = AskedOf(plan.Template.Plan, needs.WarmupDays, needs.MinSpreads, needs.MinTickAtr, needs.NeedsInner);
        var since = EventTime.FromDateTime(plan.Request.Since!.Value);
        var until = plan.Request.Until is { } end ? EventTime.FromDateTime(end) : long.MaxValue;
        var loaded = new LoadedBars(run with { Engine = run.Engine with { Since = since } }, bars, Warmup.Start(since, needs.WarmupDays), until, source, []);
        return new SweepBars(loaded, time.GetUtcNow().UtcDateTime);
    }

    /// <summary>The plan of a trial, with the start of the run.</summary>
    public EnginePlan PlanOf(RunPlan trial) => trial.Engine with { Since = Since };

    /// <summary>The bars of a plan: as many before the start as it has of warm-up.</summary>
    public IReadOnlyList<SharedBars> Of(RunPlan trial) => trial.WarmupDays == Loaded.Run.WarmupDays ? Loaded.Bars
        : _byWarmup.GetOrAdd(trial.WarmupDays, days => new(() => [.. Loaded.Bars.Select(b => b.From(Warmup.Start(Since, days)))])).Value;

    /// <summary>The error of data that are not those of before: it names the first bar that differs.</summary>
    public AxflException Changed(string sweep, DatasetRow before)
    {
        var first = before.Symbols.SequenceEqual(Dataset.Symbols) ? Fingerprint.Difference(Loaded.Bars, before.Fingerprint) : null;
        var where = first is not { } at
            ? FormattableString.Invariant($" Then it had {before.Bars} bars of {string.Join(", ", before.Symbols)} from {before.Since:yyyy-MM-dd} to {before.Until:yyyy-MM-dd}, now {Dataset.Bars} of {string.Join(", ", Dataset.Symbols)} from {Dataset.Since:yyyy-MM-dd} to {Dataset.Until:yyyy-MM-dd}.")
            : at.Bar < Loaded.Bars[at.Symbol].Count ? $" The first bar that differs is that of {Dataset.Symbols[at.Symbol]} at {EventTime.ToIso(Loaded.Bars[at.Symbol].Bars[at.Bar].Time)}."
            : $" The bars of {Dataset.Symbols[at.Symbol]} end earlier, after {at.Bar} of them.";
        return new("SweepDataDiffers", ErrorKind.Data, $"The bars of the sweep '{sweep}' are not those it began with: data set {Dataset.Key} now, {before.Key} then.{where}")
        {
            Target = sweep, RecommendedAction = $"Restore the original bars, give {Spelling.Of("Append")} for a new data set beside the old, or give the sweep another name.",
        };
    }

    private static RunPlan AskedOf(RunPlan plan, int warmup, IReadOnlyList<double> spreads, double tickAtr, bool inner) => plan with
    {
        WarmupDays = warmup,
        Live = plan.Live with { MaxTickAtr = tickAtr },
        Engine = plan.Engine with
        {
            Intrabar = inner ? IntrabarPolicy.Drill : IntrabarPolicy.Worst,
            Symbols = [.. plan.Engine.Symbols.Select((s, i) => s with { SpreadPips = spreads[i] })],
        },
    };

    private static void Compare(SweepBars bars, LoadedBars other, string why, bool withInner)
    {
        for (var i = 0; i < other.Bars.Count; i++)
        {
            var (a, b) = (bars.Loaded.Bars[i], other.Bars[i]);
            for (var at = 0; at < Math.Max(a.Count, b.Count); at++)
            {
                if (at < a.Count && at < b.Count && IsSame(a.At(at, i), b.At(at, i), withInner)) continue;
                var bar = (at < a.Count ? a : b).Bars[at];
                throw new AxflException("SweepBarsVary", ErrorKind.Data,
                    $"The trials would not read the same bars: they differ in {why}, and the first bar that differs is that of {bars.Dataset.Symbols[i]} at {EventTime.ToIso(bar.Time)}.")
                {
                    Target = bars.Dataset.Symbols[i], RecommendedAction = $"Correct the bar ({Spelling.Command("Test-AxflData")} shows what is implausible), or make a sweep of each.",
                };
            }
        }
    }

    private static bool IsSame(in StepBar a, in StepBar b, bool withInner)
    {
        var same = (a with { Inner = default }).Equals(b with { Inner = default });
        return same && (!withInner || a.Inner.Span.SequenceEqual(b.Inner.Span));
    }
}
