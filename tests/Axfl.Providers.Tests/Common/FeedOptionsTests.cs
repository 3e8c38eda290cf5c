using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Providers.Finnhub;
using Axfl.Providers.Oanda;

namespace Axfl.Providers.Tests.Common;

public sealed class FeedOptionsTests
{
    private static Func<string, string?> Environment(params (string Name, string Value)[] values) =>
        name => values.FirstOrDefault(v => v.Name == name).Value;

    [Fact]
    public void Keys_are_separated_by_commas_and_blanks_do_not_count() =>
        Assert.Equal(["a", "b"], FinnhubOptions.FromEnvironment(Environment(("FINNHUB_API_KEYS", " a, ,b ,"))).Keys);

    [Theory]
    [InlineData("live")]
    [InlineData("fxtrade")]
    public void A_real_money_server_is_refused_unless_it_is_allowed(string name)
    {
        var environment = Environment(("OANDA_ENV", name), ("OANDA_API_KEY", "k"), ("OANDA_ACCOUNT_ID", "1"));
        Assert.Equal("OandaLiveRefused", Assert.Throws<AxflException>(() => OandaOptions.FromEnvironment(environment)).ErrorId);
        var allowed = OandaOptions.FromEnvironment(environment, allowLiveAccount: true);
        Assert.Equal("stream-fxtrade.oanda.com", allowed.Endpoint.Host);
        Assert.Throws<AxflException>(() => new OandaFeed(allowed with { AllowLiveAccount = false }, TimeProvider.System, _ => false));
    }

    [Fact]
    public void Wrong_settings_have_an_error_that_names_them()
    {
        Assert.Equal("OandaEnvironmentUnknown", Id("oanda", null, ("OANDA_ENV", "prod")));
        Assert.Equal("OandaAccountMissing", Id("oanda", null, ("OANDA_API_KEY", "k")));
        Assert.Equal("FeedKeyMissing", Id("finnhub", null));
        Assert.Equal("FeedUnknown", Id("bloomberg", null));
        Assert.Equal("FeedEndpointInvalid", Id("finnhub", "localhost", ("FINNHUB_API_KEYS", "k")));
    }

    [Fact]
    public void A_provider_is_configured_when_all_it_needs_is_set()
    {
        Assert.False(TickFeeds.IsConfigured("oanda", Environment(("OANDA_API_KEY", "k"))));
        Assert.True(TickFeeds.IsConfigured("oanda", Environment(("OANDA_API_KEY", "k"), ("OANDA_ACCOUNT_ID", "1"))));
        Assert.True(TickFeeds.IsConfigured("twelvedata", Environment(("TWELVEDATA_API_KEYS", "k"))));
        Assert.False(TickFeeds.IsConfigured("finnhub", Environment(("FINNHUB_API_KEYS", " "))));
    }

    [Theory]
    [InlineData("wss://ws.finnhub.io/?token=abcdef&x=1", "wss://ws.finnhub.io/?token=***&x=1")]
    [InlineData("https://h/p?symbol=A&apikey=abcdef", "https://h/p?symbol=A&apikey=***")]
    [InlineData("Authorization: Bearer abcdef-123", "Authorization: Bearer ***")]
    [InlineData("the key is S/ECRET or S%2FECRET", "the key is *** or ***")]
    [InlineData("**apikey** parameter is incorrect", "**apikey** parameter is incorrect")]
    [InlineData(null, "")]
    public void Keys_are_masked_known_or_not(string? text, string expected) => Assert.Equal(expected, new KeyRedactor(["S/ECRET", "", null]).Redact(text));

