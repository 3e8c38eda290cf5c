using Axfl.Contracts;
using Axfl.Research.Pools;
using Axfl.Research.Statistics;
using Axfl.Research.Store;
using Axfl.Research.Sweeps;

namespace Axfl.Research.WalkForward;

/// <summary>A walk-forward: in each window all trials are run over the training, one is chosen by it alone, and is run over the test.</summary>
/// <param name="plan">The sweep; it keeps days.</param>
/// <param name="windows">Its windows.</param>
/// <param name="request">How many trials at the same time, and how long one may take.</param>
/// <param name="store">Where trials go, and come from where they are known.</param>
/// <param name="time">Clock.</param>
internal sealed class WalkForwardRun(SweepPlan plan, WalkForwardWindows windows, SweepRequest request, TrialStore store, TimeProvider time)
{
    private readonly int[][] _places = AxisPlaces.Of(plan.Trials);
    private readonly WindowTrials _trials = new(plan, request, store, time);
    private readonly List<WindowResult> _results = [];
    private readonly List<int?> _chosen = [];
    private int _failed;
    private string? _why;

    /// <summary>Runs it.</summary>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops; trials that are done are kept.</param>
    public WalkForwardReport Run(IProgress<WalkForwardProgress>? progress, CancellationToken cancellation)
    {
        var (since, until, warnings) = Period(cancellation);
        var periods = WindowPeriod.Of(windows, since, until, out var leftOut);
        var neighbourhood = new Neighbourhood(_places, plan.Sweep.Method == SweepMethod.Grid);
        List<WalkForwardWindow> rows = [];
        foreach (var period in periods.TakeWhile(_ => _why is null)) rows.Add(Window(period, periods.Count, neighbourhood, progress, cancellation));
        var report = new WalkForwardReport
        {
            Sweep = plan.Sweep.Name, Since = since, Until = until, Trials = plan.Trials.Count, Choose = windows.ChooseBest ? "best" : "plateau", Windows = rows, LeftOut = leftOut,
            Failed = _failed, Alarms = _trials.Alarms, Moves = Moves(), Error = _why, Warnings = warnings,
        };
        if (_why is not null) return report with { Text = "Not finished: " + _why, Undefined = ["all statistics: the walk-forward was not finished"] };
        report = WalkForwardStatistics.Of(report, _results, plan.Sweep.Seed);
        return report with { Text = WalkForwardText.Of(report) };
    }

    private WalkForwardWindow Window(WindowPeriod period, int of, Neighbourhood neighbourhood, IProgress<WalkForwardProgress>? progress, CancellationToken cancellation)
    {
        var row = new WalkForwardWindow { Window = period.Number, TrainSince = period.TrainSince, TrainUntil = period.TestSince, TestSince = period.TestSince, TestUntil = period.TestUntil };
        var training = WindowBars.Read(plan, period.TrainSince, period.TestSince, windows.GapDays, time, cancellation);
        var test = WindowBars.Read(plan, period.TestSince, period.TestUntil, 0, time, cancellation);
        row = row with { TrainUntil = training?.Dataset.Until ?? period.TestSince, TrainDays = training?.Times.TradingDays.Count ?? 0, TestDays = test?.Times.TradingDays.Count ?? 0 };
        var trained = training is null ? [] : Rows(_trials.Run(training, plan.Trials, done => progress?.Report(new(period.Number, of, done, plan.Trials.Count)), cancellation));
        _failed += trained.Count(t => t.State == TrialRow.Failed);
        var place = trained.Count == 0 ? null : WindowChoice.Of([.. trained.Select(ScoreOf)], neighbourhood, windows.ChooseBest);
        _chosen.Add(place);
        if (place is not { } chosen || test is null) return Flat(row, trained, test);
        row = Chosen(row, plan.Trials[chosen], trained[chosen]);
        if (Rows(_trials.Run(test, [plan.Trials[chosen]], static _ => { }, cancellation)) is not [var tested]) return row;
        if (tested.State == TrialRow.Failed)
        {
            // What would have been traded is not known: the whole has no answer.
            throw new AxflException("WalkForwardTestFailed", ErrorKind.Configuration,
                FormattableString.Invariant($"The test of window {period.Number} failed, trial {plan.Trials[chosen].Number} ({plan.Trials[chosen]}): {tested.Error}"));
        }

        var r = ByDay(tested, test.Times.TradingDays);
        _results.Add(new(false, row.TrainTotalR ?? 0, row.TrainDays, r));
        return row with
        {
            TestTrades = tested.Metrics!.Trades ?? 0, TestTotalR = r.Sum(), TestMeanDayR = r.Length == 0 ? null : r.Average(), TestLedgerHash = tested.LedgerHash, TestKey = tested.Key,
        };
    }

