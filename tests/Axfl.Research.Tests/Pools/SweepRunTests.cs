using Axfl.Contracts;

namespace Axfl.Research.Tests.Pools;

/// <summary>A sweep from its file to its store, in this process.</summary>
[Collection(FaultyStrategy.DoesNotEnd)]
public sealed class SweepRunTests : IDisposable
{
    private const string Axes = "axes: {strategies.lsg.params.sweep_pips: {from: 2, to: 4, step: 0.5}, strategies.lsg.params.target_r: [0.8, 1.5]}\nobjective: {min_trades: 5}";

    private readonly SweepHarness _sweep = new();

    public void Dispose() => _sweep.Dispose();

    [Fact]
    public void Trials_come_in_the_order_of_their_numbers_with_what_came_of_them()
    {
        var report = _sweep.Run(Axes);
        Assert.Equal((10, 10, 0, 0, 0), (report.Trials, report.Done, report.Failed, report.Left, report.Reused));
        Assert.Equal(Enumerable.Range(1, 10), _sweep.Trials.Select(t => t.Trial));
        Assert.All(_sweep.Trials, t => Assert.True(t is { Sweep: "test", State: "done", Trades: > 5, MeanDayR: not null, DayDeviationR: > 0, Error: null, WallMs: > 0, LedgerHash.Length: 64, Key.Length: 64 }));
        Assert.Equal([2.0, 1.5], _sweep.Trials[1].Parameters.Values);
        Assert.Equal(["strategies.lsg.params.sweep_pips", "strategies.lsg.params.target_r"], _sweep.Trials[1].Parameters.Keys);
        Assert.False(File.Exists(Path.Combine(_sweep.Folder, "sweeps.db.test.running")));
        Assert.False(Directory.Exists(Path.Combine(_sweep.Folder, "logs")));
    }

    [Fact]
    public void The_same_key_is_never_computed_twice_whichever_sweep_asks()
    {
        _sweep.Run(Axes);
        var first = _sweep.Trials.ToArray();
        var again = _sweep.Run(Axes);
        Assert.Equal((10, 10), (again.Done, again.Reused));
        Assert.Equal(first.Select(t => (t.Trial, t.LedgerHash, t.WallMs)), _sweep.Trials.Select(t => (t.Trial, t.LedgerHash, t.WallMs)));
        var other = _sweep.Sweeps.Run(
            _sweep.Request(Axes) with { Path = null, Text = $"sweep:\n  name: other\n  sessions: sessions.yaml\n  since: 2025-03-03\n  until: 2025-04-12\n  axes: {{strategies.lsg.params.sweep_pips: [3, 7], strategies.lsg.params.target_r: [1.5]}}" },
            _sweep, CancellationToken.None);
        Assert.Equal((2, 1), (other.Done, other.Reused));
    }

    [Fact]
    public void One_thread_and_four_give_the_same_table()
    {
        _sweep.Run(_sweep.Request(Axes) with { Throttle = 1 });
        using var other = new SweepHarness();
        other.Run(other.Request(Axes) with { Throttle = 4 });
        Assert.Equal(_sweep.Table(), other.Table());
    }

    [Fact]
    public void A_sweep_that_was_stopped_goes_on_and_ends_with_the_same_table()
    {
        using var unbroken = new SweepHarness();
        unbroken.Run(Axes);
        using var stop = new CancellationTokenSource();
        // Before the first trial begins, and then at each of the first three that are known.
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => _sweep.Run(_sweep.Request(Axes), stop.Token));
        for (var known = 1; known <= 3; known++)
        {
            using var later = new CancellationTokenSource();
            _sweep.OnTrial = t => later.Cancel();
            var report = _sweep.Run(_sweep.Request(Axes) with { Throttle = 1 }, later.Token);
            Assert.Equal(report.Left > 0, report.Interrupted);
        }