    [Theory]
    [InlineData("ws://prices.example:9000")]
    [InlineData("http://10.1.2.3")]
    public void A_key_does_not_cross_a_network_in_clear_text_unless_that_is_allowed(string endpoint)
    {
        foreach (var provider in PriceProviders.Live)
        {
            var environment = Environment(("FINNHUB_API_KEYS", "k"), ("TWELVEDATA_API_KEYS", "k"), ("OANDA_API_KEY", "k"), ("OANDA_ACCOUNT_ID", "1"));
            var feed = Assert.Throws<AxflException>(() => TickFeeds.Create(provider, endpoint, environment, TimeProvider.System, _ => false));
            var history = Assert.Throws<AxflException>(() => HistorySources.Create(provider, endpoint, environment, TimeProvider.System));
            Assert.Equal(("FeedEndpointPlain", "FeedEndpointPlain"), (feed.ErrorId, history.ErrorId));
            Assert.Contains("--allow-plain", feed.Message, StringComparison.Ordinal);
            Assert.NotNull(TickFeeds.Create(provider, endpoint, environment, TimeProvider.System, _ => false, allowPlain: true));
            HistorySources.Create(provider, endpoint, environment, TimeProvider.System, allowPlain: true).Dispose();
        }

        HistorySources.Create("dukascopy", "http://10.1.2.3", _ => null, TimeProvider.System).Dispose();
    }

    [Theory]
    [InlineData("ws://127.0.0.1:9000")]
    [InlineData("ws://localhost:9000")]
    [InlineData("http://[::1]:9000")]
    [InlineData("wss://prices.example")]
    public void This_machine_and_encrypted_servers_need_no_permission(string endpoint) => Assert.NotNull(FeedAddress.Parse(endpoint, allowPlain: false));

    [Fact]
    public void Of_an_address_what_may_hold_a_key_is_not_written_down_and_is_asked_for_again()
    {
        Assert.Equal("ws://127.0.0.1:9000/v1", FeedAddress.Recorded("ws://127.0.0.1:9000/v1"));
        Assert.Equal("wss://prices.example/v1?", FeedAddress.Recorded("wss://me:SECRET@prices.example/v1?token=SECRET"));
        Assert.Null(FeedAddress.Recorded(null));
        Assert.Equal("ws://127.0.0.1:9000/", FeedAddress.Resumed(null, "ws://127.0.0.1:9000/"));
        Assert.Equal("ws://other/", FeedAddress.Resumed("ws://other/", "ws://127.0.0.1:9000/"));
        Assert.Equal("FeedEndpointNeeded", Assert.Throws<AxflException>(() => FeedAddress.Resumed(null, "wss://prices.example/v1?")).ErrorId);
    }

    [Fact]
    public void A_very_short_key_is_masked_where_it_stands_alone_and_never_inside_words()
    {
        var redactor = new KeyRedactor(["e"]);
        Assert.Equal("the server refused the key '***', it said: *** is wrong", redactor.Redact("the server refused the key 'e', it said: E is wrong"));
        Assert.Equal("https://h/?token=***", redactor.Redact("https://h/?token=e"));
    }

    [Fact]
    public void A_refused_key_never_comes_back_and_a_throttled_one_after_its_rest()
    {
        var now = DateTimeOffset.UnixEpoch;
        var ring = new KeyRing(["a", " b ", "c", "a"]);
        Assert.Equal(3, ring.Count);
        Assert.True(ring.Rest(now, now.AddSeconds(60)));
        Assert.Equal("b", ring.Current);
        Assert.True(ring.Refuse());
        Assert.Equal("c", ring.Current);
        Assert.False(ring.Rest(now.AddSeconds(30), now.AddSeconds(90)));
        Assert.Equal("c", ring.Current);
        Assert.True(ring.Rest(now.AddSeconds(61), now.AddSeconds(120)));
        Assert.Equal("a", ring.Current);
        Assert.True(ring.Refuse());
        Assert.False(ring.Refuse());
        Assert.False(ring.Any);
        Assert.Throws<FeedException>(() => ring.Current);
    }

    private static string Id(string provider, string? endpoint, params (string Name, string Value)[] values) =>
        Assert.ThrowsAny<AxflException>(() => TickFeeds.Create(provider, endpoint, Environment(values), TimeProvider.System, _ => false)).ErrorId;
}