    private IReadOnlyList<TrialRow> Rows((IReadOnlyList<TrialRow>? Rows, string? Why) run)
    {
        _why ??= run.Why;
        return run.Rows ?? [];
    }

    private WalkForwardWindow Flat(WalkForwardWindow row, IReadOnlyList<TrialRow> trained, SweepBars? test)
    {
        _results.Add(new(true, 0, row.TrainDays, new double[row.TestDays]));
        var fails = trained.Where(t => t.State == TrialRow.Failed).ToArray();
        return row with
        {
            TestTrades = 0, TestTotalR = 0, TestMeanDayR = row.TestDays == 0 ? null : 0,
            Note = _why is not null ? "not finished" : test is null ? "there are no bars in the test: flat"
                : trained.Count == 0 ? "there is no trading day in training: flat"
                : fails.Length == trained.Count ? $"all trials failed in training: flat. {fails.GroupBy(f => f.Error).MaxBy(g => g.Count())!.Key}"
                : $"no trial has {plan.Sweep.Objective.MinTrades} trades and a defined {plan.Sweep.Objective.By} in training: flat",
        };
    }

    private static WalkForwardWindow Chosen(WalkForwardWindow row, TrialPlan trial, TrialRow trained) => row with
    {
        Trial = trial.Number, Parameters = new Dictionary<string, object?>(trial.Parameters, StringComparer.Ordinal), TrainTrades = trained.Metrics!.Trades, TrainTotalR = trained.Metrics.TotalR,
        TrainMeanDayR = row.TrainDays == 0 ? null : trained.Metrics.TotalR / row.TrainDays,
    };

    private double ScoreOf(TrialRow row) => row is { State: TrialRow.Done, Metrics: { } metrics } && metrics.Trades >= plan.Sweep.Objective.MinTrades
        && metrics.Value(plan.Sweep.Objective.By) is { } value && double.IsFinite(value) ? (plan.Sweep.Objective.IsMax ? value : -value) : double.NaN;

    private double[] ByDay(TrialRow row, IReadOnlyList<int> days)
    {
        // A row that a sweep without days wrote has none: the store is asked, and an empty answer is an error, never 0 R.
        var (on, r) = row.Days is { } kept ? (kept, row.R!) : store.Days(row.Key) ?? throw new AxflException("TrialDaysMissing", ErrorKind.Data,
            $"The trial {row.Key} is in the store without its days, from a sweep with keep: metrics: give another {Spelling.Of("Store")}, or remove that sweep.");
        var places = days.Select((d, i) => (d, i)).ToDictionary(d => d.d, d => d.i);
        var all = new double[days.Count];
        for (var i = 0; i < on.Length; i++) all[places[on[i]]] += r[i];
        return all;
    }

    // The windows are parts of it: what people should know of the data is said once.
    private (DateTime Since, DateTime Until, string[] Warnings) Period(CancellationToken cancellation)
    {
        var all = SweepBars.Read(plan, plan.Request, time, null, cancellation);
        string[] warnings = [.. all.Loaded.Notices.Where(static n => n.Level == NoticeLevel.Warning).Select(static n => n.Message)];
        return (plan.Request.Since ?? all.Dataset.Since, plan.Request.Until ?? all.Dataset.Until, warnings);
    }

    private List<WalkForwardMove> Moves()
    {
        var chosen = _chosen.OfType<int>().ToArray();
        return [.. plan.Sweep.Axes.Select((axis, i) => new WalkForwardMove(
            axis.Name, Enumerable.Range(1, Math.Max(0, chosen.Length - 1)).Count(w => Math.Abs(_places[chosen[w]][i] - _places[chosen[w - 1]][i]) > 1), Math.Max(0, chosen.Length - 1)))];
    }
}
