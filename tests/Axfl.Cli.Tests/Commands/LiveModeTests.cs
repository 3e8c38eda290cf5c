using Axfl.Cli.Tests.Fakes;

namespace Axfl.Cli.Tests.Commands;

public class LiveModeTests
{
    [Fact]
    public async Task Every_live_option_reaches_the_request()
    {
        using var test = new CommandTest();
        var code = await test.Run(
            "live-port", "--mode", "ws", "--source", "finnhub", "--resume", "--run-id", "r1", "--stop-at-session-end", "--endpoint", "ws://127.0.0.1:8765",
            "--history-endpoint", "http://127.0.0.1:8766", "--until", "2026-03-06T21:00Z");
        Assert.Equal(0, code);
        var request = test.Runtime.Request!;
        Assert.Equal(("ws", "finnhub", "r1"), (request.Mode, request.Source, request.RunId));
        Assert.True(request.Resume && request.StopAtSessionEnd);
        Assert.Equal(("ws://127.0.0.1:8765", "http://127.0.0.1:8766"), (request.Endpoint, request.HistoryEndpoint));
    }

    [Fact]
    public async Task Without_them_a_live_run_begins_anew_at_the_providers_own_servers()
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run("live-port", "--mode", "ws"));
        var request = test.Runtime.Request!;
        Assert.False(request.Resume || request.StopAtSessionEnd);
        Assert.Equal((null, null), (request.Endpoint, request.HistoryEndpoint));
    }

    [Theory]
    [InlineData("--resume: for live runs only. Give --mode ws, or start without.", "--resume")]
    [InlineData("--stop-at-session-end: for live runs only. Give --mode ws, or start without.", "--mode", "replay", "--stop-at-session-end")]
    [InlineData("--endpoint: for live runs only. Give --mode ws, or start without.", "--endpoint", "ws://127.0.0.1:1")]
    [InlineData("--history-endpoint: for live runs only. Give --mode ws, or start without.", "--history-endpoint", "http://127.0.0.1:1")]
    [InlineData("--allow-plain: for live runs only. Give --mode ws, or start without.", "--allow-plain")]
    [InlineData("--columns: for new runs only", "--mode", "ws", "--resume", "--columns", "time,open,high,low,close")]
    [InlineData("--time-format: for new runs only", "--mode", "ws", "--resume", "--time-format", "iso")]
    [InlineData("--columns, --time-format: for new runs only", "--mode", "ws", "--resume", "--columns", "time,open,high,low,close", "--time-format", "iso")]
    [InlineData("--speed: for replays only; a live run begins now and goes at the speed of the market. Give --mode replay, or start without.", "--mode", "ws", "--speed", "60")]
    [InlineData("--since: for replays only; a live run begins now and goes at the speed of the market. Give --mode replay, or start without.", "--mode", "ws", "--since", "2026-03-03")]
    [InlineData("--data-timezone: for replays only; a live run begins now and goes at the speed of the market. Give --mode replay, or start without.", "--mode", "ws", "--data-timezone", "UTC")]
    [InlineData("--set: for new runs only; a resumed run keeps the plan of its run directory. Start without, or omit --resume.", "--mode", "ws", "--resume", "--set", "a=1")]
    [InlineData("--cfg, --profile, --spread-pips, --data: for new runs only", "--mode", "ws", "--resume", "--cfg", "a", "--profile", "b", "--spread-pips", "1", "--data", "x")]
    [InlineData("--endpoint is not an address", "--mode", "ws", "--endpoint", "127.0.0.1:8765")]
    [InlineData("--history-endpoint is not an address", "--mode", "ws", "--history-endpoint", "ftp://a/")]
    public async Task An_option_of_the_other_mode_and_a_bad_address_are_bad_usage(string expected, params string[] args)
    {
        using var test = new CommandTest();
        Assert.Equal(2, await test.Run(["live-port", .. args]));
        Assert.Contains(expected, test.Error, StringComparison.Ordinal);
        Assert.Null(test.Runtime.Request);
    }

    [Fact]
    public async Task All_options_of_the_other_mode_are_named_at_once()
    {
        using var test = new CommandTest();
        Assert.Equal(2, await test.Run("live-port", "--resume", "--endpoint", "ws://127.0.0.1:1"));
        Assert.Contains("--resume, --endpoint: for live runs only", test.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_either_mode_takes_of_files_and_addresses_reaches_the_request()
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run("live-port", "--mode", "ws", "--allow-plain", "--columns", "time,open,high,low,close", "--time-format", "iso", "--allow-rejected"));
        var request = test.Runtime.Request!;
        Assert.Equal((true, true, "time,open,high,low,close", "iso"), (request.AllowPlain, request.AllowRejected, request.DataColumns, request.DataTimeFormat));
    }

    [Fact]
    public async Task A_key_in_a_bad_address_is_not_repeated()
    {
        using var test = new CommandTest();
        Assert.Equal(2, await test.Run("live-port", "--mode", "ws", "--endpoint", "host?token=SECRET"));
        Assert.DoesNotContain("SECRET", test.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Sources_of_both_modes_are_completed()
    {
        using var test = new CommandTest();
        var offered = CommandLine.Create(test.Context).Parse("live-port --source ").GetCompletions().Select(c => c.Label);
        Assert.Empty(new[] { "auto", "csv", "simulated", "oanda", "twelvedata", "finnhub" }.Except(offered));
    }
}
