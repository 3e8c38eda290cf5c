using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests;

/// <summary>A tick is a bar of one point and a step of its own, with the passes of a step over its symbol's slots.</summary>
public class TickPassesTests
{
    private static Tick At(double bar, double pips) => new(Scenario.Time(bar), Pips.Price(pips));

    [Fact]
    public void Market_orders_of_all_slots_fill_before_a_pending_limit_of_any()
    {
        var run = new Scenario().Of("a", "b").Risk(r => r with { MaxSymbolPositions = 1 })
            .At(0, d => d.BuyLimit(-2), "a").At(0, d => d.Buy(-12), "b").Flat().Run();
        run.Engine.OnTick(0, At(1.01, -3));
        Assert.Equal(["EURUSD b: 1.01 fill filled", "EURUSD a: 1.01 fill max_symbol_positions"], run.StoryBySlot[2..]);
    }

    [Fact]
    public void Positions_that_are_due_close_before_a_stop_loss_of_any_slot()
    {
        var run = new Scenario().Of("a", "b").Risk(r => r with { GlobalDailyStopR = -1 })
            .At(0, d => d.Buy(), "a").At(0, d => d.Buy(), "b").At(1, d => d.ExitPosition(), "b").Flat(count: 2).Run();
        run.Engine.OnTick(0, At(2.01, -12));
        Assert.Equal(["EXIT", "SL"], run.Trades.Select(t => t.Reason.Name));
    }

    [Fact]
    public void Bars_held_count_the_bar_in_hand_that_opened_after_the_entry_and_before_the_exit()
    {
        var run = new Scenario().At(0, d => d.Buy()).Flat().Run();
        run.Engine.OnTick(0, At(1.01, 0));
        run.Engine.OnTick(0, At(2.01, 0));
        run.Engine.CompleteBars([new StepBar(0, Scenario.BarAt(1, 0, 0, 0, 0))]);
        run.Engine.OnTick(0, At(3.01, -10));
        Assert.Equal(2, run.Trade.BarsHeld);
    }

    [Fact]
    public void Bars_that_are_complete_only_after_the_exit_count_too()
    {
        var run = new Scenario().At(0, d => d.Buy()).Flat().Run();
        run.Engine.OnTick(0, At(1, 0));
        run.Engine.OnTick(0, At(2, 0));
        run.Engine.OnTick(0, At(3, -10));
        Assert.Equal(2, run.Trade.BarsHeld);
    }

    [Fact]
    public void Excursions_are_those_of_the_ticks_before_the_exit_s_and_of_the_exit_s_fill()
    {
        var run = new Scenario().Spread(2).At(0, d => d.Buy(stop: -9, target: 21)).Flat().Run();
        run.Engine.OnTick(0, At(1.01, 0));
        run.Engine.OnTick(0, At(1.02, 5));
        run.Engine.OnTick(0, At(1.03, -4));
        run.Engine.OnTick(0, At(1.04, 31));
        Assert.Equal(["1.01 1 -> 1.04 30 TP"], run.Ledger);
        Assert.Equal(-0.5, run.Trade.MaeR, 9);
        Assert.Equal(2.9, run.Trade.MfeR, 9);
    }

    [Fact]
    public void The_tick_of_the_exit_counts_by_its_fill_alone()
    {
        var run = new Scenario().At(0, d => d.Buy()).At(1, d => d.ExitPosition()).Spread(2).Flat().Run();
        run.Engine.OnTick(0, At(1.01, 0));
        run.Engine.CompleteBars([new StepBar(0, Scenario.BarAt(1, 0, 0, 0, 0))]);
        run.Engine.OnTick(0, At(2.01, 12));
        Assert.Equal("1.01 1 -> 2.01 11 EXIT", Assert.Single(run.Ledger));
        Assert.Equal(10 / 11.0, run.Trade.MfeR, 9);
    }
}
