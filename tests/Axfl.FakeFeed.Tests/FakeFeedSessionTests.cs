using System.Text;
using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Providers.Finnhub;
using Axfl.Testing;

namespace Axfl.FakeFeed.Tests;

public sealed class FakeFeedSessionTests
{
    private const long T0 = FeedHarness.T0;
    private static readonly FakeFeedSymbols Symbols = new();

    [Fact]
    public void Prices_come_from_the_subscription_to_its_end_once_each_in_order_of_time()
    {
        var session = Session();
        Take(session, "subscribe", "OANDA:EUR_USD", T0);
        Take(session, "subscribe", "OANDA:XAU_USD", T0 + 10_500);
        var ticks = new List<FrameTick>();
        for (var now = T0; now <= T0 + 20_000; now += 250) ticks.AddRange(Frames(session, now).SelectMany(f => f.Ticks));
        Assert.Equal(20, ticks.Count(t => t.Symbol == "OANDA:EUR_USD"));
        Assert.InRange(ticks.Count(t => t.Symbol == "OANDA:XAU_USD"), 9, 10);
        Assert.Equal(ticks.Select(t => t.Tick.Time).Order(), ticks.Select(t => t.Tick.Time));
        Assert.All(ticks, t => Assert.InRange(t.Tick.Time, T0, T0 + 20_000));
        Take(session, "unsubscribe", "OANDA:EUR_USD", T0 + 20_000);
        Assert.DoesNotContain(Frames(session, T0 + 30_000).SelectMany(f => f.Ticks), t => t.Symbol == "OANDA:EUR_USD");
    }

    [Fact]
    public void Prices_due_together_are_one_frame()
    {
        var session = Session();
        Take(session, "subscribe", "OANDA:EUR_USD", T0);
        Take(session, "subscribe", "OANDA:GBP_USD", T0);
        var frame = Assert.Single(Frames(session, T0 + 5_000));
        Assert.Equal((FrameKind.Prices, 10), (frame.Kind, frame.Ticks.Count));
    }

    [Fact]
    public void A_symbol_subscribed_twice_is_sent_once()
    {
        var session = Session();
        Take(session, "subscribe", "OANDA:EUR_USD", T0);
        Take(session, "subscribe", "OANDA:EUR_USD", T0 + 1);
        Assert.Equal(60, Frames(session, T0 + 59_999).SelectMany(f => f.Ticks).Count());
    }

    [Theory]
    [InlineData("""{"type":"subscribe","symbol":"OANDA:EUR_XXX"}""", "Invalid symbol OANDA:EUR_XXX")]
    [InlineData("""{"type":"subscribe"}""", "Invalid message")]
    [InlineData("""{"type":"subscribe","symbol":7}""", "Invalid message")]
    [InlineData("""{"type":"dance","symbol":"OANDA:EUR_USD"}""", "Invalid message")]
    [InlineData("[]", "Invalid message")]
    [InlineData("{", "Invalid message")]
    [InlineData("", "Invalid message")]
    public void What_is_not_understood_is_answered_with_an_error_that_the_client_knows(string message, string expected)
    {
        var session = Session();
        Assert.Equal("refused: " + expected, session.Take(Encoding.UTF8.GetBytes(message), T0));
        var frame = Assert.Single(Frames(session, T0));
        Assert.Equal((FrameKind.Error, expected), (frame.Kind, frame.Message));
        Assert.Empty(Frames(session, T0 + 1));
    }

    [Fact]
    public void A_ping_comes_every_minute()
    {
        var session = Session();
        var kinds = Enumerable.Range(0, 181).SelectMany(s => Frames(session, T0 + s * 1000)).Select(f => f.Kind);
        Assert.Equal([FrameKind.Heartbeat, FrameKind.Heartbeat, FrameKind.Heartbeat], kinds);
    }

    [Fact]
    public void At_the_weekend_only_pings_come_and_prices_on_Sunday_17_00_New_York()
    {
        var friday = At("2026-03-06T21:59:00Z");
        var session = Session(started: friday);
        Take(session, "subscribe", "OANDA:EUR_USD", friday);
        Assert.Equal(60, Frames(session, friday + 60_000).SelectMany(f => f.Ticks).Count());
        for (var now = friday + 120_000; now <= At("2026-03-08T21:00:00Z"); now += 60_000)
            Assert.Equal(FrameKind.Heartbeat, Assert.Single(Frames(session, now)).Kind);
        Assert.NotEmpty(Frames(session, At("2026-03-08T21:00:05Z")).SelectMany(f => f.Ticks));
    }

    [Fact]
    public void After_the_time_to_silence_nothing_comes_not_even_pings()
    {
        var session = Session(silenceAfter: TimeSpan.FromSeconds(30));
        Take(session, "subscribe", "OANDA:EUR_USD", T0);
        Assert.NotEmpty(Frames(session, T0 + 29_999));
        Assert.False(session.IsSilent(T0 + 29_999));
        Assert.True(session.IsSilent(T0 + 30_000));
        Assert.Empty(Frames(session, T0 + 30_000));
        Assert.Empty(Frames(session, T0 + 300_000));
    }

    [Fact]
    public void A_machine_that_slept_gets_two_minutes_of_prices_and_no_more()
    {
        var session = Session();
        Take(session, "subscribe", "OANDA:EUR_USD", T0);
        Assert.Equal(120, Frames(session, T0 + 3_600_000).SelectMany(f => f.Ticks).Count());
    }

    [Theory]
    [InlineData("2026-03-07T12:00:00Z", "the FX market is closed: pings only until it opens on Sunday 2026-03-08 21:00 UTC")]
    [InlineData("2026-01-16T22:00:00Z", "the FX market is closed: pings only until it opens on Sunday 2026-01-18 22:00 UTC")]
    [InlineData("2026-03-03T14:05:00Z", null)]
    public void The_market_says_when_it_opens(string now, string? expected) => Assert.Equal(expected, new WeekNotice().Say(At(now)));

    [Fact]
    public void The_market_says_each_change_once()
    {
        var hours = new WeekNotice();
        var (closed, opened) = (At("2026-03-06T22:00:00Z"), At("2026-03-08T21:00:00Z"));
        Assert.Null(hours.Say(closed - 1));
        Assert.NotNull(hours.Say(closed));
        Assert.Null(hours.Say(closed + 1));
        Assert.Null(hours.Say(opened - 1));
        Assert.Equal("the FX market is open: prices come", hours.Say(opened));
        Assert.Null(hours.Say(opened + 1));
    }

    private static FakeFeedSession Session(TimeSpan? silenceAfter = null, long started = T0) => new(Symbols, 60, silenceAfter, started);

    private static void Take(FakeFeedSession session, string type, string symbol, long now) =>
        session.Take(Encoding.UTF8.GetBytes($$"""{"type":"{{type}}","symbol":"{{symbol}}"}"""), now);

    private static List<FeedFrame> Frames(FakeFeedSession session, long now) => [.. session.Due(now).Select(Parse)];

    private static FeedFrame Parse(ReadOnlyMemory<byte> message)
    {
        var frame = new FeedFrame();
        FinnhubFrames.Parse(message.Span, frame);
        return frame;
    }

    private static long At(string time)
    {
        Assert.True(EventTime.TryParseIso(time, out var at));
        return at;
    }
}
