using Axfl.Cli.Tests.Fakes;
using Axfl.Contracts;

namespace Axfl.Cli.Tests.Commands;

public class CompareCommandTests
{
    private static readonly RunComparison Different = new()
    {
        Left = "a", Right = "b", Equal = false, Cause = "data", First = "EURUSD closed at 1.1641, not 1.1642", Time = Samples.Monday,
        Differences = [new RunDifference("configuration", 40, 0, "", "", ""), new RunDifference("bars", 1234, 2, "2026-01-12 07:05 EURUSD", "1.1641", "1.1642")],
    };

    [Fact]
    public async Task Equal_runs_say_so_and_the_code_is_0()
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run("compare", "a", "b"));
        Assert.Equal("equal: a and b\n", test.Out);
        var request = test.Runtime.CompareAsked!;
        Assert.Equal(["runs/a", "runs/b"], new[] { request.Left, request.Right! }.Select(p => Path.GetRelativePath(Path.Combine(CommandTest.Directory, "logs"), p).Replace('\\', '/')));
    }

    [Fact]
    public async Task Differences_are_a_table_whose_last_line_is_the_cause_and_the_code_is_3()
    {
        using var test = new CommandTest(new FakeRuntime { Comparison = Different });
        Assert.Equal(3, await test.Run("compare", "a", "b"));
        Assert.Matches(@"bars +1,234 +2 +2026-01-12 07:05 EURUSD +1\.1641 +1\.1642\n", test.Out);
        Assert.EndsWith("\ncause: data; first difference at 2026-01-12 07:05 UTC: EURUSD closed at 1.1641, not 1.1642\n", test.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_run_is_compared_with_the_bars_of_a_source()
    {
        using var test = new CommandTest();
        var code = await test.Run(
            "compare", "a", "--source", "csv", "--data", "bars", "--data", "EURUSD=e.csv", "--history-endpoint", "http://127.0.0.1:1", "--strategy-assembly", "mine.dll", "--out", "o");
        Assert.Equal(0, code);
        var request = test.Runtime.CompareAsked!;
        Assert.Equal((Path.Combine(CommandTest.Directory, "o", "runs", "a"), null), (request.Left, request.Right));
        Assert.Equal(("csv", "http://127.0.0.1:1"), (request.Source, request.HistoryEndpoint));
        Assert.Equal([Path.Combine(CommandTest.Directory, "bars"), "EURUSD=" + Path.Combine(CommandTest.Directory, "e.csv")], request.DataPath);
        Assert.Equal([Path.Combine(CommandTest.Directory, "mine.dll")], request.StrategyAssemblies);
    }

    [Theory]
    [InlineData("--endpoint")]
    [InlineData("--history-endpoint")]
    public async Task The_server_of_the_history_has_the_name_it_has_in_either_command(string option)
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run("compare", "a", "--source", "finnhub", option, "http://127.0.0.1:1"));
        Assert.Equal("http://127.0.0.1:1", test.Runtime.CompareAsked!.HistoryEndpoint);
        Assert.Equal(0, await test.Run("history", "save", "--symbol", "EURUSD", "--since", "2026-01-01", option, "http://127.0.0.1:1"));
        Assert.Equal("http://127.0.0.1:1", test.Runtime.HistoryAsked!.Endpoint);
    }

    [Theory]
    [InlineData("Required argument missing")]
    [InlineData("--source is for one run and a source", "a", "b", "--source", "csv")]
    [InlineData("--data is for one run and a source", "a", "b", "--data", "bars")]
    [InlineData("--history-endpoint is for one run and a source", "a", "b", "--history-endpoint", "http://127.0.0.1:1")]
    public async Task What_does_not_go_together_is_bad_usage(string expected, params string[] args)
    {
        using var test = new CommandTest();
        Assert.Equal(2, await test.Run(["compare", .. args]));
        Assert.Contains(expected, test.Error, StringComparison.Ordinal);
        Assert.Null(test.Runtime.CompareAsked);
    }
}
