using System.Globalization;
using System.Text;
using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Providers.Finnhub;
using Axfl.Providers.Oanda;
using Axfl.Providers.TwelveData;
using Axfl.Testing;

namespace Axfl.Providers.Tests.Common;

public sealed class FrameTests
{
    private readonly FeedFrame _frame = new();

    private delegate void Parser(ReadOnlySpan<byte> message, FeedFrame frame);

    public static TheoryData<string> Providers => ["finnhub", "twelvedata", "oanda"];

    private static Parser ParserOf(string provider) => provider switch
    {
        "finnhub" => FinnhubFrames.Parse,
        "twelvedata" => TwelveDataFrames.Parse,
        _ => OandaFrames.Parse,
    };

    private FeedFrame Read(string path)
    {
        ParserOf(path.Split('/')[0])(FrameFiles.Frame(path), _frame);
        return _frame;
    }

    [Fact]
    public void A_finnhub_batch_gives_all_prices_in_order_although_its_type_comes_last()
    {
        var frame = Read("finnhub/ws_trade_batch_multi_symbol.json");
        Assert.Equal(FrameKind.Prices, frame.Kind);
        Assert.Equal(["OANDA:EUR_USD", "OANDA:GBP_USD", "OANDA:XAU_USD", "OANDA:EUR_USD", "OANDA:USD_JPY"], frame.Ticks.Select(t => t.Symbol));
        Assert.Equal(new Tick(1772546700411, 5102.345), frame.Ticks[2].Tick);
        Assert.Equal(1, frame.Ticks[4].Volume);
        Assert.Equal(0, frame.BadItems);
    }

    [Theory]
    [InlineData("finnhub/ws_trade_single.json", nameof(FrameKind.Prices), 1)]
    [InlineData("finnhub/ws_trade_conditions.json", nameof(FrameKind.Prices), 3)]
    [InlineData("finnhub/ws_trade_unknown_fields.json", nameof(FrameKind.Prices), 1)]
    [InlineData("finnhub/ws_trade_duplicates_and_late.json", nameof(FrameKind.Prices), 4)]
    [InlineData("finnhub/ws_trade_empty_data.json", nameof(FrameKind.Prices), 0)]
    [InlineData("finnhub/ws_trade_null_data.json", nameof(FrameKind.Prices), 0)]
    [InlineData("finnhub/ws_ping.json", nameof(FrameKind.Heartbeat), 0)]
    [InlineData("finnhub/ws_unknown_type.json", nameof(FrameKind.Unknown), 0)]
    [InlineData("finnhub/ws_error_too_many_symbols.json", nameof(FrameKind.Error), 0)]
    [InlineData("finnhub/ws_error_invalid_symbol.json", nameof(FrameKind.Error), 0)]
    [InlineData("twelvedata/ws_price_fx_bid_ask.json", nameof(FrameKind.Prices), 1)]
    [InlineData("twelvedata/ws_price_fx_no_quote.json", nameof(FrameKind.Prices), 1)]
    [InlineData("twelvedata/ws_price_equity_volume.json", nameof(FrameKind.Prices), 1)]
    [InlineData("twelvedata/ws_heartbeat_ok.json", nameof(FrameKind.Heartbeat), 0)]
    [InlineData("twelvedata/ws_subscribe_status_ok.json", nameof(FrameKind.SubscribeStatus), 0)]
    [InlineData("twelvedata/ws_subscribe_status_error_messages.json", nameof(FrameKind.Error), 0)]
    [InlineData("twelvedata/ws_unknown_event.json", nameof(FrameKind.Unknown), 0)]
    [InlineData("twelvedata/ws_unsubscribe_status_ok.json", nameof(FrameKind.Unknown), 0)]
    public void Sample_frames_are_what_they_are(string path, string kind, int ticks)
    {
        var frame = Read(path);
        Assert.Equal((kind, ticks, 0), (frame.Kind.ToString(), frame.Ticks.Count, frame.BadItems));
    }

    [Fact]
    public void Refusals_name_their_symbol()
    {
        Assert.Equal("OANDA:EUR_USD", Assert.Single(Read("finnhub/ws_error_invalid_symbol.json").Refused).Symbol);
        Assert.Empty(Read("finnhub/ws_error_too_many_symbols.json").Refused);
        var partial = Read("twelvedata/ws_subscribe_status_warning_partial.json");
        Assert.Equal(["EUR/USD"], partial.Confirmed);
        Assert.Equal(new FrameFault("0700", "You are not authorized to access XHKG data."), Assert.Single(partial.Refused));
        Assert.Equal(["ABC/XYZ", "XAU/USD"], Read("twelvedata/ws_subscribe_status_error_fails.json").Refused.Select(f => f.Symbol));
        Assert.Equal("Cant parse message", Read("twelvedata/ws_subscribe_status_error_messages.json").Message);
    }

    [Fact]
    public void A_quote_is_a_mid_with_its_spread_and_a_lone_price_has_none()
    {
        var quoted = Read("twelvedata/ws_price_fx_bid_ask.json").Ticks[0].Tick;
        Assert.Equal((1772546700000, 1.16412, 0.00008), (quoted.Time, Math.Round(quoted.Price, 9), Math.Round(quoted.Spread, 9)));
        Assert.True(double.IsNaN(Read("twelvedata/ws_price_fx_no_quote.json").Ticks[0].Tick.Spread));
    }

