using System.Text.Json;
using Axfl.Cli.Tests.Fakes;

namespace Axfl.Cli.Tests.Commands;

/// <summary>The commands that read the store of trials.</summary>
public class SweepReadingTests
{
    [Fact]
    public async Task List_shows_how_far_sweeps_are_with_all_that_was_tried_and_an_opened_holdout()
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run("sweep", "list"));
        Assert.Matches(@"lsg-sweep +3 +2 +1 +0 +12\.50 +40 +EURUSD GBPUSD +5m +2015-01-01 00:00 +2018-01-01 00:00", test.Out);
        Assert.Contains("holdout opened on 2026-03-02 for 1 trial.", test.Error, StringComparison.Ordinal);
        Assert.Contains("warning: 2 second results", test.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trials_have_a_column_an_axis_and_blank_metrics_where_they_failed()
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run("sweep", "trials", "lsg-sweep"));
        Assert.Matches(@"trial +state +sweep_pips +second_move_only +trades +R +mean R +drawdown R +cost share +error", test.Out);
        Assert.Matches(@"1 +done +3 +true +100 +-1\.25R +-0\.0125 +8\.00R +50\.0%", test.Out);
        Assert.Matches(@"3 +failed +4 +true +- +- +- +- +- +lsg on EURUSD: no price", test.Out);
        Assert.Contains("holdout opened on", test.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Best_trials_have_beside_them_how_many_were_tried_and_what_is_left_of_them()
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run("sweep", "trials", "lsg-sweep", "--best", "5", "--by", "sqn"));
        var filter = ((FakeSweepStore)test.Runtime.SweepStore).Filter!;
        Assert.Equal((5, "sqn"), (filter.Best, filter.By));
        Assert.Matches(@"40\.0% +0\.43", test.Out);
        Assert.Contains("deflated", test.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--best", "0")]
    [InlineData("--best", "many")]
    [InlineData("--trial", "-1")]
    [InlineData("--format", "xml")]
    public async Task A_wrong_value_is_bad_usage(string option, string value)
    {
        using var test = new CommandTest();
        Assert.Equal(2, await test.Run("sweep", "trials", "lsg-sweep", option, value));
        Assert.Contains(value, test.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_an_object_a_line_with_null_where_undefined()
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run("sweep", "trials", "lsg-sweep", "--format", "json"));
        var lines = test.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(3, lines.Count);
        Assert.Equal((2, 12.5, 3.5), (lines[1].GetProperty("trial").GetInt32(), lines[1].GetProperty("total_r").GetDouble(),
            lines[1].GetProperty("parameters").GetProperty("strategies.lsg.params.sweep_pips").GetDouble()));
        Assert.Equal(JsonValueKind.Null, lines[2].GetProperty("total_r").ValueKind);
    }

    [Fact]
    public async Task Measure_shows_the_best_with_its_doubt_and_why_figures_are_missing()
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run("sweep", "measure", "lsg-sweep"));
        Assert.Matches(@"verdict +noise", test.Out);
        Assert.Matches(@"plans ever tried on these bars +40", test.Out);
        Assert.Matches(@"deflated +0\.43", test.Out);
        Assert.Matches(@"PBO +0\.55", test.Out);
        Assert.Matches(@"SPA p lower, consistent, upper +0\.30 0\.31 0\.40", test.Out);
        Assert.Matches(@"undefined: best, min days +its Sharpe ratio is not above 0", test.Out);
        Assert.Equal("Noise: trial 2 is the best of 40 tried.\n", test.Error);
    }

    [Fact]
    public async Task Remove_says_what_went_and_that_it_stays_counted()
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run("sweep", "remove", "lsg-sweep"));
        Assert.Equal("lsg-sweep", ((FakeSweepStore)test.Runtime.SweepStore).Removed);
        Assert.Equal("Removed sweep 'lsg-sweep': 3 trials, 2 results that no other sweep has. What was tried stays counted.\n", test.Error);
    }

    [Fact]
    public async Task The_store_is_given_or_that_of_the_environment()
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run("sweep", "list", "--store", "Host=db;Password=secret", "--out", "here/logs"));
        var request = ((FakeSweepStore)test.Runtime.SweepStore).Request!;
        Assert.Equal(("Host=db;Password=secret", Path.Combine(CommandTest.Directory, "here", "logs")), (request.Store, request.OutputDirectory));
        Assert.DoesNotContain("secret", test.Out + test.Error, StringComparison.Ordinal);
    }
}
