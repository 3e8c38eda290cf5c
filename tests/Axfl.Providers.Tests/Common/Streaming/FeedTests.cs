using Axfl.FakeHost;
using Axfl.Providers.Common;
using Axfl.Providers.Finnhub;
using Axfl.Testing;

namespace Axfl.Providers.Tests.Common.Streaming;

public sealed class FeedTests
{
    private const long T0 = FeedHarness.T0;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static TheoryData<string> Providers => ["finnhub", "twelvedata", "oanda"];

    private static WireFormat FormatOf(string provider) => provider switch
    {
        "finnhub" => WireFormat.Finnhub,
        "twelvedata" => WireFormat.TwelveData,
        _ => WireFormat.Oanda,
    };

    private static string Price(string provider, long time, double bid = 1.1640, double ask = 1.1642) =>
        FormatOf(provider).Price(FormatOf(provider).NameOf("EUR", "USD"), time, bid, ask);

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Prices_come_through_with_their_time_and_the_states_in_order(string provider)
    {
        await using var feed = await FeedHarness.Start(provider);
        var connection = await feed.Connection();
        await connection.Send(Price(provider, T0));
        var tick = await feed.Next<TickEvent>();
        Assert.Equal((0, T0, false), (tick.Symbol, tick.Tick.Time, tick.Late));
        Assert.Equal(1.1641, tick.Tick.Price, 9);
        Assert.Equal(provider == "finnhub", double.IsNaN(tick.Tick.Spread));
        Assert.Equal([FeedState.Connecting, FeedState.Live], feed.Seen.OfType<StateEvent>().Select(s => s.State));
        Assert.Equal(SymbolFeedState.Subscribed, Assert.Single(feed.Seen.OfType<SymbolEvent>()).State);
        Assert.Equal("KEY-ONE", connection.Key);
    }

