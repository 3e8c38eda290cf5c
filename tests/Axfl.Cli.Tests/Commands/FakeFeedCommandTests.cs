using Axfl.Cli.Tests.Fakes;
using Axfl.Contracts;

namespace Axfl.Cli.Tests.Commands;

public class FakeFeedCommandTests
{
    [Theory]
    [InlineData(Cli.Hosting.ExitCode.Interrupted)]
    [InlineData(Cli.Hosting.ExitCode.Terminated)]
    public async Task The_address_is_the_first_line_of_standard_output_and_a_signal_stops_the_server_in_order(int code)
    {
        using var test = new CommandTest(new FakeRuntime { FakeFeed = new StubFeed { Says = ["connected, 1 open"] } });
        var run = test.Run("fake-feed");
        test.Stop.Request(code);
        Assert.Equal(code, await run);
        Assert.Equal("listening on ws://127.0.0.1:8765\n", test.Out);
        Assert.Contains("--endpoint ws://127.0.0.1:8765\n", test.Error, StringComparison.Ordinal);
        Assert.EndsWith("\nconnected, 1 open\nclosed\n", test.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_reach_the_request()
    {
        using var test = new CommandTest();
        test.Stop.Request(Cli.Hosting.ExitCode.Interrupted);
        await test.Run("fake-feed", "--port", "0", "--ticks-per-second", "2.5", "--drop-every", "30", "--silence-after", "0");
        Assert.Equal(
            new FakeFeedRequest { Port = 0, TicksPerSecond = 2.5, DropEvery = TimeSpan.FromSeconds(30), SilenceAfter = TimeSpan.Zero }, test.Runtime.FakeFeedAsked);
    }

    [Fact]
    public async Task Without_options_the_server_behaves()
    {
        using var test = new CommandTest();
        test.Stop.Request(Cli.Hosting.ExitCode.Interrupted);
        await test.Run("fake-feed");
        Assert.Equal(new FakeFeedRequest(), test.Runtime.FakeFeedAsked);
    }

    [Fact]
    public async Task What_stops_the_server_is_reported()
    {
        var fault = new AxflException("FakeFeedBroken", ErrorKind.Feed, "It broke.");
        using var test = new CommandTest(new FakeRuntime { FakeFeed = new StubFeed { Fault = fault } });
        Assert.Equal(5, await test.Run("fake-feed"));
        Assert.EndsWith("error: It broke.\n", test.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port must be a port", "--port", "70000")]
    [InlineData("--ticks-per-second must be a number", "--ticks-per-second", "many")]
    [InlineData("--drop-every must be a number of 1 or more", "--drop-every", "0.5")]
    [InlineData("--silence-after must be a number", "--silence-after=-1")]
    public async Task Bad_numbers_are_bad_usage(string expected, params string[] args)
    {
        using var test = new CommandTest();
        Assert.Equal(2, await test.Run(["fake-feed", .. args]));
        Assert.Contains(expected, test.Error, StringComparison.Ordinal);
        Assert.Null(test.Runtime.FakeFeedAsked);
    }
}
