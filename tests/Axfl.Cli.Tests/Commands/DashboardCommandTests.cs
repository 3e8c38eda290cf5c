using Axfl.Cli.Tests.Fakes;
using Axfl.Contracts;

namespace Axfl.Cli.Tests.Commands;

public class DashboardCommandTests
{
    [Theory]
    [InlineData(Cli.Hosting.ExitCode.Interrupted)]
    [InlineData(Cli.Hosting.ExitCode.Terminated)]
    public async Task The_address_is_all_of_standard_output_and_a_signal_stops_the_server(int code)
    {
        using var test = new CommandTest();
        test.Stop.Request(code);
        Assert.Equal(code, await test.Run("dashboard"));
        Assert.Equal(("http://127.0.0.1:50123/?key=00ff" + Environment.NewLine, ""), (test.Out.ReplaceLineEndings(), test.Error));
        Assert.Equal(new DashboardRequest(Path.Combine(CommandTest.Directory, "logs")), test.Runtime.DashboardAsked);
        Assert.False(test.Runtime.Dashboard.IsOpened);
    }

    [Fact]
    public async Task Options_and_the_run_reach_the_request()
    {
        using var test = new CommandTest();
        test.Stop.Request(Cli.Hosting.ExitCode.Interrupted);
        await test.Run("dashboard", "first", "--out", "there", "--port", "8080", "--open");
        Assert.Equal(("first", 8080, Path.Combine(CommandTest.Directory, "there")), (test.Runtime.RunAsked, test.Runtime.DashboardAsked!.Port, test.Runtime.DashboardAsked.OutputDirectory));
        Assert.NotNull(test.Runtime.DashboardAsked.RunDirectory);
        Assert.True(test.Runtime.Dashboard.IsOpened);
    }

    [Fact]
    public async Task Without_a_browser_it_says_so_and_serves()
    {
        using var test = new CommandTest(new FakeRuntime { Dashboard = new StubDashboard { HasBrowser = false } });
        test.Stop.Request(Cli.Hosting.ExitCode.Interrupted);
        Assert.Equal(Cli.Hosting.ExitCode.Interrupted, await test.Run("dashboard", "--open"));
        Assert.Contains("There is no browser", test.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_bad_usage()
    {
        var fault = new AxflException("DashboardPortTaken", ErrorKind.Configuration, "Cannot listen on port 80 of 127.0.0.1.");
        using var test = new CommandTest(new FakeRuntime { Dashboard = new StubDashboard { Fault = fault } });
        Assert.Equal(2, await test.Run("dashboard", "--port", "80"));
        Assert.Contains("port 80", test.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_port_is_bad_usage()
    {
        using var test = new CommandTest();
        Assert.Equal(2, await test.Run("dashboard", "--port", "70000"));
        Assert.Null(test.Runtime.DashboardAsked);
    }
}
