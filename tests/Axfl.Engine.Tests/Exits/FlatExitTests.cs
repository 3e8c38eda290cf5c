using Axfl.Contracts;
using Axfl.Engine.Events;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Exits;

/// <summary>Positions are closed before news (NEWS) and in blackouts that say so (FLAT).</summary>
public class FlatExitTests
{
    private static readonly NewsPlan Flat = NewsEvents.Plan(NewsEvents.At(6)) with { Flat = true, FlatBeforeMinutes = 5 };

    private static Scenario Long => new Scenario().At(0, d => d.Buy(-50));

    [Fact]
    public void News_closes_a_position_at_the_open_of_the_first_bar_that_meets_its_window() =>
        Assert.Equal(["1 0 -> 5 3 NEWS"], Long.News(Flat).Flat(count: 5).Bar(3, 3, 3, 3).Flat().Run().Ledger);

    [Fact]
    public void A_blackout_closes_one_only_when_it_says_so()
    {
        Assert.Equal(["1 0 -> 4 3 FLAT"], Long.Blackout("07:22", "07:30", flat: true).Flat(count: 4).Bar(3, 3, 3, 3).Flat().Run().Ledger);
        Assert.Empty(Long.Blackout("07:22", "07:30").Flat(count: 8).Run().Ledger);
    }

    [Fact]
    public void News_that_does_not_cover_the_symbol_closes_nothing() =>
        Assert.Empty(Long.News(NewsEvents.Plan(NewsEvents.At(6, currency: "JPY")) with { Flat = true }).Flat(count: 9).Run().Ledger);

    [Fact]
    public void News_comes_before_a_blackout_and_both_before_what_the_strategy_asks_for()
    {
        Assert.Equal(["1 0 -> 5 0 NEWS"], Long.News(Flat).Blackout("07:25", "07:30", flat: true).At(4, d => d.ExitPosition()).Flat(count: 7).Run().Ledger);
        Assert.Equal(["1 0 -> 5 0 FLAT"], Long.Blackout("07:25", "07:30", flat: true).At(4, d => d.ExitPosition()).Flat(count: 7).Run().Ledger);
    }

    [Fact]
    public void A_bar_that_comes_late_but_meets_the_window_closes_it_without_a_warning()
    {
        var log = new EventLog();
        Long.News(Flat).Flat(count: 5).Gap(2).Flat().Run(log);
        Assert.Equal(Scenario.Time(7), Closed(log).ExitTime);
        Assert.Empty(log.Events.OfType<FlatMissed>());
    }

    [Theory]
    [InlineData(4, 5, true)]
    [InlineData(6, 3, false)]
    public void A_window_that_lies_wholly_between_two_bars_closes_it_at_the_next_open_and_is_told(int seen, int gap, bool isMissed)
    {
        // The window is 07:25 to 07:40, bars 5, 6 and 7; with six bars seen the first of them met it.
        var log = new EventLog();
        Long.News(Flat).Flat(count: seen).Gap(gap).Flat(2).Run(log);
        Assert.Equal(("NEWS", isMissed ? Scenario.Time(9) : Scenario.Time(5)), (Closed(log).Reason.Name, Closed(log).ExitTime));
        Assert.Equal(isMissed ? 1 : 0, log.Events.OfType<FlatMissed>().Count());
    }

    [Fact]
    public void A_missed_blackout_is_told_with_symbol_and_time()
    {
        var log = new EventLog();
        Long.Blackout("07:10", "07:15", flat: true).Flat(count: 2).Gap().Flat().Run(log);
        Assert.Equal(("FLAT", Scenario.Time(3)), (Closed(log).Reason.Name, Closed(log).ExitTime));
        Assert.StartsWith("2026-01-13T07:15:00Z EURUSD a: flat missed (blackout)", Assert.Single(log.Events.OfType<FlatMissed>()).Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_position_opened_after_a_window_is_not_closed_by_it()
    {
        var run = new Scenario().Blackout("07:05", "07:06", flat: true).Plan(p => p with { FillAtClose = true }).At(2, d => d.Buy(-50)).Flat(count: 9).Run();
        Assert.Empty(run.Ledger);
    }

    [Fact]
    public void The_first_tick_in_a_window_closes_and_the_first_after_one_that_no_tick_met_too()
    {
        Assert.Equal(["1.1 0 -> 5 2 NEWS"], Ticks(Flat, (1.1, 0), (4.99, 1), (5, 2)).Ledger);
        Assert.Equal(["1.1 0 -> 8.2 2 NEWS"], Ticks(Flat, (1.1, 0), (4.99, 1), (8.2, 2)).Ledger);
        Assert.Empty(Ticks(Flat, (8.1, 0), (8.2, 1)).Ledger);
    }

    [Fact]
    public void They_pay_slippage_as_a_time_stop_does()
    {
        var run = Long.News(Flat).Costs(c => c with { SlippageOn = SlippageOn.Time, MinSlippagePips = 2, AtrDivisor = null }).Flat(count: 7).Run();
        Assert.Equal(["1 0 -> 5 -2 NEWS"], run.Ledger);
    }

    [Fact]
    public void Another_calendar_is_in_force_from_the_change_on()
    {
        var run = new RunOutcome(Long.News(NewsEvents.Plan() with { Flat = true }).Build());
        for (var i = 0; i < 6; i++)
        {
            if (i == 4) run.Engine.ChangeCalendar(Flat.Calendar);
            run.Engine.Step([new StepBar(0, Scenario.BarAt(i, 0, 0, 0, 0))]);
        }

        Assert.Equal(["1 0 -> 5 0 NEWS"], run.Ledger);
        Assert.Equal("Prices", run.Engine.News(Scenario.Time(5))!.Title);
    }

    private static Engine.Results.TradeRecord Closed(EventLog log) => Assert.Single(log.Events.OfType<TradeClosed>()).Trade;

    // The order is placed at the close of bar 0.
    private static RunOutcome Ticks(NewsPlan news, params (double Bar, double Pips)[] ticks)
    {
        var run = new RunOutcome(Long.News(news).Build());
        run.Engine.CompleteBars([new StepBar(0, Scenario.BarAt(0, 0, 0, 0, 0))]);
        foreach (var (bar, pips) in ticks) run.Engine.OnTick(0, new Tick(Scenario.Time(bar), Pips.Price(pips)));
        return run;
    }
}