    [Fact]
    public void Malformed_finnhub_frames_give_the_ticks_they_should_before_the_window_of_time()
    {
        foreach (var c in FrameFiles.Json("finnhub/ws_malformed_cases.json").GetProperty("cases").EnumerateArray())
        {
            var why = c.GetProperty("why").GetString()!;
            FinnhubFrames.Parse(Encoding.UTF8.GetBytes(c.GetProperty("raw").GetString()!), _frame);

            // Seconds, the future and strange symbols are judged by the feed, which knows the clock and what it subscribed.
            var judgedLater = why.Contains("seconds", StringComparison.Ordinal) || why.Contains("future", StringComparison.Ordinal) || why.Contains("never", StringComparison.Ordinal);
            Assert.True(_frame.Ticks.Count == (judgedLater ? 1 : c.GetProperty("ticks").GetInt32()), why);
        }
    }

    [Fact]
    public void Malformed_twelve_data_frames_give_the_ticks_they_should()
    {
        foreach (var c in FrameFiles.Json("twelvedata/ws_malformed_cases.json").GetProperty("cases").EnumerateArray())
        {
            TwelveDataFrames.Parse(Encoding.UTF8.GetBytes(c.GetProperty("raw").GetString()!), _frame);
            Assert.True(_frame.Ticks.Count == c.GetProperty("ticks").GetInt32(), c.GetProperty("why").GetString());
        }
    }

    [Fact]
    public void Oanda_lines_are_prices_heartbeats_and_what_must_be_skipped()
    {
        var kinds = FrameFiles.Lines("oanda/stream_prices.ndjson").Select(Kind).ToList();
        Assert.Equal(["Prices 1 0", "Prices 1 0", "Heartbeat 0 0", "Prices 1 0", "Heartbeat 0 0", "Unknown 0 0"], kinds);
        Assert.Equal(
            ["Unknown 0 0", "Prices 0 1", "Prices 0 1", "Unknown 0 0", "Unknown 0 0", "Error 0 0", "Unknown 0 0"],
            FrameFiles.Lines("oanda/stream_edge.ndjson").Select(Kind));
        OandaFrames.Parse(FrameFiles.Lines("oanda/stream_weekend.ndjson")[0], _frame);
        Assert.False(_frame.Ticks[0].Tradeable);

        string Kind(byte[] line)
        {
            OandaFrames.Parse(line, _frame);
            return string.Create(CultureInfo.InvariantCulture, $"{_frame.Kind} {_frame.Ticks.Count} {_frame.BadItems}");
        }
    }

    [Fact]
    public void The_best_bid_is_the_highest_and_the_best_ask_the_lowest_whatever_the_order()
    {
        OandaFrames.Parse("""{"type":"PRICE","time":"2026-03-03T14:05:00.0945Z","bids":[{"price":"1.1"},{"price":"1.3"},{"price":"1.2"}],"asks":[{"price":"1.6"},{"liquidity":1,"price":"1.4"}],"instrument":"EUR_USD"}"""u8, _frame);
        Assert.Equal(Tick.FromQuote(1772546700094, 1.3, 1.4), _frame.Ticks[0].Tick);
    }

    [Theory]
    [InlineData("2026-03-03T14:05:00.094999999Z", 1772546700094)]
    [InlineData("2026-03-03T14:05:00Z", 1772546700000)]
    [InlineData("1772546700.094999999", 1772546700094)]
    [InlineData("1772546700", 1772546700000)]
    [InlineData("2026-03-03T14:05:00.1Z", 1772546700100)]
    [InlineData("2026-02-30T14:05:00Z", null)]
    [InlineData("2026-03-03T24:05:00Z", null)]
    [InlineData("2026-03-03 14:05:00Z", null)]
    [InlineData("2026-03-03T14:05:00.Z", null)]
    [InlineData("-1", null)]
    [InlineData("", null)]
    public void Oanda_times_are_cut_to_milliseconds_and_never_rounded(string text, long? expected)
    {
        var ok = OandaTime.TryParse(Encoding.UTF8.GetBytes(text), out var time);
        Assert.Equal(expected, ok ? time : null);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void A_thousand_mutated_frames_never_throw_and_never_give_an_impossible_price(string provider)
    {
        var parse = ParserOf(provider);
        var samples = FrameFiles.All(provider);
        var random = new Random(20260303);
        for (var i = 0; i < 1000; i++)
        {
            parse(Mutate(samples[random.Next(samples.Count)], random), _frame);
            Assert.All(_frame.Ticks, t => Assert.True(t.Tick.Price > 0 && double.IsFinite(t.Tick.Price) && !(t.Tick.Spread < 0) && t.Symbol.Length > 0));
        }
    }

    private static byte[] Mutate(byte[] sample, Random random)
    {
        var bytes = sample.ToList();
        for (var n = random.Next(1, 6); n > 0 && bytes.Count > 0; n--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveAt(at); break;
                case 2: bytes.Insert(at, (byte)"{}[]\",:0123456789.eE-\\\0"[random.Next(23)]); break;
                case 3: bytes.RemoveRange(at, random.Next(bytes.Count - at)); break;
                default: bytes.InsertRange(at, bytes.Skip(random.Next(bytes.Count)).Take(random.Next(30)).ToList()); break;
            }
        }

        return [.. bytes];
    }
}
