using Axfl.Contracts;
using Axfl.LiveHost;
using Axfl.Providers.Common;
using Axfl.Runs.Journal;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Fold;

public sealed class LiveTimeTests : IDisposable
{
    private static readonly long T0 = MadeTicks.Start;
    private readonly TemporaryFolder _folder = new();
    private readonly List<(int Symbol, Tick Tick)> _ticks = [];
    private readonly DirectLive _live;
    private int _second;

    public LiveTimeTests()
    {
        _live = DirectLive.Begin(_folder.Path, "a", _ticks);
        _live.Say(new StateEvent(T0, FeedState.Live, "Connected."));
        Steady(130);
    }

    [Fact]
    public void A_price_28_s_ahead_is_refused_and_those_after_it_are_prices()
    {
        Ahead(0, 28_000, 1.2);
        Assert.Equal(T0 + _second * 1000, _live.Session.Fold[0].LastTick.Time);
        Steady(140);
        Assert.Equal(T0 + _second * 1000, _live.Session.Fold[0].LastTick.Time);
        Assert.Equal(1, _live.Statuses.Data(Now)[0].Rejected);
        Assert.Equal(0, _live.Statuses.Data(Now)[1].Rejected);
    }

    [Fact]
    public void A_stop_loss_passed_after_a_price_from_the_future_is_taken()
    {
        while (_live.Session.Fold.Engine.View().Positions.Count == 0) Steady(_second + 2);
        var position = _live.Session.Fold.Engine.View().Positions[0];
        var symbol = position.Symbol == "EURUSD" ? 0 : 1;
        Ahead(symbol, 28_000, position.Entry);
        _live.Feed(symbol, new Tick(T0 + ++_second * 1000, position.Sl + (position.Side == "long" ? -0.001 : 0.001)));
        Assert.Equal("SL", Assert.Single(_live.Session.Recorder.Trades, t => t.Symbol == position.Symbol && t.EntryTime == position.EntryTime).Reason);
    }

    [Fact]
    public void A_price_from_the_future_delays_no_bar_and_fills_no_journal()
    {
        Steady(170);
        Ahead(0, 28_000, 1.1);
        var before = Clocks();
        for (var i = 0; i < 120; i++) _live.Clock(Now + i * 100);
        Steady(184);
        Assert.Equal(T0 + 2 * EventTime.Minute, _live.Session.Fold[1].LastBar);
        Assert.Equal(T0 + 2 * EventTime.Minute, _live.Session.Fold[0].LastBar);
        Assert.InRange(Clocks() - before, 1, 4);
    }

    [Fact]
    public void A_clock_behind_all_prices_is_named_and_corrected_and_the_correction_is_in_the_journal()
    {
        for (var i = 0; i < 60; i++)
        {
            Ahead(i % 2, 10_000, i % 2 == 0 ? 1.1 : 1.2);
            _second++;
        }

        Assert.Equal(10_000, _live.Session.Fold.Skew);
        _live.Statuses.Send(isFinal: false);
        Assert.Contains("clock is 10.0 s behind", _live.Statuses.Newest!.Error, StringComparison.Ordinal);
        Assert.Equal(T0 + (_second - 1) * 1000 + 10_000, _live.Session.Fold[1].LastTick.Time);
        var ledger = _live.Finish();
        _live.Dispose();
        using var again = DirectLive.Resume(_folder.Path, "a", _ticks);
        Assert.Equal((10_000, ledger), (again.Session.Fold.Skew, again.Session.Recorder.LedgerHash));
    }

    [Fact]
    public void The_lag_of_prices_is_in_the_status_and_warned_of_once()
    {
        for (var i = 0; i < 40; i++)
        {
            var tick = new Tick(Now - 3_000, 1.1 + i % 2 * 0.0001);
            _live.Say(new TickEvent(Now, 0, tick, false));
            _second++;
            _live.Clock(Now);
        }

        _live.Statuses.Send(isFinal: false);
        Assert.InRange(_live.Statuses.Newest!.Ws.LagP99Ms!.Value, 2_900, 3_100);
    }

