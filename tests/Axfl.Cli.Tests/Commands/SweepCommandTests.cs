using Axfl.Cli.Tests.Fakes;
using Axfl.Contracts;

namespace Axfl.Cli.Tests.Commands;

/// <summary>The commands that run sweeps: what they ask, what they write, and how they end.</summary>
public class SweepCommandTests
{
    private static readonly SweepTrial One = new()
    {
        Sweep = "a", Trial = 1, State = "done", Parameters = new Dictionary<string, object?> { ["risk.max_open_positions"] = 2.0, ["strategies.lsg.params.target_r"] = 1.5 }, Trades = 120,
        TotalR = 12.5, AverageR = 0.1042, MaxDrawdownR = 4.2, CostShare = 0.31, LedgerHash = "ab",
    };

    private static readonly SweepTrial Two = new() { Sweep = "a", Trial = 2, State = "failed", Parameters = One.Parameters, Error = "no luck" };

    [Theory]
    [InlineData(0, 0, 0, false, 0)]
    [InlineData(1, 0, 0, false, 6)]
    [InlineData(0, 1, 0, false, 6)]
    [InlineData(0, 0, 1, false, 7)]
    [InlineData(1, 0, 1, false, 7)]
    [InlineData(0, 1, 0, true, 143)]
    public async Task A_sweep_ends_with_the_code_of_what_came_of_it(int failed, int left, int alarms, bool interrupted, int code)
    {
        using var test = Test(new SweepReport { Sweep = "a", Trials = 10, Done = 10 - failed - left, Failed = failed, Alarms = [.. Enumerable.Repeat("k", alarms)], Interrupted = interrupted });
        Assert.Equal(code, await test.Run("sweep", "run", "s.yaml"));
    }

    [Fact]
    public async Task A_run_asks_what_its_options_say()
    {
        using var test = Test();
        Assert.Equal(0, await test.Run(
            "sweep", "run", "s.yaml", "--throttle", "3", "--trial-timeout", "90", "--keep-trades", "5", "--append", "--force", "--store", "x.db", "--open-holdout", "--trial", "3", "7"));
        var asked = ((FakeSweeps)test.Runtime.Sweeps).Asked!;
        Assert.Equal((3, TimeSpan.FromSeconds(90), 5, true, true, "x.db", true, "local"),
            (asked.Throttle, asked.TrialTimeout, asked.KeepTrades, asked.Append, asked.Force, asked.Store.Store, asked.OpenHoldout, asked.Pool));
        Assert.Equal([3, 7], asked.Trials);
        Assert.Equal(Path.Combine(CommandTest.Directory, "s.yaml"), asked.Path);
    }

    [Fact]
    public async Task Trials_come_as_a_table_with_the_axes_by_their_last_words()
    {
        using var test = Test(trials: [One, Two]);
        await test.Run("sweep", "run", "s.yaml");
        Assert.Equal(
            """
            trial  max_open_positions  target_r  trades        R  mean R  drawdown R  cost share  error
                1                   2       1.5     120  +12.50R  0.1042       4.20R       31.0%
                2                   2       1.5       -        -       -           -           -  no luck


            """.ReplaceLineEndings("\n"), test.Out);
    }

    [Fact]
    public async Task Trials_come_as_json_one_a_line()
    {
        using var test = Test(trials: [One, Two]);
        await test.Run("sweep", "run", "s.yaml", "--format", "json");
        var lines = test.Out.TrimEnd().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("""{"sweep":"a","trial":1,"state":"done","parameters":{"risk.max_open_positions":2,"strategies.lsg.params.target_r":1.5},"ledger_hash":"ab",""", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"cost_share\":0.31", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"trades\":null", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_tells_trials_streams_bars_time_and_memory()
    {
        using var test = Test();
        Assert.Equal(0, await test.Run("sweep", "plan", "s.yaml"));
        foreach (var part in new[] { "10 of 12 points (2 excluded by conditions, 0 repeated)", "x < y: excludes 2", "0:03:20", "70 MiB of 700 MiB", "signal streams" })
            Assert.Contains(part, test.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verifying_ends_with_7_when_a_ledger_differs_and_names_both()
    {
        var checks = new[] { new SweepCheck { Sweep = "a", Trial = 1, Ok = true, LedgerHash = "aa", ReplayHash = "aa" }, new SweepCheck { Sweep = "a", Trial = 9, LedgerHash = "aa", ReplayHash = "bb", Problem = "aa is not bb" } };
        using var test = new CommandTest(new FakeRuntime { Sweeps = new FakeSweeps { Checks = checks } });
        Assert.Equal(7, await test.Run("sweep", "verify", "a", "--sample", "5", "--data", "bars"));
        Assert.Contains("error: a/9: aa is not bb", test.Error, StringComparison.Ordinal);
        Assert.Equal((5, "a"), (((FakeSweeps)test.Runtime.Sweeps).AskedTrials!.Sample, ((FakeSweeps)test.Runtime.Sweeps).AskedTrials!.Sweep));
    }

    [Fact]
    public async Task An_export_goes_to_standard_output()
    {
        using var test = Test();
        Assert.Equal(0, await test.Run("sweep", "export", "a", "--trial", "4"));
        Assert.Equal("portfolio:\n", test.Out);
        Assert.Equal([4], ((FakeSweeps)test.Runtime.Sweeps).AskedTrials!.Trials);
    }

    [Fact]
    public async Task A_stop_names_its_sweep()
    {
        using var test = Test();
        Assert.Equal(0, await test.Run("sweep", "stop", "a"));
        Assert.Equal("a", ((FakeSweeps)test.Runtime.Sweeps).Stopped);
    }

    [Fact]
    public async Task A_trial_is_replayed_with_its_files()
    {
        using var test = Test();
        Assert.Equal(0, await test.Run("live-port", "--trial", "lsg/17"));
        Assert.Equal("of the trial", test.Runtime.Request!.Profile);
        var asked = ((FakeSweeps)test.Runtime.Sweeps).AskedTrials!;
        Assert.Equal(("lsg", 17), (asked.Sweep, asked.Trials[0]));
    }

    [Theory]
    [InlineData("--trial", "lsg", "live-port --trial lsg", "is not the name of a trial")]
    [InlineData("--cfg", "a.yaml", "live-port --trial lsg/1 --cfg a.yaml", "a trial keeps the plan it was run with")]
    [InlineData("--store", "a.db", "live-port --store a.db", "for trials of a sweep only")]
    [InlineData("--throttle", "0", "sweep run s.yaml --throttle 0", "--throttle must be a whole number from 1")]
    [InlineData("--trial", "x", "sweep export a --trial x", "is not the number of a trial")]
    public async Task What_does_not_go_together_is_usage(string option, string value, string line, string message)
    {
        Assert.Contains($"{option} {value}", line, StringComparison.Ordinal);
        using var test = Test();
        Assert.Equal(2, await test.Run(line.Split(' ')));
        Assert.Contains(message, test.Error, StringComparison.Ordinal);
    }

    private static CommandTest Test(SweepReport? report = null, IReadOnlyList<SweepTrial>? trials = null) =>
        new(new FakeRuntime { Sweeps = new FakeSweeps { Report = report ?? new SweepReport { Sweep = "a", Trials = 2, Done = 2 }, Trials = trials ?? [] } });
}
