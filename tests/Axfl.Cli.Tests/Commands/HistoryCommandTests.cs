using Axfl.Cli.Tests.Fakes;
using Axfl.Contracts;

namespace Axfl.Cli.Tests.Commands;

public class HistoryCommandTests
{
    private static readonly HistoryFile File = new("EURUSD", "/data/EURUSD_5m.csv", "twelvedata", "twelvedata: its key is set", 12_345, 345, Samples.Monday, Samples.Monday.AddDays(2));

    [Fact]
    public async Task Every_option_reaches_the_request()
    {
        using var test = new CommandTest();
        var code = await test.Run(
            "history", "save", "--symbol", "EURUSD", "gbp/usd", "--symbol", "XAUUSD", "--interval", "1h", "--since", "2026-01-01", "--until", "2026-02-01T00:00Z", "--source",
            "finnhub", "--data", "bars", "--endpoint", "http://127.0.0.1:8765");
        Assert.Equal(0, code);
        var request = test.Runtime.HistoryAsked!;
        Assert.Equal(["EURUSD", "gbp/usd", "XAUUSD"], request.Symbols);
        Assert.Equal(("1h", "finnhub", "http://127.0.0.1:8765"), (request.Interval, request.Source, request.Endpoint));
        Assert.Equal((new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc)), (request.Since, request.Until));
        Assert.Equal(Path.Combine(CommandTest.Directory, "bars"), request.DataDir);
    }

    [Fact]
    public async Task Without_options_five_minutes_are_saved_up_to_now_into_data()
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run("history", "save", "--symbol", "EURUSD", "--since", "2026-01-01"));
        var request = test.Runtime.HistoryAsked!;
        Assert.Equal(("5m", "auto", null, null), (request.Interval, request.Source, request.Until, request.Endpoint));
        Assert.Equal(Path.Combine(CommandTest.Directory, "data"), request.DataDir);
    }

    [Fact]
    public async Task The_files_are_a_table_and_symbols_and_waits_are_lines_on_standard_error()
    {
        using var test = new CommandTest(new FakeRuntime
        {
            History = [File],
            HistorySays =
            [
                new HistoryProgress("EURUSD", 0, 0, ""), new HistoryProgress("EURUSD", 0.2, 5000, ""), new HistoryProgress("EURUSD", 0.2, 5000, "credits, 23 s"),
                new HistoryProgress("EURUSD", 0.2, 5000, "credits, 22 s"), new HistoryProgress("EURUSD", 0.4, 10_000, ""), new HistoryProgress("GBPUSD", 0.5, 12_345, ""),
            ],
        });
        Assert.Equal(0, await test.Run("history", "save", "--symbol", "EURUSD", "--since", "2026-01-01"));
        Assert.Matches(@"EURUSD +twelvedata +12,345 +345 +2026-01-12 07:05 +2026-01-14 07:05 +/data/EURUSD_5m\.csv\n", test.Out);
        Assert.Equal("EURUSD  0 bars\nEURUSD  5,000 bars  waits for credits, 23 s\nGBPUSD  12,345 bars\nEURUSD: twelvedata: its key is set\n", test.Error);
    }

    [Fact]
    public async Task On_a_terminal_texts_of_servers_are_no_markup()
    {
        using var test = new CommandTest(new FakeRuntime { History = [File], HistorySays = [new HistoryProgress("EURUSD", 0.5, 1, "[/]")] }, terminal: true);
        Assert.Equal(0, await test.Run("history", "save", "--symbol", "EURUSD", "--since", "2026-01-01"));
        Assert.Contains("twelvedata", test.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_cancels_the_download()
    {
        using var test = new CommandTest(new FakeRuntime { WaitsForStop = true });
        var run = test.Run("history", "save", "--symbol", "EURUSD", "--since", "2026-01-01");
        test.Stop.Request(Cli.Hosting.ExitCode.Interrupted);
        Assert.Equal(130, await run);
        Assert.Equal("", test.Out);
    }

    [Theory]
    [InlineData("--symbol", "--since", "2026-01-01")]
    [InlineData("--since", "--symbol", "EURUSD")]
    [InlineData("'7x' is not an interval", "--symbol", "EURUSD", "--since", "2026-01-01", "--interval", "7x")]
    [InlineData("'yesterday' is not a time", "--symbol", "EURUSD", "--since", "yesterday", "--until", "2026-01-01")]
    [InlineData("'csv'", "--symbol", "EURUSD", "--since", "2026-01-01", "--source", "csv")]
    [InlineData("--until must be later", "--symbol", "EURUSD", "--since", "2026-01-02", "--until", "2026-01-01")]
    [InlineData("--endpoint is not an address", "--symbol", "EURUSD", "--since", "2026-01-02", "--endpoint", "nowhere")]
    public async Task Bad_usage_is_named(string expected, params string[] args)
    {
        using var test = new CommandTest();
        Assert.Equal(2, await test.Run(["history", "save", .. args]));
        Assert.Contains(expected, test.Error, StringComparison.Ordinal);
        Assert.Null(test.Runtime.HistoryAsked);
    }
}