    [Fact]
    public void Refused_prices_are_noted_once_and_then_counted()
    {
        for (var i = 0; i < 500; i++) Ahead(0, 28_000, 1.1 + i * 0.0001);
        _live.Session.Journal.Flush();
        var text = File.ReadAllLines(new JournalFiles(Path.Combine(_folder.Path, "runs", "a")).Segment(1)).Count(l => l.Contains("\"k\":\"rejected\"", StringComparison.Ordinal));
        Assert.Equal(1, text);
        Assert.Equal(500, _live.Statuses.Data(Now)[0].Rejected);
    }

    [Fact]
    public void After_a_correction_that_was_wrong_no_symbol_is_fresh_until_the_clock_has_come_to_its_prices()
    {
        for (var i = 0; i < 60; i++, _second++) Ahead(i % 2, 600_000, i % 2 == 0 ? 1.1 : 1.2);
        Assert.Equal(600_000, _live.Session.Fold.Skew);
        var until = _live.Session.Fold.Now;
        Steady(_second + 60);
        Assert.Equal(0, _live.Session.Fold.Skew);
        Assert.False(_live.Statuses.Newest!.Ok);
        Assert.Matches("EURUSD .prices stamped up to .* were taken, and time does not go back", _live.Statuses.Newest.Error);
        Assert.Single(_live.Notices, n => n.Message.Contains("stop this run and begin another", StringComparison.Ordinal));

        // What is written down does not wait for that.
        var journal = new FileInfo(new JournalFiles(Path.Combine(_folder.Path, "runs", "a")).Segment(1));
        var length = journal.Length;
        Steady(_second + 10);
        journal.Refresh();
        Assert.True(journal.Length > length, "Nothing more of the journal was written.");
        while (Now <= until) Steady(_second + 60);
        _live.Statuses.Send(isFinal: false);
        Assert.True(_live.Statuses.Newest.Ok, _live.Statuses.Newest.Error);
        var ledger = _live.Finish();
        _live.Dispose();
        using var again = DirectLive.Resume(_folder.Path, "a", _ticks);
        Assert.Equal((ledger, false), (again.Session.Recorder.LedgerHash, again.Session.Fold[0].IsFeedStale));
    }

    [Fact]
    public void Prices_far_from_the_last_are_named_when_they_are_held_and_when_they_are_believed()
    {
        for (var i = 0; i < 3; i++) _live.Feed(0, new Tick(T0 + ++_second * 1000, 0.11 + i * 0.00001));
        Assert.Single(_live.Notices, n => n.Message.Contains("the price 0.11 is too far from 1.1", StringComparison.Ordinal));
        Assert.Single(_live.Notices, n => n.Message.Contains("3 prices in a row agree on 0.11002, -90.0 % from 1.1", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _live.Dispose();
        _folder.Dispose();
    }

    private long Now => T0 + _second * 1000;

    private int Clocks()
    {
        _live.Session.Journal.Flush();
        return File.ReadAllLines(new JournalFiles(Path.Combine(_folder.Path, "runs", "a")).Segment(1)).Count(l => l.Contains("\"k\":\"clock\"", StringComparison.Ordinal));
    }

    private void Ahead(int symbol, long by, double price) => _live.Say(new TickEvent(Now, symbol, new Tick(Now + by, price), false));

    private void Steady(int second)
    {
        while (_second + 1 < second)
        {
            var price = new Tick(T0 + ++_second * 1000, Math.Round(1.1 + _second / 60 % 7 * 0.00001 + _second % 2 * 0.00002, 5));
            _ticks.Add((0, price));
            _ticks.Add((1, price with { Price = price.Price + 0.1 }));
            _live.Feed(0, price);
            _live.Feed(1, _ticks[^1].Tick);
        }
    }
}
