using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.Providers.Common;
using Axfl.Providers.Common.History;
using Axfl.Providers.Oanda;
using Axfl.Testing;

namespace Axfl.Providers.Tests;

public sealed class HistorySourcesTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Auto_takes_what_is_configured_in_its_order_and_says_why()
    {
        var choice = Choose("auto", null, ("OANDA_API_KEY", "k"), ("TWELVEDATA_API_KEYS", "a,b"));
        Assert.Equal(["twelvedata", "oanda"], choice.Histories.Select(h => h.Name));
        Assert.Equal("twelvedata: TWELVEDATA_API_KEYS is set; oanda: OANDA_API_KEY is set; finnhub: FINNHUB_API_KEYS is not set", choice.Reason);
    }

    [Fact]
    public void Auto_without_any_key_names_the_variables_and_never_takes_dukascopy()
    {
        var error = Assert.Throws<AxflException>(() => Choose("auto", null, ("FINNHUB_API_KEYS", " ")));
        Assert.Equal(("HistoryNotConfigured", ErrorKind.Configuration), (error.ErrorId, error.Kind));
        foreach (var name in new[] { "TWELVEDATA_API_KEYS", "OANDA_API_KEY", "FINNHUB_API_KEYS", "dukascopy" }) Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_source_is_taken_alone()
    {
        Assert.Equal("dukascopy", Assert.Single(Choose("dukascopy", null, ("OANDA_API_KEY", "k")).Histories).Name);
        Assert.Equal("finnhub", Assert.Single(Choose("finnhub", "ws://127.0.0.1:1", ("FINNHUB_API_KEYS", "k"), ("OANDA_API_KEY", "k")).Histories).Name);
    }

    [Fact]
    public void A_real_money_server_of_oanda_is_left_out_by_auto_and_refused_when_named()
    {
        var choice = Choose("auto", null, ("OANDA_API_KEY", "k"), ("OANDA_ENV", "live"), ("FINNHUB_API_KEYS", "k"));
        Assert.Equal("finnhub", Assert.Single(choice.Histories).Name);
        Assert.Contains("real-money", choice.Reason, StringComparison.Ordinal);
        Assert.Equal("OandaLiveRefused", Id("oanda", null, ("OANDA_API_KEY", "k"), ("OANDA_ENV", "live")));
        Assert.Equal("OandaLiveRefused", Id("oanda", "https://api-fxtrade.oanda.com", ("OANDA_API_KEY", "k")));
    }

    [Fact]
    public void Wrong_settings_have_an_error_that_names_them()
    {
        Assert.Equal("HistorySourceUnknown", Id("twelvdata", null));
        Assert.Contains("Did you mean 'twelvedata'?", Assert.Throws<AxflException>(() => Choose("twelvdata", null)).Message, StringComparison.Ordinal);
        Assert.Equal("FeedEndpointInvalid", Id("dukascopy", "localhost:80"));
        Assert.Equal("FeedKeyMissing", Id("twelvedata", null));
        Assert.Equal("HistoryEndpointUnclear", Id("auto", "http://127.0.0.1:1", ("OANDA_API_KEY", "k"), ("FINNHUB_API_KEYS", "k")));
    }

    [Theory]
    [InlineData("https://stream-fxpractice.oanda.com", "https://api-fxpractice.oanda.com/v3/x?a=b%2Fc")]
    [InlineData("http://127.0.0.1:8765/below/", "http://127.0.0.1:8765/below/v3/x?a=b%2Fc")]
    [InlineData("ws://127.0.0.1:8765/socket", "http://127.0.0.1:8765/v3/x?a=b%2Fc")]
    public void Paths_lie_below_the_endpoint_and_beside_a_sockets(string endpoint, string expected) =>
        Assert.Equal(expected, OandaHistory.Defaults(new OandaOptions { Endpoint = new Uri(endpoint) }).Address("/v3/x?a=b%2Fc").ToString());

    [Fact]
    public async Task Files_that_cover_the_plan_come_first_and_are_read_as_bars()
    {
        _folder.Write("EURUSD_5m.csv", """
            time,open,high,low,close,volume
            2026-02-27T21:55:00Z,1.1,1.1,1.1,1.1,1
            2026-02-28T10:00:00Z,1.1,1.1,1.1,1.1,1
            2026-03-03T14:00:00Z,1.2,1.2,1.2,1.2,1
            2026-03-03T14:05:00Z,1.3,1.3,1.3,1.3,1
            """);
        var choice = HistorySources.Choose("auto", null, Environment(("OANDA_API_KEY", "k")), Clock, files: _folder.Request());
        Assert.Equal(["csv", "oanda"], choice.Histories.Select(h => h.Name));
        Assert.StartsWith("csv: there are files of every symbol; ", choice.Reason, StringComparison.Ordinal);
        var bars = await choice.Histories[0].Fetch(DataFolder.EurUsd, HistoryHarness.FiveMinutes, 0, long.MaxValue, null, CancellationToken.None);
        Assert.Equal([1.1, 1.2], bars.Select(b => b.Bar.Close)); // Neither the Saturday nor the bar still forming.
    }

    [Fact]
    public async Task Files_without_the_period_are_an_error_that_a_chain_goes_on_after()
    {
        _folder.Write("EURUSD_5m.csv", "time,open,high,low,close\n2025-01-07T14:00:00Z,1.2,1.2,1.2,1.2\n");
        var other = new ScriptedHistory("oanda", new StepBar(0, new Bar(HistoryHarness.T0, 1, 1, 1, 1)));
        using var chain = new HistoryChain([new CsvHistory(_folder.Request(), Clock), other]);
        var answer = await chain.Ask(DataFolder.EurUsd, HistoryHarness.FiveMinutes, HistoryHarness.T0 - EventTime.Day, HistoryHarness.T0, null, CancellationToken.None);
        Assert.Equal(("oanda", 1, "oanda"), (answer.Source, answer.Bars.Count, chain.Name));
        Assert.StartsWith("csv: The files of EURUSD have no bars from 2026-03-02T14:05:00Z", Assert.Single(answer.Said), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_folder.Path, "EURUSD_5m.csv"), "nonsense\n");
        answer = await chain.Ask(DataFolder.EurUsd, HistoryHarness.FiveMinutes, 0, HistoryHarness.T0, null, CancellationToken.None);
        Assert.Contains("no known layout", Assert.Single(answer.Said), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FeedErrorClass.Plan, FeedErrorClass.BadSymbol, FeedErrorClass.BadSymbol)]
    [InlineData(FeedErrorClass.Transient, FeedErrorClass.Plan, FeedErrorClass.Transient)]
    public async Task When_all_of_a_chain_fail_the_error_has_what_each_said(FeedErrorClass first, FeedErrorClass second, FeedErrorClass whole)
    {
        using var chain = new HistoryChain([new ScriptedHistory("a", first), new ScriptedHistory("b", second)]);
        var error = await Assert.ThrowsAsync<FeedException>(() => chain.Fetch(DataFolder.EurUsd, HistoryHarness.FiveMinutes, 0, 1, null, CancellationToken.None));
        Assert.Equal(("HistoryUnavailable", whole), (error.ErrorId, error.ErrorClass));
        Assert.Contains("a: a says no. b: b says no.", error.Message, StringComparison.Ordinal);
    }

    private static TimeProvider Clock => new JumpingTime(DateTimeOffset.FromUnixTimeMilliseconds(HistoryHarness.T0));

    private static Func<string, string?> Environment(params (string Name, string Value)[] values) => name => values.FirstOrDefault(v => v.Name == name).Value;

    private static HistoryChoice Choose(string source, string? endpoint, params (string Name, string Value)[] values) =>
        HistorySources.Choose(source, endpoint, Environment(values), Clock);

    private static string Id(string source, string? endpoint, params (string Name, string Value)[] values) =>
        Assert.ThrowsAny<AxflException>(() => Choose(source, endpoint, values)).ErrorId;

    private sealed class ScriptedHistory : IHistory
    {
        private readonly FeedErrorClass? _error;
        private readonly StepBar[] _bars;

        public ScriptedHistory(string name, params StepBar[] bars) => (Name, _bars) = (name, bars);

        public ScriptedHistory(string name, FeedErrorClass error) => (Name, _error, _bars) = (name, error, []);

        public string Name { get; }

        public Task<IReadOnlyList<StepBar>> Fetch(
            Instrument instrument, Interval interval, long from, long until, IProgress<HistoryPage>? progress, CancellationToken cancellationToken) =>
            _error is { } error ? throw new FeedException("X", error, Name + " says no.") : Task.FromResult<IReadOnlyList<StepBar>>(_bars);

        public void Dispose()
        {
        }
    }
}
