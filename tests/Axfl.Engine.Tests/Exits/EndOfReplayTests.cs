using Axfl.Engine.Portfolio;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Exits;

public class EndOfReplayTests
{
    [Fact]
    public void What_is_open_is_closed_at_the_last_close_at_the_end_of_that_bar()
    {
        var run = new Scenario().At(0, d => d.Buy()).Flat().Bar(0, 9, 0, 6).Run(end: true);
        Assert.Equal(["1 0 -> 2 6 END"], run.Ledger);
        Assert.Empty(run.Engine.View().Positions);
    }

    [Fact]
    public void Each_symbol_has_its_own_last_close()
    {
        var run = new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).At(0, d => d.Buy()).At(0, d => d.Buy(), symbol: Scenario.GbpUsd)
            .Flat(count: 2).Step((0, 0, 0, 0), null).Step((5, 5, 5, 5), null).Run(end: true);
        Assert.Equal(["1 0 -> 4 5 END", "1 0 -> 2 0 END"], run.Ledger);
        Assert.Equal(["EURUSD", "GBPUSD"], run.Trades.Select(t => t.Instrument.Symbol));
    }

    [Fact]
    public void Pending_orders_are_cancelled_before_at_the_open_time_of_the_last_bar()
    {
        var run = new Scenario().Of("a", "b").At(0, d => d.Buy(), "a").At(0, d => d.BuyStop(50, 40), "b").Flat(count: 3).Run(end: true);
        Assert.Equal("EURUSD b: 2 cancel end", run.StoryBySlot[^1]);
        Assert.Empty(run.Engine.View().Pending);
    }

    [Fact]
    public void An_order_of_the_last_bar_does_not_fill()
    {
        var run = new Scenario().At(0, d => d.Buy()).Flat().Run(end: true);
        Assert.Equal(["0 place accepted", "0 cancel end"], run.Story);
    }

    [Fact]
    public void It_pays_the_spread_of_the_close()
    {
        var run = new Scenario().Plan(p => p with { MeasuredSpread = true }).At(0, d => d.Buy()).Raw(new StepBar(0, Scenario.BarAt(0, 0, 0, 0, 0), 0, 0))
            .Raw(new StepBar(0, Scenario.BarAt(1, 0, 0, 0, 0), 0.0002, 0.0008)).Run(end: true);
        Assert.Equal(["1 1 -> 2 -4 END"], run.Ledger);
    }

    [Fact]
    public void With_close_at_end_false_both_are_left()
    {
        var run = new Scenario().Of("a", "b").Plan(p => p with { CloseAtEnd = false }).At(0, d => d.Buy(), "a").At(0, d => d.BuyStop(50, 40), "b")
            .Flat(count: 3).Run(end: true);
        Assert.Empty(run.Trades);
        Assert.Single(run.Engine.View().Positions);
        Assert.Single(run.Engine.View().Pending);
    }
}