    [Fact]
    public async Task Subscriptions_are_sent_as_each_provider_wants_them()
    {
        await using var finnhub = await FeedHarness.Start("finnhub", null, null, FeedHarness.EurUsd, FeedHarness.XauUsd);
        var socket = await finnhub.Connection();
        Assert.Equal("""{"type":"subscribe","symbol":"OANDA:EUR_USD"}""", await socket.Receive());
        Assert.Equal("""{"type":"subscribe","symbol":"OANDA:XAU_USD"}""", await socket.Receive());
        await using var twelve = await FeedHarness.Start("twelvedata", null, null, FeedHarness.EurUsd, FeedHarness.XauUsd);
        Assert.Equal("""{"action":"subscribe","params":{"symbols":"EUR/USD,XAU/USD"}}""", await (await twelve.Connection()).Receive());
        await using var oanda = await FeedHarness.Start("oanda", null, null, FeedHarness.EurUsd, FeedHarness.XauUsd);
        Assert.Equal("/v3/accounts/101-001-0000001-001/pricing/stream?instruments=EUR_USD%2CXAU_USD", (await oanda.Connection()).Path);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_dropped_connection_is_dialled_again_after_the_back_off_and_subscribed_again(string provider)
    {
        await using var feed = await FeedHarness.Start(provider);
        var first = await feed.Connection();
        await first.Send(Price(provider, T0));
        await feed.Next<TickEvent>();
        first.Abort();
        var backing = await feed.NextState(FeedState.BackingOff);
        Assert.Equal(FeedErrorClass.Transient, backing.Error);
        Assert.True(backing.RetryIn > TimeSpan.Zero);
        var second = await feed.Connection();
        await second.Send(Price(provider, feed.Now, 1.2, 1.2));
        Assert.Equal(1.2, (await feed.Next<TickEvent>()).Tick.Price);
        Assert.Equal(2, feed.Seen.OfType<SymbolEvent>().Count(s => s.State == SymbolFeedState.Subscribed));
        Assert.Equal(2, feed.Server.Dials);
        Assert.Equal((1, 2), (feed.Feed.Statistics.Errors, feed.Feed.Statistics.Dials));
    }

    [Theory]
    [InlineData("finnhub", 150)]
    [InlineData("twelvedata", 30)]
    [InlineData("oanda", 10)]
    public async Task A_half_open_connection_is_given_up_at_the_silence_limit(string provider, int seconds)
    {
        await using var feed = await FeedHarness.Start(provider);
        var connection = await feed.Connection();
        await connection.Send(FormatOf(provider).Heartbeat(T0));
        await feed.NextState(FeedState.Live);
        var silentSince = feed.Now;
        var backing = await feed.LaterState(FeedState.BackingOff);
        Assert.InRange(backing.Received - silentSince, seconds * 1000, seconds * 1000 + 5000);
        Assert.Contains("Nothing came", backing.Detail, StringComparison.Ordinal);
        await feed.Connection();
    }

    [Fact]
    public async Task Pings_a_minute_apart_keep_a_quiet_finnhub_socket_and_no_pong_is_sent()
    {
        await using var feed = await FeedHarness.Start("finnhub");
        var connection = await feed.Connection();
        await connection.Receive();
        for (var minute = 1; minute <= 4; minute++)
        {
            await connection.Send("""{"type":"ping"}""");
            await feed.Read(minute);
            await feed.Pass(TimeSpan.FromMinutes(1));
        }

        await connection.Send(Price("finnhub", feed.Now));
        await feed.Next<TickEvent>();
        Assert.Equal(1, feed.Server.Dials);
        Assert.DoesNotContain(connection.Unread(), t => t.Contains("pong", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Twelve_data_is_sent_a_heartbeat_every_ten_seconds()
    {
        await using var feed = await FeedHarness.Start("twelvedata");
        var connection = await feed.Connection();
        await connection.Receive();
        await connection.Send(WireFormat.TwelveData.Heartbeat(0));
        await feed.NextState(FeedState.Live);
        for (var n = 1; n <= 5; n++)
        {
            await feed.Pass(TimeSpan.FromSeconds(10));
            Assert.Equal("""{"action":"heartbeat"}""", await connection.Receive());
            await connection.Send(WireFormat.TwelveData.Heartbeat(0));
            await feed.Read(n + 1);
        }

        Assert.Equal(1, feed.Server.Dials);
    }

    [Fact]
    public async Task A_partial_subscription_keeps_the_connection_and_names_the_refused_symbol()
    {
        await using var feed = await FeedHarness.Start("twelvedata", null, null, FeedHarness.EurUsd, FeedHarness.XauUsd);
        var connection = await feed.Connection();
        await connection.Send("""{"event":"subscribe-status","status":"warning","success":[{"symbol":"EUR/USD"}],"fails":[{"symbol":"XAU/USD","message":"not in plan"}]}""");
        var refused = await feed.Next<SymbolEvent>(s => s.State == SymbolFeedState.Refused);
        Assert.Equal((1, "XAU/USD: not in plan"), (refused.Symbol, refused.Detail));
        await connection.Send(Price("twelvedata", T0));
        await feed.Next<TickEvent>();
        Assert.Equal(1, feed.Server.Dials);
    }

    [Fact]
    public async Task A_symbol_finnhub_refuses_is_asked_for_again_soon_and_then_less_often_on_the_same_socket()
    {
        await using var feed = await FeedHarness.Start("finnhub", o => o with { SilenceLimit = TimeSpan.FromHours(1) });
        var connection = await feed.Connection();
        await connection.Receive();
        await connection.Send("""{"msg":"Invalid symbol OANDA:EUR_USD","type":"error"}""");
        await feed.Next<SymbolEvent>(s => s.State == SymbolFeedState.Refused && s.Symbol == 0);
        foreach (var seconds in (int[])[15, 30, 60])
        {
            await feed.Pass(TimeSpan.FromSeconds(seconds - 2));
            Assert.Empty(connection.Unread());
            await feed.Pass(TimeSpan.FromSeconds(3));
            Assert.Equal("""{"type":"unsubscribe","symbol":"OANDA:EUR_USD"}""", await connection.Receive());
            Assert.Equal("""{"type":"subscribe","symbol":"OANDA:EUR_USD"}""", await connection.Receive());
            await connection.Send("""{"msg":"Invalid symbol OANDA:EUR_USD","type":"error"}""");
            await feed.Next<SymbolEvent>(s => s.State == SymbolFeedState.Refused && s.Symbol == 0);
        }

        await connection.Send(Price("finnhub", feed.Now));
        await feed.Next<TickEvent>();
        Assert.Equal(1, feed.Server.Dials);
    }

    [Fact]
    public async Task Triple_delivery_and_a_step_back_give_two_ticks_four_duplicates_one_late()
    {
        await using var feed = await FeedHarness.Start("finnhub");
        var connection = await feed.Connection();
        for (var i = 0; i < 3; i++) await connection.Send(Price("finnhub", T0 + 1000));
        for (var i = 0; i < 3; i++) await connection.Send(Price("finnhub", T0 + 888));
        await connection.Send("""{"type":"ping"}""");
        await feed.Read(7);
        var statistics = feed.Feed.Statistics;
        Assert.Equal((2, 4, 1), (statistics.Ticks, statistics.Duplicates, statistics.LateTicks));
        await feed.Next<TickEvent>();
        Assert.True((await feed.Next<TickEvent>()).Late);
    }

    [Theory]
    [InlineData("twelvedata")]
    [InlineData("oanda")]
    public async Task A_price_that_comes_back_within_one_time_stamp_is_a_price_and_an_exact_repeat_is_not(string provider)
    {
        await using var feed = await FeedHarness.Start(provider);
        var connection = await feed.Connection();
        foreach (var price in new[] { 1.1, 1.1, 1.2, 1.1 }) await connection.Send(Price(provider, T0, price, price));
        var prices = new List<double>();
        for (var i = 0; i < 3; i++) prices.Add((await feed.Next<TickEvent>()).Tick.Price);
        Assert.Equal([1.1, 1.2, 1.1], prices);
        Assert.Equal(1, feed.Feed.Statistics.Duplicates);
    }

    [Theory]
    [InlineData(401, FeedErrorClass.Auth)]
    [InlineData(403, FeedErrorClass.Plan)]
    [InlineData(302, FeedErrorClass.Auth)]
    [InlineData(429, FeedErrorClass.Throttled)]
    public async Task A_refused_or_throttled_key_is_replaced_by_the_next(int status, FeedErrorClass expected)
    {
        await using var feed = await FeedHarness.Start("twelvedata", null, s => s.Script(new Handshake(status)));
        Assert.Equal(expected, (await feed.NextState(FeedState.BackingOff)).Error);
        await feed.Connection();
        Assert.Equal(["KEY-ONE", "KEY-TWO"], feed.Server.Keys);
    }

    [Theory]
    [InlineData("finnhub", 2)]
    [InlineData("twelvedata", 2)]
    [InlineData("oanda", 1)]
    public async Task When_all_keys_are_refused_the_feed_has_failed_and_ends(string provider, int keys)
    {
        await using var feed = await FeedHarness.Start(provider, null, s => s.Script(new Handshake(401, "Insufficient authorization."), new Handshake(401)));
        var failed = await feed.LaterState(FeedState.Failed);
        Assert.Equal(FeedErrorClass.Auth, failed.Error);
        await feed.End();
        Assert.Equal(keys, feed.Server.Dials);
    }

    [Fact]
    public async Task With_one_key_a_throttled_dial_waits_a_minute_or_exactly_as_long_as_told()
    {
        Handshake Told(string value) => new(429) { Headers = new Dictionary<string, string> { ["Retry-After"] = value } };
        var date = DateTimeOffset.FromUnixTimeMilliseconds(T0).AddSeconds(61 + 90 + 7 + 40).ToString("r");
        await using var feed = await FeedHarness.Start(
            "finnhub", o => o with { Keys = ["KEY-ONE"] }, s => s.Script(new Handshake(429), Told("90"), Told("7"), Told(date)));
        Assert.Equal(TimeSpan.FromSeconds(61), (await feed.NextState(FeedState.BackingOff)).RetryIn);
        Assert.Equal(TimeSpan.FromSeconds(90), (await feed.LaterState(FeedState.BackingOff)).RetryIn);
        Assert.Equal(TimeSpan.FromSeconds(7), (await feed.LaterState(FeedState.BackingOff)).RetryIn);
        Assert.Equal(TimeSpan.FromSeconds(40), (await feed.LaterState(FeedState.BackingOff)).RetryIn);
    }

    [Theory]
    [InlineData("finnhub", 401)]
    [InlineData("finnhub", 403)]
    [InlineData("twelvedata", 401)]
    [InlineData("oanda", 401)]
    [InlineData("oanda", 400)]
    public async Task A_key_that_has_worked_is_tried_again_slowly_whatever_a_redial_is_answered(string provider, int status)
    {
        await using var feed = await FeedHarness.Start(provider, o => o with { Keys = ["KEY-ONE"], MaxBadRequests = 1 });
        var connection = await feed.Connection();
        await connection.Send(Price(provider, T0));
        await feed.Next<TickEvent>();
        feed.Server.Script([.. Enumerable.Repeat(new Handshake(status, "{}"), 3)]);
        connection.Abort();
        await feed.NextState(FeedState.BackingOff);
        foreach (var seconds in (int[])[60, 120, 180])
        {
            var refused = await feed.LaterState(FeedState.BackingOff);
            Assert.Equal(TimeSpan.FromSeconds(seconds), refused.RetryIn);
            Assert.Contains("it has worked before", refused.Detail, StringComparison.Ordinal);
        }

        var again = await feed.Connection();
        await again.Send(Price(provider, feed.Now));
        await feed.Next<TickEvent>();
        Assert.Equal("KEY-ONE", again.Key);
    }

    [Theory]
    [InlineData(1012)]
    [InlineData(1013)]
    public async Task A_server_that_asks_to_come_back_is_no_plan_without_streaming(int code)
    {
        await using var feed = await FeedHarness.Start("twelvedata");
        for (var i = 0; i < 12; i++)
        {
            var connection = await feed.Connection();
            await connection.Close((System.Net.WebSockets.WebSocketCloseStatus)code);
            Assert.Contains($"close code {code}", (await feed.Next<StateEvent>(s => s.State is FeedState.BackingOff or FeedState.Failed)).Detail, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(feed.Seen.OfType<StateEvent>(), s => s.State == FeedState.Failed);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_storm_of_a_hundred_closes_after_prices_have_come_ends_nothing(string provider)
    {
        await using var feed = await FeedHarness.Start(provider);
        var connection = await feed.Connection();
        await connection.Send(Price(provider, T0));
        await feed.Next<TickEvent>();
        for (var i = 0; i < 100; i++)
        {
            if (i % 2 == 0) connection.Abort();
            else await connection.Close();
            connection = await feed.Connection();
        }

        await connection.Send(Price(provider, feed.Now));
        await feed.Next<TickEvent>();
        Assert.DoesNotContain(feed.Seen.OfType<StateEvent>(), s => s.State == FeedState.Failed);
        Assert.All(feed.Seen.OfType<StateEvent>().Where(s => s.State == FeedState.BackingOff), s => Assert.DoesNotContain("plan", s.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_instrument_oanda_does_not_know_is_refused_by_name_and_the_others_go_on()
    {
        var unknown = new Axfl.Contracts.Instrument("EURXXX", "EUR", "XXX", 0.0001, 5, 1);
        var bad = new Handshake(400, """{"errorMessage":"Invalid value specified for 'instruments'"}""");
        await using var feed = await FeedHarness.Start("oanda", null, s => s.Script(bad, Handshake.Accept, bad), FeedHarness.EurUsd, unknown);
        Assert.EndsWith("instruments=EUR_USD%2CEUR_XXX", await feed.Server.NextDial(), StringComparison.Ordinal);
        var probe = await feed.Connection();
        Assert.EndsWith("instruments=EUR_USD", probe.Path, StringComparison.Ordinal);
        var refused = await feed.Later<SymbolEvent>(s => s.State == SymbolFeedState.Refused);
        Assert.Equal(1, refused.Symbol);
        Assert.Contains("EUR_XXX", refused.Detail, StringComparison.Ordinal);
        var connection = await feed.Connection();
        Assert.EndsWith("instruments=EUR_USD", connection.Path, StringComparison.Ordinal);
        await connection.Send(Price("oanda", feed.Now));
        Assert.Equal(0, (await feed.Next<TickEvent>()).Symbol);
        Assert.DoesNotContain(feed.Seen.OfType<StateEvent>(), s => s.State == FeedState.Failed);
    }

    [Theory]
    [InlineData("finnhub")]
    [InlineData("twelvedata")]
    public async Task A_peer_that_answers_no_ping_is_a_dead_line(string provider)
    {
        var soon = TimeSpan.FromMilliseconds(200);
        await using var feed = await FeedHarness.Start(
            provider, o => o with { PingEvery = soon, PongWithin = soon }, s => s.Script(Handshake.Deaf));
        await feed.Server.NextDial();
        var backing = await feed.NextState(FeedState.BackingOff);
        Assert.Contains("Pong", backing.Detail, StringComparison.OrdinalIgnoreCase);
        await feed.Connection();
    }

    [Fact]
    public async Task Pings_that_are_answered_keep_a_silent_socket()
    {
        var soon = TimeSpan.FromMilliseconds(50);
        await using var feed = await FeedHarness.Start("finnhub", o => o with { PingEvery = soon, PongWithin = TimeSpan.FromSeconds(30) });
        var connection = await feed.Connection();
        await connection.Send("""{"type":"ping"}""");
        await feed.NextState(FeedState.Live);
        await connection.Send(Price("finnhub", T0));
        await feed.Next<TickEvent>();
        Assert.Equal(1, feed.Server.Dials);
        Assert.DoesNotContain(connection.Unread(), t => t.Contains("pong", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_symbol_is_subscribed_again_or_a_new_connection_made_when_the_run_asks(string provider)
    {
        await using var feed = await FeedHarness.Start(provider);
        var connection = await feed.Connection();
        await connection.Send(Price(provider, T0));
        await feed.Next<TickEvent>();
        connection.Unread();
        feed.Feed.Resubscribe(0);
        await feed.Pass(Second);
        if (provider != "oanda") Assert.Contains("subscribe", await connection.Receive(), StringComparison.Ordinal);
        feed.Feed.Redial("EURUSD is silent");
        Assert.Contains("EURUSD is silent", (await feed.LaterState(FeedState.BackingOff)).Detail, StringComparison.Ordinal);
        var second = await feed.Connection();
        await second.Send(Price(provider, feed.Now));
        await feed.Next<TickEvent>();
        Assert.Equal(2, feed.Server.Dials);
    }

    [Theory]
    [InlineData("finnhub", 503)]
    [InlineData("finnhub", 200)]
    [InlineData("oanda", 502)]
    public async Task An_outage_is_dialled_for_ever_with_growing_waits(string provider, int status)
    {
        await using var feed = await FeedHarness.Start(
            provider, o => o with { MinDialGap = TimeSpan.Zero, BackoffBase = Second, BackoffCap = TimeSpan.FromSeconds(8) },
            s => s.Script([.. Enumerable.Repeat(new Handshake(status == 200 ? 500 : status, "<html>"), 6)]));
        var waits = new List<double>();
        for (var i = 0; i < 6; i++) waits.Add((await feed.LaterState(FeedState.BackingOff)).RetryIn!.Value.TotalSeconds);
        Assert.Equal([0.5, 1, 2, 4, 4, 4], waits);
        await feed.Connection();
    }

    [Fact]
    public async Task Sessions_that_end_at_once_do_not_reset_the_back_off_and_end_twelve_data_after_five()
    {
        await using var feed = await FeedHarness.Start("twelvedata");
        for (var i = 0; i < 5; i++)
        {
            var connection = await feed.Connection();
            await connection.Receive();
            connection.Abort();
        }

        var failed = await feed.NextState(FeedState.Failed);
        Assert.Contains("history", failed.Detail, StringComparison.Ordinal);
        Assert.Equal([2, 2, 2, 4], feed.Seen.OfType<StateEvent>().Where(s => s.RetryIn is not null).Select(s => Math.Round(s.RetryIn!.Value.TotalSeconds)));
    }

    [Fact]
    public async Task Only_a_stable_session_with_prices_resets_the_back_off()
    {
        await using var feed = await FeedHarness.Start("oanda", o => o with { MinDialGap = TimeSpan.Zero, SilenceLimit = TimeSpan.FromHours(1) }, s => s.Script(new Handshake(500), new Handshake(500)));
        Assert.Equal(0.5, (await feed.LaterState(FeedState.BackingOff)).RetryIn!.Value.TotalSeconds);
        Assert.Equal(1, (await feed.LaterState(FeedState.BackingOff)).RetryIn!.Value.TotalSeconds);
        var connection = await feed.Connection();
        await connection.Send(Price("oanda", feed.Now));
        await feed.Next<TickEvent>();
        await feed.Pass(TimeSpan.FromSeconds(61));
        connection.Abort();
        Assert.Equal(0.5, (await feed.NextState(FeedState.BackingOff)).RetryIn!.Value.TotalSeconds);
    }

    [Fact]
    public async Task A_dial_that_hangs_is_given_up_after_ten_seconds()
    {
        await using var feed = await FeedHarness.Start("finnhub", null, s => s.Script(Handshake.Hang));
        await feed.Server.NextDial();
        feed.Time.Advance(FeedHarness.DialLimit);
        var backing = await feed.NextState(FeedState.BackingOff);
        Assert.Contains("did not answer within 10 s", backing.Detail, StringComparison.Ordinal);
        await feed.Connection();
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Split_and_garbled_messages_lose_nothing_that_is_whole(string provider)
    {
        await using var feed = await FeedHarness.Start(provider);
        var connection = await feed.Connection();
        await connection.SendSplit(Price(provider, T0, 1.10, 1.10), 7);
        await connection.Send("not json at all");
        await connection.Send("{\"type\":");
        await connection.SendBytes(new byte[] { 0xFF, 0xFE, 0x00, (byte)'\n' });
        await connection.Send(Price(provider, T0 + 1000, 1.11, 1.11));
        await connection.Send(Price(provider, T0 + 172_800_000, 1.12, 1.12));
        await connection.Send(Price(provider, 1772546, 1.12, 1.12));
        await connection.Send(Price(provider, T0 + 2000, 1.13, 1.13));
        Assert.Equal(1.10, (await feed.Next<TickEvent>()).Tick.Price, 9);
        Assert.Equal(1.11, (await feed.Next<TickEvent>()).Tick.Price, 9);
        Assert.Equal(1.13, (await feed.Next<TickEvent>()).Tick.Price, 9);
        Assert.Equal(
            [RejectReason.Malformed, RejectReason.Malformed, RejectReason.Malformed, RejectReason.TimeOutOfRange, RejectReason.TimeOutOfRange],
            feed.Seen.OfType<RejectedEvent>().Select(r => r.Reason));
        Assert.Equal(1, feed.Server.Dials);
    }

    [Fact]
    public async Task Endless_garbage_ends_the_connection()
    {
        await using var feed = await FeedHarness.Start("finnhub");
        var connection = await feed.Connection();
        for (var i = 0; i < 50; i++) await connection.Send("<html>");
        Assert.Equal(FeedErrorClass.BadResponse, (await feed.NextState(FeedState.BackingOff)).Error);
    }

    [Fact]
    public async Task An_oanda_line_cut_at_any_place_is_read_at_its_end_only()
    {
        await using var feed = await FeedHarness.Start("oanda", null, null, FeedHarness.EurUsd, FeedHarness.XauUsd);
        var connection = await feed.Connection();
        foreach (var chunk in FrameFiles.Json("oanda/stream_chunk_boundaries.json").GetProperty("chunks").EnumerateArray()) await connection.SendRaw(chunk.GetString()!);
        Assert.Equal(0, (await feed.Next<TickEvent>()).Symbol);
        Assert.Equal(1, (await feed.Next<TickEvent>()).Symbol);
        await feed.Read(3);
    }

    [Fact]
    public async Task In_a_closed_market_silence_is_normal_and_stray_prices_are_refused()
    {
        await using var feed = await FeedHarness.Start("oanda");
        feed.IsMarketClosed = true;
        var connection = await feed.Connection();
        await connection.Send(WireFormat.Oanda.Heartbeat(T0));
        await feed.NextState(FeedState.MarketClosed);
        for (var s = 0; s < 300; s += 5)
        {
            await feed.Pass(TimeSpan.FromSeconds(5));
            await connection.Send(WireFormat.Oanda.Heartbeat(feed.Now));
            await feed.Read(s / 5 + 2);
        }

        await connection.Send(Price("oanda", feed.Now));
        Assert.Equal(RejectReason.MarketClosed, (await feed.Next<RejectedEvent>()).Reason);
        feed.IsMarketClosed = false;
        await feed.LaterState(FeedState.Live);
        await connection.Send(Price("oanda", feed.Now));
        await feed.Next<TickEvent>();
        Assert.Equal(1, feed.Server.Dials);
    }

    [Fact]
    public async Task In_a_closed_market_a_connection_says_so_without_waiting_for_a_message()
    {
        await using var feed = await FeedHarness.Start("finnhub");
        var connection = await feed.Connection();
        feed.IsMarketClosed = true;
        connection.Abort();
        await feed.Connection();
        await feed.NextState(FeedState.MarketClosed);
    }

    [Fact]
    public async Task A_price_oanda_would_not_trade_on_is_no_tick_but_a_halt()
    {
        await using var feed = await FeedHarness.Start("oanda");
        var connection = await feed.Connection();
        await connection.Send(Price("oanda", T0).Replace("\"tradeable\":true", "\"tradeable\":false", StringComparison.Ordinal));
        await feed.Next<SymbolEvent>(s => s.State == SymbolFeedState.Halted);
        await connection.Send(Price("oanda", T0 + 1));
        await feed.Next<SymbolEvent>(s => s.State == SymbolFeedState.Resumed);
        await feed.Next<TickEvent>();
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task No_key_is_ever_in_an_event(string provider)
    {
        await using var feed = await FeedHarness.Start(
            provider, o => o with { Keys = ["SECRET123"] },
            s => s.Script(new Handshake(503, "key SECRET123 token=SECRET123"), new Handshake(400, "apikey=SECRET123 is bad"), new Handshake(401, "SECRET123 wrong")));
        await feed.LaterState(FeedState.Failed);
        Assert.DoesNotContain("SECRET123", feed.Texts, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("SECRET123", feed.Server.Keys[0]);
    }

    [Fact]
    public async Task A_frame_that_echoes_the_key_is_masked()
    {
        await using var feed = await FeedHarness.Start("finnhub", o => o with { Keys = ["SECRET123"] });
        var connection = await feed.Connection();
        await connection.Send("oops wss://ws.finnhub.io?token=SECRET123");
        Assert.Equal("oops wss://ws.finnhub.io?token=***", (await feed.Next<RejectedEvent>()).Detail);
        await connection.Send("""{"type":"error","msg":"Invalid API key SECRET123"}""");
        await feed.NextState(FeedState.Failed);
        Assert.DoesNotContain("SECRET123", feed.Texts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Never_more_than_one_connection_is_open_with_a_key()
    {
        await using var feed = await FeedHarness.Start("finnhub");
        for (var i = 0; i < 6; i++)
        {
            var connection = await feed.Connection();
            await connection.Send(Price("finnhub", feed.Now));
            await feed.Next<TickEvent>();
            if (i % 2 == 0) connection.Abort();
            else await connection.Close();
            await connection.Ended.WaitAsync(TimeSpan.FromSeconds(10));
            await feed.NextState(FeedState.BackingOff);
        }

        Assert.Equal(1, feed.Server.MostOpen);
    }

    [Fact]
    public async Task A_reader_that_falls_behind_is_an_error_and_not_a_loss_in_silence()
    {
        await using var server = await FakeServer.Start();
        await using var feed = new FinnhubFeed(new FinnhubOptions { Endpoint = server.Address, Keys = ["K"], QueueCapacity = 10 }, TimeProvider.System, _ => false);
        await using var events = feed.Run([FeedHarness.EurUsd], default).GetAsyncEnumerator();
        Assert.True(await events.MoveNextAsync());
        var connection = await server.NextConnection();
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        for (var i = 0; i < 50; i++) await connection.Send(Price("finnhub", now + i));
        await connection.Ended.WaitAsync(TimeSpan.FromSeconds(10));
        var error = await Assert.ThrowsAsync<FeedException>(async () =>
        {
            while (await events.MoveNextAsync())
            {
                // What was queued before is still read.
            }
        });
        Assert.Equal("FeedQueueOverflow", error.ErrorId);
    }

    [Fact]
    public async Task Stopping_ends_the_sequence_without_an_exception()
    {
        var feed = await FeedHarness.Start("twelvedata");
        await feed.Connection();
        await feed.Feed.DisposeAsync();
        await feed.End();
        await feed.DisposeAsync();
    }
}
