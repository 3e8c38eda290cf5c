using Axfl.Cli.Tests.Fakes;
using Axfl.Contracts;

namespace Axfl.Cli.Tests.Commands;

/// <summary>axfl measure and its subcommands.</summary>
public class MeasureCommandTests
{
    [Fact]
    public async Task Measure_alone_and_with_a_run_still_shows_the_metrics_of_a_run()
    {
        using var newest = new CommandTest();
        using var named = new CommandTest();
        Assert.Equal(0, await newest.Run("measure"));
        Assert.Equal(0, await named.Run("measure", "a"));
        Assert.Contains("win rate", newest.Out);
        Assert.Equal("a", named.Runtime.RunAsked);
        Assert.Null(named.Runtime.Measured.Asked);
    }

    [Fact]
    public async Task The_figures_stand_under_the_period_that_was_traded()
    {
        var traded = Samples.Summary() with { TradedSince = new DateTime(2026, 1, 12, 7, 0, 0), TradedUntil = new DateTime(2026, 1, 13, 10, 30, 0) };
        using var test = new CommandTest(new FakeRuntime { Summary = traded });
        Assert.Equal(0, await test.Run("measure", "a"));
        Assert.Contains("2026-01-12 07:00 to 2026-01-13 10:30 UTC", test.Out + test.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ambiguity_shows_the_runs_the_bounds_and_what_leaves_them()
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run("measure", "ambiguity", "a", "--trades"));
        Assert.Matches("undecided trades +1\n", test.Out);
        Assert.Matches("run: drill +-\n", test.Out);
        Assert.Matches("same trades, at the best +\\+0\\.50R\n", test.Out);
        Assert.Matches("ambiguity +2\\.00R, 133\\.3% of", test.Out);
        Assert.Contains("The runs best leave the fixed bounds.", test.Out);
        Assert.Matches("2 +EURUSD +lsg +2025-01-02 07:00 +2025-01-02 07:05 +-1\\.00R +-1\\.00R +\\+1\\.00R", test.Out);
    }

    [Fact]
    public async Task Gates_show_what_each_saved_its_doubt_its_refusals_and_its_share()
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run("measure", "gates", "a", "--rule", "drawdown", "--attribution", "shapley", "--seed", "3"));
        Assert.Matches("total R +-1\\.50R, cost share 25\\.0%", test.Out);
        Assert.Matches("drawdown +-4\\.00R +5 +\\+2\\.50R +-1\\.00R to \\+6\\.00R +0\\.1200 +0\\.2400 +\\+1,250\\.00", test.Out);
        Assert.Matches("drawdown +4 \\(1 overlapping\\) +2 +0 +-2\\.00R +-1\\.000R +\\+0\\.50R", test.Out);
        Assert.Matches("all less none +\\+1\\.25R", test.Out);
        var asked = Assert.IsType<GateRequest>(test.Runtime.Measured.Asked);
        Assert.Equal((true, 3), (asked.Shapley, asked.Seed));
        Assert.Equal(["drawdown"], asked.Rules);
        Assert.EndsWith(Path.Combine("runs", "a"), asked.RunDirectory);
    }

    [Fact]
    public async Task Robustness_shows_quantiles_the_break_even_and_why_a_kind_has_none()
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run("measure", "robustness", "a", "--kind", "costs", "--kind", "resample", "--draws", "50", "--seed", "2", "--step", "strategies.lsg.params.target_r=0.1"));
        Assert.Matches("costs +total R +-1\\.50R +-1\\.60R +-4\\.00R", test.Out);
        Assert.Matches("resample +longest losing run +2 +- +-", test.Out);
        Assert.Contains("No draws of resample: fewer than 20 trading days.", test.Out);
        Assert.Matches("Total R is 0 at 0\\.71[34] times the costs\\.", test.Out);
        var asked = Assert.IsType<RobustnessRequest>(test.Runtime.Measured.Asked);
        Assert.Equal((50, 2), (asked.Draws, asked.Seed));
        Assert.Equal(["strategies.lsg.params.target_r=0.1"], asked.Steps);
    }

    [Theory]
    [InlineData("ambiguity", "{\"run\":\"a\",\"profile\":\"portfolio\"", "\"ambiguity_r\":2,", "\"drill_r\":null", "\"entry_time\":\"2025-01-02T07:00:00Z\"")]
    [InlineData("gates", "{\"run\":\"a\",\"rule\":\"drawdown\"", "\"saved_r\":2.5,", "\"p_holm\":0.24", "\"interaction_r\":0.5")]
    [InlineData("robustness", "{\"run\":\"a\",\"kind\":\"costs\"", "\"q05\":-3", "\"break_even_cost_factor\":0.7135", "\"as_run\":-1.5")]
    public async Task Json_is_an_object_a_line(string command, string begin, params string[] parts)
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run("measure", command, "a", "--format", "json"));
        var lines = test.Out.TrimEnd('\n').Split('\n');
        Assert.StartsWith(begin, lines[0]);
        Assert.All(parts, p => Assert.Contains(p, lines[0]));
        Assert.All(lines, l => Assert.NotNull(System.Text.Json.Nodes.JsonNode.Parse(l)));
    }

    [Theory]
    [InlineData("--profile", "london")]
    [InlineData("--data", "bars")]
    [InlineData("--since", "2025-01-01")]
    [InlineData("--set", "risk.max_open_positions=3")]
    public async Task With_an_option_of_a_plan_and_no_run_the_plan_is_measured(string option, string value)
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run("measure", "gates", option, value));
        Assert.Null(test.Runtime.Measured.Asked!.RunDirectory);
        Assert.Equal(option == "--profile" ? "london" : "portfolio", test.Runtime.Measured.Asked.Plan.Profile);
    }

    [Fact]
    public async Task Without_either_the_newest_run_is_measured_and_its_bars_may_have_moved()
    {
        using var newest = new CommandTest();
        using var moved = new CommandTest();
        Assert.Equal(0, await newest.Run("measure", "gates"));
        Assert.Equal(0, await moved.Run("measure", "gates", "a", "--data", "bars"));
        Assert.EndsWith(Path.Combine("runs", "newest"), newest.Runtime.Measured.Asked!.RunDirectory);
        Assert.EndsWith(Path.Combine("runs", "a"), moved.Runtime.Measured.Asked!.RunDirectory);
        Assert.Equal([Path.Combine(CommandTest.Directory, "bars")], moved.Runtime.Measured.Asked.Plan.DataPath);
    }

    [Theory]
    [InlineData("--profile is for a plan: omit it when a run is given.", "gates", "a", "--profile", "x")]
    [InlineData("--draws must be a whole number from 10 to 100000, not '5'.", "robustness", "--draws", "5")]
    [InlineData("--seed must be a whole number from 0 to 2147483647, not '-1'.", "gates", "--seed", "-1")]
    public async Task What_does_not_go_together_is_usage(string message, params string[] args)
    {
        using var test = new CommandTest();
        Assert.Equal(2, await test.Run(["measure", .. args]));
        Assert.Contains(message, test.Error);
        Assert.Null(test.Runtime.Measured.Asked);
    }

    [Fact]
    public async Task A_stop_ends_it_with_130()
    {
        using var test = new CommandTest(new FakeRuntime { Measured = new() { WaitsForStop = true } });
        var run = test.Run("measure", "robustness", "a");
        Assert.True(test.Stop.Request(130));
        Assert.Equal(130, await run);
        Assert.Equal("", test.Out);
    }
}
