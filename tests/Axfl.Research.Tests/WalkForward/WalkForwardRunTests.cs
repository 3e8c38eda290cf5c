using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Axfl.Contracts;
using Axfl.Research.Store;
using Axfl.Runtime;

namespace Axfl.Research.Tests.WalkForward;

/// <summary>Walk-forwards over simulated bars, with a store.</summary>
public sealed class WalkForwardRunTests : IDisposable
{
    private const string Plan = """
        portfolio:
          symbols: [EURUSD, GBPUSD]
          source: simulated
          strategies:
            - name: arls
              windows: [{start: "07:00", end: "10:00"}]
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("axfl-walk-forward").FullName;

    public WalkForwardRunTests() => File.WriteAllText(Path.Combine(_folder, "sessions.yaml"), Plan);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_test_of_a_window_is_a_plain_replay_of_its_plan_and_period_by_hash()
    {
        var report = Run();
        Assert.Equal(3, report.Windows.Count);
        var tested = report.Windows.Where(w => w.Trial is not null).ToArray();
        Assert.NotEmpty(tested);
        Assert.Contains(tested, w => w.TestTrades > 0);
        foreach (var window in tested)
        {
            var replay = await Replay(window);
            Assert.Equal(replay.LedgerHash, window.TestLedgerHash);
            Assert.Equal(replay.Metrics.TotalR, window.TestTotalR, 9);
            Assert.Equal(replay.Metrics.Trades, window.TestTrades);
        }
    }

    [Fact]
    public async Task Training_is_a_replay_of_the_training_period_less_its_gap()
    {
        var window = Run().Windows[0];
        // The last trading day before the test is left out: training ends where it begins. Bars of a Sunday's evening make a day.
        Assert.Equal(new DateTime(2025, 7, 14), window.TrainUntil);
        Assert.Equal(11, window.TrainDays);
        var replay = await Replay(window with { TestSince = window.TrainSince, TestUntil = window.TrainUntil });
        Assert.Equal(replay.Metrics.TotalR, window.TrainTotalR!.Value, 9);
        Assert.Equal(replay.Metrics.TotalR / 11, window.TrainMeanDayR!.Value, 9);
    }

    [Fact]
    public void A_second_run_takes_all_from_the_store_and_says_the_same()
    {
        var first = Run();
        var told = new List<WalkForwardProgress>();
        var second = Run(new Watching(told.Add));
        Assert.Equivalent(first, second, strict: true);
        // Every trial of a training was known before the first word of it.
        Assert.Equal([1, 2, 3], told.Select(p => p.Window).Distinct());
        Assert.All(told, p => Assert.Equal((3, 3), (p.Done, p.Trials)));
        using var store = Store();
        Assert.Equal(first.Text, store.WalkForward(first.Sweep)!.Report.Text);
        // Three trials on each of three trainings, and what was chosen on each test.
        Assert.Equal(9 + first.Windows.Count(w => w.Trial is not null), store.Workers().Sum(w => w.Rows));
    }

    [Fact]
    public void Training_runs_count_once_among_what_was_tried()
    {
        var report = Run();
        using var store = Store();
        var dataset = store.Find([report.Windows.First(w => w.TestKey is not null).TestKey!]).Values.Single().Dataset;
        Assert.Equal(3, store.CountTried(dataset));
    }

    [Fact]
    public void A_window_without_enough_trades_in_training_stays_flat_and_says_so()
    {
        var report = Run(minTrades: 10_000);
        Assert.All(report.Windows, w => Assert.Equal((null, 0, 0.0), (w.Trial, w.TestTrades, w.TestTotalR)));
        Assert.All(report.Windows, w => Assert.Equal("no trial has 10000 trades and a defined AverageR in training: flat", w.Note));
        Assert.Null(report.Verdict);
        Assert.Contains("Efficiency: no window chose a trial", report.Undefined);
    }

    [Fact]
    public void The_choice_is_by_training_alone()
    {
        var whole = Run();
        // The data end with the first window's training and one test: the later data change nothing of what was chosen before.
        var cut = Run(until: "2025-07-22");
        Assert.Equal(whole.Windows[0].Trial, Assert.Single(cut.Windows).Trial);
        Assert.Equal(whole.Windows[0].TestLedgerHash, cut.Windows[0].TestLedgerHash);
    }

    [Fact]
    public void A_holdout_is_read_by_no_window()
    {
        var report = Run(more: "holdout: 2025-07-24");
        Assert.All(report.Windows, w => Assert.True(w.TestUntil <= new DateTime(2025, 7, 24)));
        Assert.Equal(new DateTime(2025, 7, 24), report.Until);
        Assert.Contains("2025-07-22 to 2025-07-24 is not tested", report.LeftOut, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_done_when_it_is_stopped_is_kept()
    {
        using var stop = new CancellationTokenSource();
        var runs = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => Run(
            new Watching(_ =>
            {
                if (++runs == 4) stop.Cancel();
            }),
            cancellation: stop.Token));
        using (var store = Store()) Assert.InRange(store.Workers().Sum(w => w.Rows), 4, 9);
        Assert.Equal(3, Run().Windows.Count);
    }

    [Fact]
    public void Trials_that_all_fail_leave_a_window_flat_with_their_error()
    {
        File.WriteAllText(Path.Combine(_folder, "sessions.yaml"), Plan.Replace("arls", "future_file", StringComparison.Ordinal));
        var report = Run(axis: "strategies.future_file.params.target_r");
        Assert.Equal((9, null), (report.Failed, report.Verdict));
        Assert.All(report.Windows, w => Assert.StartsWith("all trials failed in training: flat. The strategy future_file (LeakyStrategies) failed on EURUSD", w.Note, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_wrong_with_the_bars_is_said_once_as_by_a_sweep()
    {
        var bars = new StringBuilder("time,open,high,low,close,volume\n");
        // Half-hourly from Sunday 24:00 to Friday 23:00: the market of these weeks is open from Sunday 21:00 UTC.
        for (var time = new DateTime(2025, 6, 16); time < new DateTime(2025, 8, 7); time = time.AddMinutes(30))
            if (time.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) bars.Append(CultureInfo.InvariantCulture, $"{time:yyyy-MM-ddTHH:mm:ssZ},1.1,1.11,1.09,1.1,1\n");
        File.WriteAllText(Path.Combine(_folder, "EURUSD.csv"), bars.ToString());
        File.WriteAllText(Path.Combine(_folder, "sessions.yaml"), Plan.Replace("[EURUSD, GBPUSD]", "[EURUSD]\n  interval: 30m", StringComparison.Ordinal).Replace("simulated", "csv\n  data_dir: .", StringComparison.Ordinal));
        var report = Run();
        Assert.Collection(
            report.Warnings, w => Assert.Contains("the time zone looks mislabelled", w, StringComparison.Ordinal), w => Assert.Contains("36 of 1392 bars (2.6 %) lie outside trading hours", w, StringComparison.Ordinal));
        using var store = Store();
        Assert.Equal(report.Warnings, store.WalkForward(report.Sweep)!.Report.Warnings);
    }

    [Fact]
    public void A_report_that_an_earlier_version_kept_has_no_warnings()
    {
        var json = JsonNode.Parse(StoreJson.Of(Run()))!.AsObject();
        Assert.True(json.Remove("Warnings") || json.Remove("warnings"));
        Assert.Empty(StoreJson.WalkForward(json.ToJsonString(), "walk").Warnings);
    }

    [Fact]
    public void A_file_without_windows_is_an_error()
    {
        var path = Path.Combine(_folder, "none.yaml");
        File.WriteAllText(path, "sweep: {name: a, sessions: sessions.yaml, axes: {risk.max_open_positions: [1, 2]}}");
        Assert.Equal("WalkForwardMissing", Assert.Throws<AxflException>(() => new AxflRuntime().WalkForward.Run(new(path), null, CancellationToken.None)).ErrorId);
    }

    private TrialStore Store() => StoreLocation.Open(new SweepStoreRequest { Store = Path.Combine(_folder, "sweeps.db"), WorkingDirectory = _folder }, StoreAccess.Read, TimeProvider.System, _ => null);

    private WalkForwardReport Run(
        IProgress<WalkForwardProgress>? progress = null, int minTrades = 1, string until = "2025-08-06", string more = "", string axis = "strategies.arls.params.sweep_pips", CancellationToken cancellation = default)
    {
        var path = Path.Combine(_folder, "sweep.yaml");
        File.WriteAllText(path, $$"""
            sweep:
              name: walk
              sessions: sessions.yaml
              since: 2025-07-01
              until: {{until}}
              {{more}}
              axes:
                {{axis}}: [1, 2, 3]
              objective: {by: AverageR, min_trades: {{minTrades}}}
              walk_forward: {train: 2w, test: 1w}
            """);
        var request = new WalkForwardRequest(path) { Store = new SweepStoreRequest { Store = Path.Combine(_folder, "sweeps.db"), WorkingDirectory = _folder }, Throttle = 1, StrategyAssemblies = [StrategyTests.StrategyTestRun.Leaky] };
        return new AxflRuntime().WalkForward.Run(request, progress, cancellation);
    }

    private async Task<RunSummary> Replay(WalkForwardWindow window)
    {
        var request = new RunRequest
        {
            SessionsPath = Path.Combine(_folder, "sessions.yaml"), Since = window.TestSince, Until = window.TestUntil, OutputDirectory = _folder, WorkingDirectory = _folder,
            Set = [.. window.Parameters.Select(p => FormattableString.Invariant($"{p.Key}={p.Value}"))],
        };
        await using var run = new AxflRuntime().Start(request, CancellationToken.None);
        await foreach (var _ in run.Events)
        {
            // Read to the end.
        }

        return await run.Completion;
    }

    private sealed class Watching(Action<WalkForwardProgress> told) : IProgress<WalkForwardProgress>
    {
        public void Report(WalkForwardProgress value) => told(value);
    }
}
