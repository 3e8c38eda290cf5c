using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Live;

/// <summary>Bars that were missed: positions are managed on what was not seen of them, entries are blocked.</summary>
public class BackfillTests
{
    private static RunOutcome Holding(Func<Scenario, Scenario>? change = null)
    {
        var run = (change ?? (s => s))(new Scenario().At(0, d => d.Buy(target: 20))).Run();
        run.Engine.CompleteBars([new StepBar(0, Scenario.BarAt(0, 0, 0, 0, 0))]);
        run.Engine.OnTick(0, new Tick(Scenario.Time(1), Pips.Price(0)));
        return run;
    }

    private static StepBar Bar(int index, double open, double high, double low, double close) => new(0, Scenario.BarAt(index, open, high, low, close));

    [Fact]
    public void A_position_is_stopped_on_a_missed_bar_at_the_bar_s_own_time()
    {
        var run = Holding();
        run.Engine.Backfill([new MissedBar(Bar(3, 0, 0, -12, 0))]);
        Assert.Equal(["1 0 -> 3 -10 SL"], run.Ledger);
    }

    [Fact]
    public void A_missed_open_closes_what_is_due()
    {
        var run = Holding(s => s.TimeStop(10));
        run.Engine.Backfill([new MissedBar(Bar(3, 4, 4, 4, 4))]);
        Assert.Equal(["1 0 -> 3 4 TIME"], run.Ledger);
    }

    [Fact]
    public void Of_a_bar_missed_from_its_middle_on_the_open_is_the_last_price_seen()
    {
        // The bar's own open, beyond the stop loss, was seen before the position was opened there; the rest of it goes to -12.
        var run = Holding();
        run.Engine.Backfill([new MissedBar(Bar(1, -30, 0, -30, 0), Scenario.Time(1.5), FromPrice: Pips.Price(-4))]);
        Assert.Equal(["1 0 -> 1.5 -10 SL"], run.Ledger);
    }

    [Fact]
    public void A_pending_entry_it_would_have_filled_is_blocked()
    {
        var run = new Scenario().At(0, d => d.BuyStop(5)).Run();
        run.Engine.CompleteBars([Bar(0, 0, 0, 0, 0)]);
        run.Engine.Backfill([new MissedBar(Bar(1, 0, 4, 0, 0))]);
        Assert.Single(run.Engine.View().Pending);
        run.Engine.Backfill([new MissedBar(Bar(2, 0, 5, 0, 0))]);
        Assert.Equal(["0 place accepted", "2 fill stale"], run.Story);
    }

    [Fact]
    public void A_pending_market_order_too()
    {
        var run = new Scenario().At(0, d => d.Buy()).Run();
        run.Engine.CompleteBars([Bar(0, 0, 0, 0, 0)]);
        run.Engine.Backfill([new MissedBar(Bar(1, 0, 0, 0, 0))]);
        Assert.Equal(["0 place accepted", "1 fill stale"], run.Story);
    }

    [Fact]
    public void A_new_entry_at_its_close_is_blocked_where_the_bar_came_too_late()
    {
        var run = new Scenario().At(1, d => d.Buy()).Run();
        run.Engine.Backfill([new MissedBar(Bar(1, 0, 0, 0, 0) with { Backfilled = true })]);
        Assert.Equal(["1 place stale"], run.Story);
    }

    [Fact]
    public void And_taken_where_it_came_in_time()
    {
        var run = new Scenario().At(1, d => d.Buy()).Run();
        run.Engine.Backfill([new MissedBar(Bar(1, 0, 0, 0, 0))]);
        Assert.Equal(["1 place accepted"], run.Story);
    }

    [Fact]
    public void The_next_tick_makes_the_symbol_fresh()
    {
        var run = new Scenario().At(2, d => d.Buy()).Run();
        run.Engine.Backfill([new MissedBar(Bar(1, 0, 0, 0, 0) with { Backfilled = true })]);
        run.Engine.OnTick(0, new Tick(Scenario.Time(2.5), Pips.Price(0)));
        run.Engine.CompleteBars([Bar(2, 0, 0, 0, 0)]);
        Assert.Equal(["2 place accepted"], run.Story);
    }

    [Fact]
    public void A_bar_that_was_seen_feeds_strategies_and_moves_nothing()
    {
        var run = Holding(s => s.At(3, d => d.ExitPosition()));
        run.Engine.Backfill([MissedBar.Seen(Bar(3, -30, 0, -30, 0))]);
        Assert.Empty(run.Trades);
        run.Engine.OnTick(0, new Tick(Scenario.Time(4), Pips.Price(7)));
        Assert.Equal(["1 0 -> 4 7 EXIT"], run.Ledger);
    }

    [Fact]
    public void A_position_opened_at_or_after_the_end_of_what_was_missed_was_not_in_danger()
    {
        var run = Holding();
        run.Engine.Backfill([new MissedBar(Bar(1, 0, 0, -30, 0), Until: Scenario.Time(1))]);
        Assert.Empty(run.Trades);
        run.Engine.Backfill([new MissedBar(Bar(2, 0, 0, -30, 0), Until: Scenario.Time(1) + 1)]);
        Assert.Single(run.Trades);
    }

    [Fact]
    public void Opens_of_all_symbols_come_before_the_rest_of_any()
    {
        var run = new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).Risk(r => r with { GlobalDailyStopR = -1 }).TimeStop(10)
            .At(0, d => d.Buy()).At(0, d => d.Buy(), symbol: Scenario.GbpUsd).Flat(count: 2).Run();
        run.Engine.Backfill([new MissedBar(Bar(3, 0, 0, -20, 0)), new MissedBar(Bar(3, -5, -5, -5, -5) with { Symbol = 1 })]);
        Assert.Equal(["1 0 -> 3 0 TIME", "1 0 -> 3 -5 TIME"], run.Ledger);
    }

    [Fact]
    public void The_part_that_was_missed_has_the_extremes_of_the_whole_bar()
    {
        var missed = new MissedBar(Bar(1, 0, 5, -5, 1), Scenario.Time(1.5), FromPrice: Pips.Price(7));
        Assert.Equal(new Bar(Scenario.Time(1.5), Pips.Price(7), Pips.Price(7), Pips.Price(-5), Pips.Price(1)), missed.Part);
        Assert.Equal(Pips.Price(-8), (missed with { FromPrice = Pips.Price(-8) }).Part.Low);
        Assert.False(missed.MissesOpen);
        var whole = new MissedBar(Bar(1, 0, 5, -5, 1), Scenario.Time(1));
        Assert.True(whole.MissesOpen);
        Assert.Equal(Scenario.BarAt(1, 0, 5, -5, 1), whole.Part);
        Assert.False(whole.IsSeen);
        Assert.True(MissedBar.Seen(Bar(1, 0, 5, -5, 1)).IsSeen);
    }

    [Fact]
    public void An_open_that_was_seen_closes_nothing_that_was_due_then()
    {
        var run = Holding(s => s.TimeStop(10));
        run.Engine.Backfill([new MissedBar(Bar(3, 4, 4, 4, 4), Scenario.Time(3.5), FromPrice: Pips.Price(4))]);
        Assert.Empty(run.Trades);
    }

    [Fact]
    public void An_open_missed_before_the_position_was_opened_does_not_close_it()
    {
        var run = Holding(s => s.TimeStop(10));
        run.Engine.Backfill([new MissedBar(Bar(3, 4, 4, 4, 4), Until: Scenario.Time(1))]);
        Assert.Empty(run.Trades);
    }
}
