using Axfl.Contracts;
using Axfl.FakeHost;
using Axfl.Providers.Common;
using Axfl.Runs.Health;
using Axfl.Runs.Tests.Live;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Health;

public class FeedCheckTests
{
    private const string Key = "SECRET-KEY-ONE", Next = "SECRET-KEY-TWO";

    [Fact]
    public async Task A_key_that_is_accepted_and_a_price_of_each_symbol_are_as_they_should_be()
    {
        await using var server = await FakeServer.Start();
        using var stage = Stage(server, "twelvedata");
        var looking = stage.Run(new FeedCheck());
        var connection = await server.NextConnection();
        await connection.Send(WireFormat.TwelveData.Answer(await connection.Receive())!);
        await Prices(connection, WireFormat.TwelveData, "EUR", "GBP");
        var rows = await looking;
        rows.Of("feed").IsOk().Seen("twelvedata at 127.0.0.1 accepted the key");
        rows.Of("subscription EURUSD").IsOk();
        rows.Of("subscription GBPUSD").IsOk();
        rows.Of("first price EURUSD").IsOk().Seen("1.10000 of 2026-03-03T14:05:00Z, 0.0 s after the dial");
        rows.Of("first price GBPUSD").IsOk();
        Assert.Equal(5, rows.Count);
        await connection.Ended.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData("oanda", "OANDA_API_KEY and OANDA_ACCOUNT_ID")]
    [InlineData("twelvedata", "TWELVEDATA_API_KEYS")]
    [InlineData("finnhub", "FINNHUB_API_KEYS")]
    public async Task A_key_that_is_refused_fails_and_stands_in_no_text(string provider, string variable)
    {
        await using var server = await FakeServer.Start();
        server.Script(new Handshake(401, $"the key {Key} of 101-001-0000001-001 is wrong"));
        using var stage = Stage(server, provider);
        var rows = await stage.Run(new FeedCheck());
        Assert.Single(rows).Fails("127.0.0.1 answered 401: the key is wrong or missing", variable);
        Assert.DoesNotContain("SECRET", rows[0].ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("0000001", rows[0].ToString(), StringComparison.Ordinal);
        Assert.Equal([Key], server.Keys);
    }

    [Fact]
    public async Task A_key_that_is_refused_and_a_second_that_is_accepted_are_a_warning()
    {
        await using var server = await FakeServer.Start();
        server.Script(new Handshake(401));
        using var stage = Stage(server, "finnhub", $"{Key},{Next}");
        var looking = stage.Run(new FeedCheck());
        await Prices(await server.NextConnection(), WireFormat.Finnhub, "EUR", "GBP");
        var rows = await looking;
        rows.Of("feed").Warns("refused a key and accepted the next: 127.0.0.1 answered 401", "FINNHUB_API_KEYS");
        rows.Of("first price GBPUSD").IsOk();
        Assert.DoesNotContain("SECRET", string.Concat(rows), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_symbol_that_is_refused_fails_in_the_providers_words()
    {
        await using var server = await FakeServer.Start();
        using var stage = Stage(server, "twelvedata");
        var looking = stage.Run(new FeedCheck());
        var connection = await server.NextConnection();
        await connection.Send("""{"event":"subscribe-status","status":"warning","success":[{"symbol":"EUR/USD"}],"fails":[{"symbol":"GBP/USD","message":"not of this plan"}]}""");
        await Prices(connection, WireFormat.TwelveData, "EUR");
        var rows = await looking;
        rows.Of("feed").IsOk();
        rows.Of("subscription EURUSD").IsOk();
        rows.Of("subscription GBPUSD").Fails("GBP/USD: not of this plan", "provider and the account have GBPUSD");
        rows.Of("first price EURUSD").IsOk();
        rows.Of("first price GBPUSD").Warns("not waited for", "'subscription GBPUSD'");
    }

    [Fact]
    public async Task No_price_within_20_s_of_an_open_market_fails()
    {
        await using var server = await FakeServer.Start();
        using var stage = Stage(server, "finnhub");
        var looking = stage.Run(new FeedCheck());
        var connection = await server.NextConnection();
        await connection.Receive();
        await stage.Pass(FeedCheck.Within);
        var rows = await looking;
        rows.Of("feed").Warns("took the connection and said nothing within 20 s", "the provider's own page");
        rows.Of("subscription EURUSD").Warns("neither confirmed nor refused", "first price");
        rows.Of("first price EURUSD").Fails("none within 20 s in an open market", "whether another process uses the key");
    }

    [Fact]
    public async Task A_closed_market_has_no_price_and_that_is_as_it_should_be()
    {
        await using var server = await FakeServer.Start();
        using var stage = Stage(server, "finnhub", start: DateTimeOffset.FromUnixTimeMilliseconds(FeedHarness.T0).AddDays(4));
        var looking = stage.Run(new FeedCheck());
        await server.NextConnection();
        await stage.Pass(TimeSpan.FromSeconds(5));
        var rows = await looking;
        rows.Of("feed").IsOk().Seen("accepted the key; the market is closed");
        rows.Of("subscription EURUSD").IsOk().Seen("not refused");
        rows.Of("first price EURUSD").IsOk().Seen("its market is closed now");
    }

    [Fact]
    public async Task A_price_that_is_too_old_to_be_traded_on_is_a_warning()
    {
        await using var server = await FakeServer.Start();
        using var stage = Stage(server, "twelvedata");
        var looking = stage.Run(new FeedCheck());
        var connection = await server.NextConnection();
        await connection.Send(WireFormat.TwelveData.Answer(await connection.Receive())!);
        await connection.Send(WireFormat.TwelveData.Price("EUR/USD", FeedHarness.T0 - 90_000, 1.09998, 1.10002));
        await Prices(connection, WireFormat.TwelveData, "GBP");
        await stage.Made.Statistics.WhenFrames(3);
        await stage.Pass(FeedCheck.Within);
        var rows = await looking;
        rows.Of("first price EURUSD").Warns("it is 90 s old, and entries are blocked after 60 s", "row of the clock");
        rows.Of("first price GBPUSD").IsOk();
    }

    [Fact]
    public async Task A_symbol_that_cannot_be_traded_now_is_a_warning()
    {
        var (stage, feed) = Scripted();
        using (stage)
        {
            feed.Say(new StateEvent(FeedHarness.T0, FeedState.Live, "Connected."));
            feed.Say(new SymbolEvent(FeedHarness.T0, 0, SymbolFeedState.Halted, "The provider says that it cannot be traded now."));
            feed.Say(new TickEvent(FeedHarness.T0, 1, new Tick(FeedHarness.T0, 1.25), Late: false));
            var looking = stage.Run(new FeedCheck());
            await feed.Taken();
            await stage.Pass(FeedCheck.Within);
            (await looking).Of("first price EURUSD").Warns("cannot be traded now", "traded at this hour");
            Assert.True(feed.IsDisposed);
        }
    }

    [Fact]
    public async Task A_feed_that_is_reached_only_after_a_while_is_a_warning()
    {
        var (stage, feed) = Scripted();
        using (stage)
        {
            feed.Say(new StateEvent(FeedHarness.T0, FeedState.BackingOff, "127.0.0.1 closed the connection.", FeedErrorClass.Transient, TimeSpan.FromSeconds(1)));
            feed.Say(new StateEvent(FeedHarness.T0, FeedState.Live, "Connected."));
            for (var i = 0; i < 2; i++) feed.Say(new TickEvent(FeedHarness.T0, i, new Tick(FeedHarness.T0, 1.25), Late: false));
            (await stage.Run(new FeedCheck())).Of("feed").Warns("was reached, but not at once: 127.0.0.1 closed the connection.", "another process uses the key");
        }
    }

    [Fact]
    public async Task A_feed_that_is_not_reached_fails_with_the_last_cause()
    {
        var (stage, feed) = Scripted();
        using (stage)
        {
            feed.Say(new StateEvent(FeedHarness.T0, FeedState.BackingOff, "127.0.0.1 cannot be reached: connection refused", FeedErrorClass.Transient, TimeSpan.FromSeconds(1)));
            var looking = stage.Run(new FeedCheck());
            await feed.Taken();
            await stage.Pass(FeedCheck.Within);
            Assert.Single(await looking).Fails("cannot be reached: connection refused", "network, proxy and address");
        }
    }

    [Fact]
    public async Task No_feed_that_is_configured_fails_with_the_variables_to_set()
    {
        using var stage = new HealthStage();
        stage.Request = stage.Request with { Source = "auto" };
        Assert.Single(await stage.Run(new FeedCheck())).Fails("No provider of live prices is configured", "TWELVEDATA_API_KEYS");
    }

    [Fact]
    public async Task A_feed_that_gives_up_fails_by_its_error()
    {
        var (stage, feed) = Scripted();
        using (stage)
        {
            feed.Say(new StateEvent(FeedHarness.T0, FeedState.Failed, "The certificate of 127.0.0.1 is refused: it is self-signed.", FeedErrorClass.Certificate));
            feed.End();
            Assert.Single(await stage.Run(new FeedCheck())).Fails("it is self-signed", "what it trusts");
        }
    }

    private static (HealthStage Stage, ScriptedFeed Feed) Scripted()
    {
        var feed = new ScriptedFeed();
        return (new HealthStage { Feed = feed }, feed);
    }

    private static HealthStage Stage(FakeServer server, string provider, string key = Key, DateTimeOffset? start = null)
    {
        var stage = new HealthStage(start);
        stage.Request = stage.Request with { Source = provider, Endpoint = server.Address.ToString() };
        stage.Environment[provider switch { "oanda" => "OANDA_API_KEY", "finnhub" => "FINNHUB_API_KEYS", _ => "TWELVEDATA_API_KEYS" }] = key;
        if (provider == "oanda") stage.Environment["OANDA_ACCOUNT_ID"] = "101-001-0000001-001";
        return stage;
    }

    private static async Task Prices(FakeConnection connection, WireFormat format, params string[] currencies)
    {
        foreach (var currency in currencies) await connection.Send(format.Price(format.NameOf(currency, "USD"), FeedHarness.T0, 1.09998, 1.10002));
    }
}
