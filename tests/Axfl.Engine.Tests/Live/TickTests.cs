using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Live;

/// <summary>A tick is a bar of one point at which orders fill; bars built from ticks feed strategies only.</summary>
public class TickTests
{
    private static RunOutcome After(Action<IOrderDesk> order, Func<Scenario, Scenario>? change = null)
    {
        var run = (change ?? (s => s))(new Scenario().At(0, order)).Run();
        run.Engine.CompleteBars([new StepBar(0, Scenario.BarAt(0, 0, 0, 0, 0))]);
        return run;
    }

    private static void Tick(RunOutcome run, double bar, double pips, int symbol = 0) => run.Engine.OnTick(symbol, new Tick(Scenario.Time(bar), Pips.Price(pips)));

    [Fact]
    public void A_market_order_fills_at_the_first_tick_after_the_close_at_its_time()
    {
        var run = After(d => d.Buy());
        Tick(run, 1.1, 3);
        Assert.Equal(["0 place accepted", "1.1 fill filled"], run.Story);
        Assert.Equal(3, Pips.Of(run.Engine.View().Positions[0].Entry));
    }

    [Fact]
    public void A_stop_entry_fills_at_the_tick_that_reaches_it_at_the_tick_s_price()
    {
        var run = After(d => d.BuyStop(5));
        Tick(run, 1.1, 4.9);
        Assert.Empty(run.Engine.View().Positions);
        Tick(run, 1.2, 6);
        Assert.Equal("1.2 fill filled", run.Story[^1]);
        Assert.Equal(6, Pips.Of(run.Engine.View().Positions[0].Entry));
    }

    [Fact]
    public void A_stop_entry_that_its_close_had_passed_fills_at_the_next_tick()
    {
        var run = After(d => d.BuyStop(-5, -20));
        Tick(run, 1.1, -8);
        Assert.Equal(-8, Pips.Of(run.Engine.View().Positions[0].Entry));
    }

    [Fact]
    public void A_target_fills_at_the_tick_that_reaches_it_with_the_tick_s_time()
    {
        var run = After(d => d.Buy(target: 20));
        Tick(run, 1.1, 0);
        Tick(run, 1.2, 19.9);
        Tick(run, 1.4, 21);
        Assert.Equal(["1.1 0 -> 1.4 21 TP"], run.Ledger);
    }

    [Fact]
    public void The_time_stop_is_measured_between_ticks()
    {
        var run = After(d => d.Buy(), s => s.TimeStop(5));
        Tick(run, 1.1, 0);
        Tick(run, 2.09, 1);
        Tick(run, 2.1, 2);
        Assert.Equal(["1.1 0 -> 2.1 2 TIME"], run.Ledger);
    }

    [Fact]
    public void Excursions_are_those_of_the_ticks()
    {
        var run = After(d => d.Buy(target: 20));
        foreach (var (bar, pips) in new[] { (1.1, 0.0), (1.2, -6), (1.3, 8), (1.4, 20) }) Tick(run, bar, pips);
        Assert.Equal((-0.6, 2.0), (Math.Round(run.Trade.MaeR, 9), Math.Round(run.Trade.MfeR, 9)));
    }

    [Fact]
    public void A_bar_complete_while_a_position_is_open_is_held_but_one_from_before_its_entry_is_not()
    {
        var run = After(d => d.Buy());
        Tick(run, 1, 0);
        run.Engine.CompleteBars([new StepBar(0, Scenario.BarAt(1, 0, 0, 0, 0))]);
        Assert.Equal(1, run.Engine.View().Positions[0].BarsHeld);
        var late = After(d => d.Buy());
        Tick(late, 1.1, 0);
        late.Engine.CompleteBars([new StepBar(0, Scenario.BarAt(1, 0, 0, 0, 0))]);
        Assert.Equal(0, late.Engine.View().Positions[0].BarsHeld);
    }

    [Fact]
    public void A_tick_concerns_its_own_symbol_alone()
    {
        var run = new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).At(0, d => d.Buy()).At(0, d => d.Buy(), symbol: Scenario.GbpUsd).Run();
        run.Engine.CompleteBars([new StepBar(0, Scenario.BarAt(0, 0, 0, 0, 0)), new StepBar(1, Scenario.BarAt(0, 0, 0, 0, 0))]);
        Tick(run, 1.1, 0, symbol: 1);
        Assert.Equal("GBPUSD", Assert.Single(run.Engine.View().Positions).Symbol);
    }

    [Fact]
    public void A_tick_of_a_new_trading_day_starts_the_counters_anew()
    {
        var run = After(d => d.Buy());
        Tick(run, 1.1, 0);
        Tick(run, 1.2, -10);
        Assert.Equal(-1, run.Engine.View().Today.RTotal, 9);
        Tick(run, 288, 0);
        Assert.Equal(0, run.Engine.View().Today.RTotal);
    }

    [Fact]
    public void A_complete_bar_fills_nothing()
    {
        var run = After(d => d.BuyStop(5));
        run.Engine.CompleteBars([new StepBar(0, Scenario.BarAt(1, 0, 50, 0, 50))]);
        Assert.Empty(run.Engine.View().Positions);
    }

    [Fact]
    public void An_entry_at_the_close_of_a_bar_of_ticks_is_held_against_the_spread_of_that_close()
    {
        var run = new Scenario().Plan(p => p with { MeasuredSpread = true }).Risk(r => r with { MaxSpreadPips = 2 }).At(0, d => d.Buy()).Run();
        run.Engine.CompleteBars([new StepBar(0, Scenario.BarAt(0, 0, 0, 0, 0), 0.0001, 0.0003)]);
        Assert.Equal(["0 place spread"], run.Story);
    }

    [Theory]
    [InlineData(2.4, 2.4, 2)]
    [InlineData(2.2, 2.4, 2)]
    [InlineData(1.9, 1.95, 1)]
    public void Bars_held_are_those_from_the_entry_to_before_the_exit_complete_or_begun(double firstTick, double exitTick, int bars)
    {
        // Bought at the open of bar 1, which is complete when the next tick comes, be it late.
        var run = After(d => d.Buy());
        Tick(run, 1, 0);
        run.Engine.CompleteBars([new StepBar(0, Scenario.BarAt(1, 0, 0, 0, 0))]);
        if (firstTick < exitTick) Tick(run, firstTick, 0);
        Tick(run, exitTick, -10);
        Assert.Equal(bars, run.Trade.BarsHeld);
    }
}
