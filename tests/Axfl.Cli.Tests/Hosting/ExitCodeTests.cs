using Axfl.Cli.Tests.Fakes;
using Axfl.Contracts;

namespace Axfl.Cli.Tests.Hosting;

public class ExitCodeTests
{
    [Theory]
    [InlineData(ErrorKind.Configuration, 2)]
    [InlineData(ErrorKind.Data, 3)]
    [InlineData(ErrorKind.Output, 4)]
    [InlineData(ErrorKind.Feed, 5)]
    public async Task The_kind_of_an_error_is_the_exit_code(ErrorKind kind, int code)
    {
        var fault = new AxflException("SomethingWrong", kind, "What, where.") { RecommendedAction = "Do this." };
        using var start = new CommandTest(new FakeRuntime { StartFault = fault });
        using var later = new CommandTest(new FakeRuntime { Fault = fault });
        Assert.Equal(code, await start.Run("live-port"));
        Assert.Equal(code, await later.Run("live-port"));
        Assert.Equal("error: What, where.\nDo this.\n", start.Error);
        Assert.Equal(start.Error, later.Error);
    }

    [Fact]
    public async Task All_problems_of_a_sessions_file_are_listed_at_once()
    {
        var problems = new[]
        {
            new ConfigurationProblem("a.yaml", 3, 5, "portfolio.spraed_pips", "unknown key; did you mean spread_pips?", false),
            new ConfigurationProblem("a.yaml", 9, 1, "portfolio.dd_lock", "old name", true),
        };
        using var test = new CommandTest(new FakeRuntime { StartFault = new ConfigurationException(problems) });
        Assert.Equal(2, await test.Run("live-port"));
        Assert.Contains("a.yaml(3,5): error: portfolio.spraed_pips: unknown key; did you mean spread_pips?\n", test.Error, StringComparison.Ordinal);
        Assert.Contains("a.yaml(9,1): warning: portfolio.dd_lock: old name\n", test.Error, StringComparison.Ordinal);
        Assert.Contains("error: 1 error in the configuration", test.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("live-port", "--out", "")]
    [InlineData("live-port", "--out", "  ")]
    [InlineData("live-port", "--data", "")]
    [InlineData("live-port", "--data", "EURUSD=")]
    [InlineData("live-port", "--cfg", "")]
    [InlineData("sessions", "check", "")]
    [InlineData("data", "check", "")]
    [InlineData("runs", "--out", "")]
    [InlineData("trades", "--out", "")]
    public async Task An_empty_path_is_a_usage_error_and_no_working_directory(params string[] arguments)
    {
        using var test = new CommandTest();
        Assert.Equal(2, await test.Run(arguments));
        Assert.Contains("empty", test.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unexpected_error_is_one_line_and_code_1()
    {
        using var test = new CommandTest(new FakeRuntime { Fault = new InvalidOperationException("first\nsecond") });
        Assert.Equal(1, await test.Run("live-port"));
        Assert.Equal("error: unexpected InvalidOperationException: first (AXFL_DEBUG=1 shows where)\n", test.Error);
    }

    [Fact]
    public async Task An_unexpected_error_shows_its_stack_on_demand()
    {
        using var test = new CommandTest(new FakeRuntime { Fault = new InvalidOperationException("first") }, debug: true);
        Assert.Equal(1, await test.Run("live-port"));
        Assert.Contains("   at ", test.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'--spraed-pips'", "live-port", "--spraed-pips", "1")]
    [InlineData("'yesterday' is not a time", "live-port", "--since", "yesterday")]
    [InlineData("--spread-pips must be", "live-port", "--spread-pips=-1")]
    [InlineData("--speed must be", "live-port", "--speed", "NaN")]
    [InlineData("'paper'", "live-port", "--mode", "paper")]
    [InlineData("Required argument missing", "data", "check")]
    [InlineData("'nonsense'", "nonsense")]
    public async Task Bad_usage_says_what_is_wrong_and_returns_2(string expected, params string[] args)
    {
        using var test = new CommandTest();
        Assert.Equal(2, await test.Run(args));
        Assert.Contains(expected, test.Error, StringComparison.Ordinal);
        Assert.Contains("Usage: axfl", test.Error, StringComparison.Ordinal);
        Assert.Equal("", test.Out);
        Assert.Null(test.Runtime.Request);
    }

    [Fact]
    public async Task A_mistyped_option_is_answered_with_the_one_meant()
    {
        using var test = new CommandTest();
        await test.Run("live-port", "--spraed-pips", "1");
        Assert.Contains("--spread-pips", test.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_command_at_all_is_bad_usage()
    {
        using var test = new CommandTest();
        Assert.Equal(2, await test.Run());
        Assert.Contains("Usage: axfl --help", test.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_goes_to_standard_output_with_code_0()
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run("live-port", "--help"));
        Assert.Contains("--strategy-assembly", test.Out, StringComparison.Ordinal);
        Assert.Equal("", test.Error);
    }
}
