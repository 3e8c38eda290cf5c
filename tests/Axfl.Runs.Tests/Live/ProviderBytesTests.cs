using System.Text;
using Axfl.Contracts;
using Axfl.FakeHost;
using Axfl.Providers.Common;
using Axfl.Providers.Common.Rest;
using Axfl.Providers.Dukascopy;
using Axfl.Providers.Finnhub;
using Axfl.Providers.Oanda;
using Axfl.Providers.TwelveData;
using Axfl.Runs.Live;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Live;

/// <summary>Whatever bytes a provider sends, its reader gives bars or an error by name: nothing else ever comes out of it.</summary>
public sealed class ProviderBytesTests
{
    private static readonly Dictionary<string, (string Frame, Action<RestAnswer> Read)> Readers = new()
    {
        ["finnhub"] = ("finnhub/rest_candle_ok.json", a => FinnhubCandles.Read(a, 6, DateTimeOffset.UnixEpoch)),
        ["twelvedata"] = ("twelvedata/rest_time_series_desc.json", a => TwelveDataSeries.Read(a, "EUR/USD", DateTimeOffset.UnixEpoch)),
        ["earliest"] = ("twelvedata/rest_time_series_desc.json", a => TwelveDataSeries.ReadEarliest(a, DateTimeOffset.UnixEpoch)),
        ["oanda"] = ("oanda/rest_candles_m5_mba.json", a => OandaCandles.Read(a, "EUR_USD")),
        ["dukascopy"] = ("dukascopy/candles_empty_saturday.json", a => DukascopyCandles.Read(a)),
    };

    public static TheoryData<string> Names => [.. Readers.Keys];

    public static TheoryData<string> Providers => ["finnhub", "twelvedata", "oanda", "dukascopy"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_byte_changed_removed_or_cut_off_gives_bars_or_an_error_by_name(string name)
    {
        var (frame, read) = Readers[name];
        var body = Encoding.UTF8.GetBytes(name == "dukascopy" ? new FakeMarket(new Interval(1)).Dukascopy(Day()).Body[..600] : RestFrames.Reply(frame).Body);
        foreach (var status in new[] { 200, 401 })
        {
            for (var at = 0; at < Math.Min(body.Length, 500); at += 3)
            {
                foreach (var value in new byte[] { 0xff, 0xc3, (byte)'"', (byte)'9', (byte)'[', (byte)'\\', 0 }) Try([.. body[..at], value, .. body[(at + 1)..]]);
                Try(body[..at]);
                Try([.. body[..at], .. body[(at + 1)..]]);
            }

            void Try(byte[] bytes)
            {
                var answer = Answer(bytes, status);
                if (Record.Exception(() => answer.Read(a => { read(a); return 0; })) is { } error) Assert.IsType<FeedException>(error);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_of_the_wrong_kind_give_bars_or_an_error_by_name(string name)
    {
        var read = Readers[name].Read;
        string[] values = ["null", "true", "-1", "1e999", "99999999999999999999999999", "\"\"", "\"\\ud800\"", "\"1e999\"", "[]", "{}", "[[]]", "[null,1]", "[{}]", "[\"\\udc00x\"]", "\"9999-12-31T23:59:59.999999999Z\""];
        string[] members = ["s", "t", "o", "h", "l", "c", "v", "error", "code", "status", "message", "values", "unix_time", "candles", "errorMessage", "times", "opens", "multiplier", "timestamp", "shift", "\\ud800"];
        foreach (var value in values)
        {
            foreach (var member in members)
            {
                foreach (var text in new[] { $"{{\"{member}\":{value}}}", $"[{value}]", value, $"{{\"s\":\"ok\",\"{member}\":[{value}]}}", $"{{\"candles\":[{{\"time\":{value},\"{member}\":{value}}}]}}" })
                {
                    if (Record.Exception(() => Answer(Encoding.UTF8.GetBytes(text), 200).Read(a => { read(a); return 0; })) is { } error)
                        Assert.IsType<FeedException>(error);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task An_answer_with_a_byte_that_is_no_text_or_half_a_surrogate_pair_is_a_failure_the_caller_gets_told(string provider)
    {
        byte[][] bodies =
        [
            [.. "{\"message\":\""u8, 0xff, .. "\",\"status\":\"ok\",\"s\":\"ok\",\"candles\":[],\"values\":[],\"times\":[]}"u8],
            [.. """{"message":"\ud800","s":"\ud800","status":"\ud800","candles":[{"time":"\ud800"}],"values":[{"datetime":"\udc00"}],"times":["\ud800"]}"""u8],
            Encoding.UTF8.GetBytes(new string('[', 5000)),
        ];
        foreach (var body in bodies)
        {
            await using var history = await HistoryHarness.Start(provider, new RestReply(200, "") { Bytes = body });
            var fetch = new HistoryFetch(history.History, HistoryHarness.FiveMinutes, TimeProvider.System);
            var range = new RepairRange(0, FeedHarness.EurUsd, HistoryHarness.T0 - 60 * EventTime.Minute, HistoryHarness.T0);
            var answer = await fetch.Ask(new RepairRequest(RepairKind.WhileLost, [range]), TimeSpan.FromMinutes(5), null, CancellationToken.None);
            Assert.Empty(answer.Bars);
            Assert.Contains("EURUSD: 127.0.0.1 sent ", answer.Failure, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("finnhub", 401, FeedErrorClass.Auth)]
    [InlineData("twelvedata", 500, FeedErrorClass.Transient)]
    [InlineData("oanda", 401, FeedErrorClass.Auth)]
    public async Task An_error_whose_text_cannot_be_read_keeps_the_class_of_its_status(string provider, int status, FeedErrorClass expected)
    {
        await using var history = await HistoryHarness.Start(provider, new RestReply(status, "") { Bytes = [.. "{\"error\":\"\\ud800\",\"errorMessage\":\""u8, 0xfe, .. "\"}"u8] });
        Assert.Equal(expected, (await Assert.ThrowsAsync<FeedException>(() => history.FetchHour())).ErrorClass);
    }

    [Fact]
    public async Task A_body_whose_compression_is_damaged_is_unreadable()
    {
        var reply = new RestReply(200, "") { Bytes = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 0xde, 0xad, 0xbe, 0xef, 1, 2, 3, 4, 5, 6, 7, 8, 9], Headers = new Dictionary<string, string> { ["Content-Encoding"] = "gzip" } };
        await using var history = await HistoryHarness.Start("finnhub", reply);
        Assert.Equal("HistoryAnswerUnreadable", (await Assert.ThrowsAsync<FeedException>(() => history.FetchHour())).ErrorId);
    }

    [Fact]
    public async Task A_server_that_hangs_up_is_not_called_unreachable()
    {
        await using var history = await HistoryHarness.Start("finnhub", new RestReply(0, ""));
        var error = await Assert.ThrowsAsync<FeedException>(() => history.FetchHour());
        Assert.Contains("took the connection and broke it off", error.Message, StringComparison.Ordinal);
    }

    private static RestCall Day() => new("/v1/candles/minute/EUR-USD/BID/2026/3/2", "", new Dictionary<string, string>(), new Dictionary<string, string>());

    private static RestAnswer Answer(byte[] body, int status) => new("host", status, body, _ => null, new KeyRedactor(["KEY"]), DateTimeOffset.UnixEpoch);
}
