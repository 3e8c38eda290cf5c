using System.Text.Json;
using Axfl.Cli.Tests.Fakes;
using Axfl.Contracts;

namespace Axfl.Cli.Tests.Commands;

public class WalkForwardCommandTests
{
    private static readonly WalkForwardReport Report = new()
    {
        Sweep = "s", Trials = 4, Choose = "best", Since = Samples.Monday, Until = Samples.Monday.AddDays(40), Days = 40, TotalR = 2, MeanDayR = 0.05, IntervalLow = -0.01, IntervalHigh = 0.11,
        DaySharpe = 0.1, Psr = 0.9, MinDays = 270.4, Efficiency = 0.8, WindowsAbove = 0.5, Verdict = "weak", Text = "Weak.", LeftOut = "The rest is not tested.",
        Windows =
        [
            new() { Window = 1, Trial = 3, Parameters = new Dictionary<string, object?> { ["strategies.lsg.params.sweep_pips"] = 2.5 }, TrainTrades = 30, TrainTotalR = 4, TestTotalR = 2, TestTrades = 9 },
            new() { Window = 2, Note = "no trial has 100 trades" },
        ],
        Moves = [new("strategies.lsg.params.sweep_pips", 1, 1)],
    };

    [Fact]
    public async Task Windows_figures_and_the_verdict_are_shown()
    {
        using var test = new CommandTest(new FakeRuntime { Forward = new FakeWalkForward { Report = Report } });
        Assert.Equal(0, await test.Run("walk-forward", "sweep.yaml", "--store", "my.db", "--throttle", "2"));
        Assert.Equal((Path.Combine(CommandTest.Directory, "sweep.yaml"), "my.db", 2), (test.Runtime.Forward.Request!.Path, test.Runtime.Forward.Request.Store.Store, test.Runtime.Forward.Request.Throttle));
        Assert.Matches(@"verdict +weak\n", test.Out);
        Assert.Matches(@"mean day R +0\.0500 \(95 %: -0\.0100 to 0\.1100\)\n", test.Out);
        Assert.Matches(@"min days +271\n", test.Out);
        Assert.Contains("sweep_pips=2.5", test.Out, StringComparison.Ordinal);
        Assert.Contains("window 2: no trial has 100 trades\nThe rest is not tested.\nWeak.\n", test.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 6)]
    [InlineData(1, 1, 7)]
    public async Task Trials_that_failed_are_code_6_and_those_that_differ_7(int failed, int alarms, int code)
    {
        using var test = new CommandTest(new FakeRuntime { Forward = new FakeWalkForward { Report = Report with { Failed = failed, Alarms = alarms } } });
        Assert.Equal(code, await test.Run("walk-forward", "sweep.yaml"));
    }

    [Fact]
    public async Task What_is_wrong_with_the_data_is_said_beside_the_report()
    {
        using var test = new CommandTest(new FakeRuntime { Forward = new FakeWalkForward { Report = Report with { Warnings = ["EURUSD begins late."] } } });
        Assert.Equal(0, await test.Run("walk-forward", "sweep.yaml"));
        Assert.Contains("warning: EURUSD begins late.\n", test.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("begins late", test.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_object()
    {
        using var test = new CommandTest(new FakeRuntime { Forward = new FakeWalkForward { Report = Report } });
        Assert.Equal(0, await test.Run("walk-forward", "sweep.yaml", "--format", "json"));
        using var json = JsonDocument.Parse(test.Out);
        Assert.Equal("weak", json.RootElement.GetProperty("Verdict").GetString());
        Assert.Equal(2, json.RootElement.GetProperty("Windows").GetArrayLength());
    }
}
