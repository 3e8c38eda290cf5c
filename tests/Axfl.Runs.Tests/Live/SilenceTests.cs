using Axfl.Contracts;
using Axfl.LiveHost;
using Axfl.Providers.Common;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Live;

/// <summary>A run whose first symbol falls silent while the line and the other live on.</summary>
public sealed class SilenceTests : IDisposable
{
    private static readonly long T0 = MadeTicks.Start;
    private readonly TemporaryFolder _folder = new();
    private readonly List<(int Symbol, Tick Tick)> _ticks = [];
    private readonly DirectLive _live;
    private int _second;

    public SilenceTests()
    {
        _live = DirectLive.Begin(_folder.Path, "a", _ticks);
        _live.Say(new StateEvent(T0, FeedState.Live, "Connected."));
        Until(180, isMute: false);
    }

    [Fact]
    public void It_is_stale_at_stale_after_s_subscribed_15_s_later_and_dialled_15_s_after_that_once()
    {
        Until(238, isMute: true);
        Assert.False(_live.Session.Fold[0].IsStale);
        Assert.Empty(_live.Asked);
        Until(241, isMute: true);
        Assert.True(_live.Session.Fold[0].IsStale);
        Assert.True(_live.Session.Fold[0].IsLost);
        Assert.Contains("EURUSD (no price younger than", Error(), StringComparison.Ordinal);
        Until(254, isMute: true);
        Assert.Empty(_live.Asked);
        Until(257, isMute: true);
        Assert.Equal(["subscribe 0"], _live.Asked);
        Until(268, isMute: true);
        Assert.Single(_live.Asked);
        Until(272, isMute: true);
        Assert.Equal(2, _live.Asked.Count);
        Assert.StartsWith("dial: A new connection is made: EURUSD has no price younger than", _live.Asked[1], StringComparison.Ordinal);
        Until(1200, isMute: true);
        Assert.Equal(2, _live.Asked.Count);
        Assert.False(_live.Session.Fold[1].IsStale);
    }

    [Fact]
    public void Bars_of_history_go_on_while_it_lasts_and_no_bar_is_missing_after_it()
    {
        Until(600, isMute: true);
        Assert.Equal(T0 + 8 * EventTime.Minute, _live.Session.Fold[0].LastBar);
        Until(700, isMute: false);
        Assert.False(_live.Session.Fold[0].IsStale);
        Assert.Equal(0, _live.Session.Fold.Data(_ => false)[0].Gaps);
        Assert.Equal(T0 + 10 * EventTime.Minute, _live.Session.Fold[0].LastBar);
    }

    [Fact]
    public void The_word_of_the_provider_that_it_is_subscribed_makes_it_no_fresher()
    {
        Until(250, isMute: true);
        _live.Say(new SymbolEvent(Now, 0, SymbolFeedState.Subscribed, "EUR/USD"));
        _live.Say(new SymbolEvent(Now, 0, SymbolFeedState.Resumed, "Prices are back."));
        Until(260, isMute: true);
        Assert.True(_live.Session.Fold[0].IsStale);
        Assert.Contains("EURUSD", Error(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_held_price_makes_it_no_fresher_and_three_that_agree_do()
    {
        Until(250, isMute: true);
        for (var i = 0; i < 3; i++)
        {
            Assert.True(_live.Session.Fold[0].IsStale);
            _live.Feed(0, new Tick(T0 + ++_second * 1000, 1.2));
        }

        Assert.False(_live.Session.Fold[0].IsStale);
    }

    [Fact]
    public void What_is_known_of_each_price_is_in_one_place()
    {
        Until(250, isMute: true);
        var prices = _live.Session.Fold.Prices(Now);
        Assert.Equal(("EURUSD", false, T0 + 179_000), (prices[0].Symbol, prices[0].Fresh, prices[0].Stamped));
        Assert.Contains("no price younger than 70 s", prices[0].Why, StringComparison.Ordinal);
        Assert.Equal(("GBPUSD", true, null), (prices[1].Symbol, prices[1].Fresh, prices[1].Why));
        Assert.InRange(_live.Statuses.Data(Now)[0].StaleS!.Value, 69, 72);
    }

    [Fact]
    public void A_symbol_the_provider_refuses_is_stale_with_its_words_until_a_price_comes()
    {
        _live.Say(new SymbolEvent(Now, 0, SymbolFeedState.Refused, "Invalid symbol OANDA:EUR_USD"));
        Assert.Equal("refused: Invalid symbol OANDA:EUR_USD", _live.Session.Fold.Prices(Now)[0].Why);
        Until(185, isMute: false);
        Assert.True(_live.Session.Fold.Prices(Now)[0].Fresh);
    }

    [Fact]
    public void The_journal_folded_again_gives_the_same_ledger()
    {
        Until(600, isMute: true);
        Until(900, isMute: false);
        var ledger = _live.Finish();
        _live.Dispose();
        using var again = DirectLive.Resume(_folder.Path, "a", _ticks);
        Assert.Equal(ledger, again.Session.Recorder.LedgerHash);
    }

    public void Dispose()
    {
        _live.Dispose();
        _folder.Dispose();
    }

    private long Now => T0 + _second * 1000;

    private string Error()
    {
        _live.Statuses.Send(isFinal: false);
        return _live.Statuses.Newest!.Error ?? "";
    }

    private void Until(int second, bool isMute)
    {
        while (_second + 1 < second)
        {
            var price = new Tick(T0 + ++_second * 1000, Math.Round(1.1 + _second / 60 % 7 * 0.00001 + _second % 2 * 0.00002, 5));
            _ticks.Add((0, price));
            if (!isMute) _live.Feed(0, price);
            _live.Feed(1, price with { Price = price.Price + 0.1 });
        }
    }
}
