using Axfl.Configuration;
using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Streams;
using Axfl.Runs.Backtest;
using Axfl.Runs.Metrics;

namespace Axfl.Research.Trials;

/// <summary>A run that is measured: its plan, its bars in memory, and what comes of it; the plan, changed in one thing or another, can be run again.</summary>
/// <param name="Id">Run id; empty: a plan is measured.</param>
/// <param name="Run">The effective plan; its engine plan has the run's start.</param>
/// <param name="Bars">Bars of each symbol in plan order, warm-up included.</param>
/// <param name="Times">When it can trade.</param>
/// <param name="AsRun">What comes of the plan as it is.</param>
internal sealed record MeasuredRun(string Id, RunPlan Run, IReadOnlyList<SharedBars> Bars, RunBars Times, TrialResult AsRun)
{
    private readonly SignalStreams _streams = new();

    public EnginePlan Plan => Run.Engine;

    /// <summary>Opens what a request names, and runs it as it is.</summary>
    /// <param name="request">A run directory, or plan, data and period.</param>
    /// <param name="strategies">Strategies plans may name.</param>
    /// <param name="withInner">Whether bars of a lower interval are read too, where there are any.</param>
    /// <param name="progress">How far it is.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="AxflException">The plan or its data are wrong; a run does not give its ledger again (<c>RunNotReproduced</c>).</exception>
    public static MeasuredRun Open(
        MeasureRequest request, IReadOnlyList<StrategyDefinition> strategies, bool withInner, IProgress<MeasureProgress>? progress, CancellationToken cancellation)
    {
        var recorded = request.RunDirectory is { } directory ? RecordedReplay.Open(directory, request.Plan, strategies) : null;
        var (asked, plan) = recorded is null ? (request.Plan, SessionsLoader.Load(request.Plan, strategies)) : (recorded.Request, recorded.Plan);
        var intrabar = plan.Engine.Intrabar;
        var read = withInner ? plan with { Engine = plan.Engine with { Intrabar = IntrabarPolicy.Drill } } : plan;
        var loaded = LoadedBars.Read(asked, read, BarsProgress.Of(progress), cancellation);
        if (request.Notify is { } notify)
            foreach (var notice in loaded.Notices) notify(notice);
        var run = loaded.Run with { Engine = loaded.Run.Engine with { Intrabar = intrabar } };
        var times = loaded.TradedTimes();
        if (times.DistinctBarTimes == 0)
        {
            throw new AxflException("NoBars", ErrorKind.Data,
                $"The data of {loaded.Source} end before the first traded time {EventTime.ToIso(run.Engine.Since)}. Give more data, or set warmup_days lower.");
        }

        var result = TrialRun.Run(run.Engine, loaded.Bars, times, null, cancellation);
        if (recorded is not null && recorded.Summary.LedgerHash != result.LedgerHash) throw NotReproduced(recorded, result);
        return new MeasuredRun(recorded?.Summary.Run ?? "", run, loaded.Bars, times, result);
    }

    /// <summary>What comes of another plan over the same bars. What its strategies do is found once for all plans with the same parameters.</summary>
    public TrialResult Again(EnginePlan plan, CancellationToken cancellation) => TrialRun.Run(plan, Bars, Times, _streams, cancellation);

    /// <summary>The same of a plan with parameters that no other has.</summary>
    public TrialResult Once(EnginePlan plan, CancellationToken cancellation) => TrialRun.Run(plan, Bars, Times, null, cancellation);

    /// <summary>Trading days with a traded bar, and those of the exits of runs that are not among them (exits on bars outside trading hours); ascending.</summary>
    public IReadOnlyList<int> Days(params IEnumerable<TrialResult> runs) =>
        [.. Times.TradingDays.Concat(AsRun.TradeDays).Concat(runs.SelectMany(r => r.TradeDays)).Distinct().Order()];

    private static AxflException NotReproduced(RecordedReplay recorded, TrialResult result) => new(
        "RunNotReproduced", ErrorKind.Data,
        $"The plan of run {recorded.Summary.Run} no longer gives its trades: {recorded.Summary.Metrics.Trades} with the ledger hash {recorded.Summary.LedgerHash} then (version {recorded.Summary.Version}), {result.Trades.Count} with {result.LedgerHash} now. Its bars, its strategies or the version differ.")
    {
        Target = recorded.Summary.Run,
        RecommendedAction = $"Give the bars it ran on with {Spelling.Of("DataPath")}, or run the plan again and measure that run.",
    };
}