        _sweep.OnTrial = null;
        Assert.Equal(0, _sweep.Run(Axes).Left);
        Assert.Equal(unbroken.Table(), _sweep.Table());
    }

    [Fact]
    public void Progress_has_the_best_so_far_and_what_belongs_beside_it()
    {
        _sweep.Run(Axes);
        var best = Assert.IsType<SweepBest>(_sweep.Last!.Best);
        Assert.Equal(_sweep.Trials.MaxBy(t => t.AverageR)!.Trial, best.Trial);
        Assert.Equal((10, 35, "AverageR"), (best.Tried, best.Days, best.By));
        Assert.InRange(best.Deflated!.Value, 0, 1);
        Assert.Contains("deflated", best.ToString(), StringComparison.Ordinal);
        Assert.Equal((10, 1.0), (_sweep.Last.Done, _sweep.Last.Fraction));
    }

    [Fact]
    public void The_same_name_with_another_definition_is_refused_and_the_differing_keys_named()
    {
        _sweep.Run(Axes);
        var error = Assert.Throws<AxflException>(() => _sweep.Run(Axes.Replace("1.5", "1.6", StringComparison.Ordinal)));
        Assert.Equal("SweepDefinitionDiffers", error.ErrorId);
        Assert.EndsWith("what differs: axes.strategies.lsg.params.target_r.", error.Message, StringComparison.Ordinal);
        File.AppendAllText(Path.Combine(_sweep.Folder, "sessions.yaml"), "\n  risk: {cooldown_minutes: 7}\n");
        Assert.EndsWith("what differs: plan.risk.cooldown_minutes.", Assert.Throws<AxflException>(() => _sweep.Run(Axes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Appended_trials_follow_those_of_the_sweep_which_keep_their_numbers()
    {
        const string First = "axes: {strategies.lsg.params.sweep_pips: [2, 3]}", Second = "axes: {strategies.lsg.params.sweep_pips: [4, 3, 5]}";
        _sweep.Run(First);
        var report = _sweep.Run(_sweep.Request(Second) with { Append = true });
        Assert.Equal((3, 1), (report.Done, report.Reused));
        Assert.Equal([3, 2, 4], _sweep.Trials.Select(t => t.Trial));
        using var store = _sweep.Store();
        Assert.Equal(["2", "3", "4", "5"], store.Rows("test").Select(r => r.Parameters.Split(':')[1].TrimEnd('}')));
        Assert.Equal(4, store.CountTried(store.Sweep("test")!.Dataset));
    }

    [Fact]
    public void A_trial_that_fails_is_a_row_with_its_error_and_stops_no_other()
    {
        using var faulty = new SweepHarness(SweepHarness.Faulty);
        var report = faulty.Run("axes: {strategies.faulty.params.fault: [0, 1, 5]}");
        Assert.Equal((2, 1), (report.Done, report.Failed));
        var failed = faulty.Trials[1];
        Assert.Equal("failed", failed.State);
        Assert.Contains("faulty", failed.Error, StringComparison.Ordinal);
        Assert.Contains("EURUSD", failed.Error, StringComparison.Ordinal);
        Assert.Contains("2025-0", failed.Error, StringComparison.Ordinal);
        Assert.Contains("no luck with EURUSD", failed.Error, StringComparison.Ordinal);
        Assert.StartsWith("1 trial failed; the commonest error, 1 time:", report.Error, StringComparison.Ordinal);
        Assert.Null(failed.Trades);
    }

    [Fact]
    public void When_the_first_20_to_finish_have_failed_the_sweep_stops_with_the_commonest_error()
    {
        using var faulty = new SweepHarness(SweepHarness.Faulty);
        var report = faulty.Run("axes: {strategies.faulty.params.fault: [1], costs.min_slippage_pips: {from: 0, to: 30, step: 0.1}}");
        // Those in hand, and those that ended meanwhile, are kept too.
        Assert.True(report is { Done: 0, Failed: >= 20, Left: > 0 }, report.ToString());
        Assert.StartsWith("The first ", report.Error, StringComparison.Ordinal);
        Assert.Contains("no luck with EURUSD", report.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trial_that_does_not_end_is_failed_with_timeout_and_run_again_by_the_next_command()
    {
        FaultyStrategy.Released.Reset();
        using var faulty = new SweepHarness(SweepHarness.Faulty);
        const string Keys = "axes: {strategies.faulty.params.fault: [0, 2, 3, 4]}";
        // What runs for the first time is compiled, which may take long on a busy machine: the trials that end are known before the limit counts.
        faulty.Run(faulty.Request(Keys.Replace(" 2,", "", StringComparison.Ordinal)));
        var report = faulty.Run(faulty.Request(Keys) with { Append = true, TrialTimeout = TimeSpan.FromSeconds(1) });
        Assert.Equal((3, 1), (report.Done, report.Failed));
        Assert.StartsWith("timeout: it had not ended after ", faulty.Trials.Single(t => t.State == "failed").Error, StringComparison.Ordinal);
        FaultyStrategy.Released.Set();
        report = faulty.Run(faulty.Request(Keys) with { Append = true });
        Assert.Equal((4, 0, 3), (report.Done, report.Failed, report.Reused));
    }

    [Fact]
    public void When_as_many_trials_hang_as_run_at_the_same_time_the_sweep_stops_and_names_them()
    {
        FaultyStrategy.Released.Reset();
        using var faulty = new SweepHarness(SweepHarness.Faulty);
        var report = faulty.Run(faulty.Request("axes: {strategies.faulty.params.fault: [2], costs.min_slippage_pips: {from: 0, to: 5, step: 1}}") with { TrialTimeout = TimeSpan.FromSeconds(1) });
        FaultyStrategy.Released.Set();
        Assert.Contains("do not end: 1, 2.", report.Error, StringComparison.Ordinal);
        Assert.True(report is { Done: 0, Failed: >= 2, Left: > 0 }, report.ToString());
    }

    [Fact]
    public void Data_that_changed_are_refused_with_the_first_bar_that_differs_and_appended_as_a_new_data_set()
    {
        var bars = Path.Combine(_sweep.Folder, "EURUSD.csv");
        WriteBars(bars, -1);
        const string Keys = "data: [EURUSD=EURUSD.csv]\nset: [\"symbols=[EURUSD]\", source=csv]\naxes: {strategies.lsg.params.sweep_pips: [2, 3]}";
        _sweep.Run(Keys);
        WriteBars(bars, 1500);
        var error = Assert.Throws<AxflException>(() => _sweep.Run(Keys));
        Assert.Equal("SweepDataDiffers", error.ErrorId);
        using (var store = _sweep.Store()) Assert.Contains(store.Sweep("test")!.Dataset, error.Message, StringComparison.Ordinal);
        Assert.EndsWith("The first bar that differs is that of EURUSD at 2025-03-06T05:00:00Z.", error.Message, StringComparison.Ordinal);
        var report = _sweep.Run(_sweep.Request(Keys) with { Append = true });
        Assert.Equal((2, 0), (report.Done, report.Reused));
        Assert.Equal(4, _sweep.Table().Length);
    }

    [Fact]
    public void The_holdout_is_read_by_no_trial_and_opened_for_named_ones_for_ever()
    {
        const string Keys = "holdout: 2025-04-01\n" + Axes;
        _sweep.Run(Keys);
        using (var store = _sweep.Store()) Assert.Equal(new DateTime(2025, 4, 1, 0, 0, 0, DateTimeKind.Utc), store.Dataset(store.Sweep("test")!.Dataset)!.Until);
        Assert.Equal("HoldoutRefused", Assert.Throws<AxflException>(() => _sweep.Run(_sweep.Request(Keys) with { OpenHoldout = true })).ErrorId);
        Assert.Equal("HoldoutRefused", Assert.Throws<AxflException>(() => _sweep.Run(_sweep.Request(Keys) with { OpenHoldout = true, Trials = [11] })).ErrorId);
        using (var store = _sweep.Store()) Assert.Null(store.Sweep("test")!.HoldoutOpenedAt);
        var report = _sweep.Run(_sweep.Request(Keys) with { OpenHoldout = true, Trials = [3, 7] });
        Assert.Equal((2, 2), (report.Trials, report.Done));
        using var opened = _sweep.Store();
        Assert.NotNull(opened.Sweep("test")!.HoldoutOpenedAt);
        Assert.Equal([3, 7], opened.Holdout("test").Select(t => t.Number));
        Assert.Equal(new DateTime(2025, 4, 1, 0, 0, 0, DateTimeKind.Utc), opened.Dataset(opened.Holdout("test")[0].Row!.Dataset)!.Since);
    }

    [Fact]
    public void Trades_are_kept_of_those_among_the_best()
    {
        _sweep.Run(_sweep.Request(Axes) with { KeepTrades = 2, Throttle = 1 });
        using var store = _sweep.Store();
        var best = _sweep.Trials.OrderByDescending(t => t.AverageR).ToArray();
        Assert.All(best[..2], t => Assert.NotNull(store.Trades(t.Key)));
        Assert.Contains(best, t => store.Trades(t.Key) is null);
    }

    [Fact]
    public void Every_trial_is_the_plain_replay_of_its_plan()
    {
        // The long form, 1,000 trials, is asked for by AXFL_SOAK=1.
        var trials = Environment.GetEnvironmentVariable("AXFL_SOAK") == "1" ? 1000 : 20;
        // Axes of everything that is read or folded differently: warm-up, spreads, fills, windows, limits, costs, parameters.
        _sweep.Run($$"""
            method: random
            trials: {{trials}}
            seed: 5
            axes:
              warmup_days: [0, 1, 3, 8]
              spreads.EURUSD: {from: 0.2, to: 3}
              intrabar: [worst, path, best]
              market_fill: [next_open, close]
              strategies.lsg.windows: [[{start: "07:00", end: "10:00"}], [{start: "06:30", end: "12:00", timezone: Europe/London}]]
              strategies.lsg.params.sweep_pips: {from: 1, to: 6}
              strategies.lsg.symbol_params.GBPUSD.target_r: [0.8, 2]
              risk.max_open_positions: [null, 1, 2]
              risk.cooldown_minutes: {from: 0, to: 60, step: 30}
              costs.min_slippage_pips: {from: 0.1, to: 2, scale: log}
              holidays: [[], [2025-03-10, 2025-03-31]]
            """);
        var checks = _sweep.Sweeps.Verify(_sweep.Named() with { Sample = trials }, null, CancellationToken.None);
        Assert.Equal(trials, checks.Count);
        Assert.All(checks, c => Assert.True(c.Ok, $"{c.Trial}: {c.Problem}"));
        Assert.True(_sweep.Trials.Select(t => t.LedgerHash).Distinct().Count() > trials * 3 / 4);
    }

    [Fact]
    public void A_row_whose_ledger_is_not_that_of_the_replay_is_told_with_both_hashes()
    {
        _sweep.Run(Axes);
        string key;
        using (var store = _sweep.Store()) key = store.Rows("test")[2].Key;
        var path = Path.Combine(_sweep.Folder, "sweeps.db");
        var bytes = File.ReadAllBytes(path);
        var hash = System.Text.Encoding.ASCII.GetBytes(_sweep.Trials[2].LedgerHash!);
        for (int at; (at = bytes.AsSpan().IndexOf(hash)) >= 0;) bytes[at] = bytes[at] == (byte)'0' ? (byte)'1' : (byte)'0';
        File.WriteAllBytes(path, bytes);
        var check = Assert.Single(_sweep.Sweeps.Verify(_sweep.Named(3), null, CancellationToken.None));
        Assert.False(check.Ok);
        Assert.Equal(_sweep.Trials[2].LedgerHash, check.ReplayHash);
        Assert.Contains(check.LedgerHash!, check.Problem, StringComparison.Ordinal);
        Assert.Contains(check.ReplayHash!, check.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_plan_of_a_trial_is_a_sessions_file_that_gives_its_ledger_though_the_first_file_is_gone()
    {
        _sweep.Run(Axes);
        File.Delete(Path.Combine(_sweep.Folder, "sessions.yaml"));
        File.Delete(Path.Combine(_sweep.Folder, "sweep.yaml"));
        var path = Path.Combine(_sweep.Folder, "chosen.yaml");
        File.WriteAllText(path, _sweep.Sweeps.Export(_sweep.Named(4)));
        Assert.Equal(_sweep.Trials[3].LedgerHash, Replay(new RunRequest
        {
            SessionsPath = path, WorkingDirectory = _sweep.Folder, Since = new DateTime(2025, 3, 3, 0, 0, 0, DateTimeKind.Utc), Until = new DateTime(2025, 4, 12, 0, 0, 0, DateTimeKind.Utc),
        }));
        Assert.Equal(_sweep.Trials[3].LedgerHash, Replay(_sweep.Sweeps.Replay(_sweep.Named(4), new RunRequest { WorkingDirectory = _sweep.Folder })));
        Assert.Equal("TrialNotFound", Assert.Throws<AxflException>(() => _sweep.Sweeps.Export(_sweep.Named(11))).ErrorId);
        Assert.Equal("SweepNotFound", Assert.Throws<AxflException>(() => _sweep.Sweeps.Export(_sweep.Named(1) with { Sweep = "tset" })).ErrorId);
    }

    [Fact]
    public void A_running_sweep_can_be_stopped_from_elsewhere_and_one_that_is_not_running_is_told()
    {
        Assert.Equal("SweepNotRunning", Assert.Throws<AxflException>(() => _sweep.Sweeps.Stop("test", _sweep.StoreRequest)).ErrorId);
        _sweep.OnTrial = t =>
        {
            if (t.Trial == 1) _sweep.Sweeps.Stop("test", _sweep.StoreRequest);
        };
        var report = _sweep.Run(_sweep.Request("axes: {strategies.lsg.params.sweep_pips: {from: 2, to: 5, step: 0.01}}") with { Throttle = 1 });
        Assert.True(report is { Interrupted: true, Left: > 0, Done: > 0 }, report.ToString());
        // What a killed process leaves is nobody's.
        File.WriteAllText(Path.Combine(_sweep.Folder, "sweeps.db.test.running"), "process 1");
        Assert.Equal("SweepNotRunning", Assert.Throws<AxflException>(() => _sweep.Sweeps.Stop("test", _sweep.StoreRequest)).ErrorId);
    }

    [Fact]
    public void The_plan_of_a_sweep_tells_trials_streams_bars_time_and_memory_and_writes_nothing()
    {
        var plan = _sweep.Sweeps.Plan(_sweep.Request(Axes.Replace("axes:", "where: [strategies.lsg.params.sweep_pips < 4]\naxes:", StringComparison.Ordinal)), null, CancellationToken.None);
        // Of each parameter set one stream on each of two symbols.
        Assert.Equal((10, 2, 8, 16, 0), (plan.Points, plan.Excluded, plan.Trials, plan.Streams, plan.Known));
        Assert.Equal(2, Assert.Single(plan.Exclusions).Points);
        Assert.True(plan is { Bars: > 10_000, Memory: > 64 << 20, FreeMemory: > 0, Throttle: 2 } && plan.Time > TimeSpan.Zero, plan.ToString());
        Assert.False(File.Exists(Path.Combine(_sweep.Folder, "sweeps.db")));
        _sweep.Run(Axes);
        Assert.Equal(10, _sweep.Sweeps.Plan(_sweep.Request(Axes), null, CancellationToken.None).Known);
    }

    [Fact]
    public void An_unknown_pool_is_refused() =>
        Assert.Equal("PoolUnknown", Assert.Throws<AxflException>(() => _sweep.Run(_sweep.Request(Axes) with { Pool = "cloud" })).ErrorId);

    private static string Replay(RunRequest request)
    {
        var run = Runs.Backtest.Replays.Start(request, Strategies.Catalogue.StrategyCatalogue.BuiltIn, TimeProvider.System, CancellationToken.None);
        var events = run.Events.GetAsyncEnumerator();
        while (events.MoveNextAsync().AsTask().GetAwaiter().GetResult())
        {
            // Read to the end.
        }

        var hash = run.Completion.GetAwaiter().GetResult().LedgerHash;
        run.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return hash;
    }

    // Bars of five minutes from 2025-03-01 on; one of them may be changed by a point.
    private static void WriteBars(string path, int changed)
    {
        using var file = new StreamWriter(path);
        file.WriteLine("time,open,high,low,close,volume");
        var random = new Random(7);
        var price = 1.1;
        for (var i = 0; i < 288 * 42; i++)
        {
            var close = price + ((random.NextDouble() - 0.5) * 0.0006);
            var (high, low) = (Math.Max(price, close) + (random.NextDouble() * 0.0003), Math.Min(price, close) - (random.NextDouble() * 0.0003));
            var time = new DateTime(2025, 3, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(5 * i);
            file.WriteLine(FormattableString.Invariant($"{time:yyyy-MM-ddTHH:mm:ssZ},{price:0.00000},{high + (i == changed ? 0.00001 : 0):0.00000},{low:0.00000},{close:0.00000},1"));
            price = close;
        }
    }
}
