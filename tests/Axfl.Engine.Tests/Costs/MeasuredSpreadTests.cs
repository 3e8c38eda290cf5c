using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Risk;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Costs;

/// <summary><c>spread: measured</c>: of the open for fills at the open, of the close for fills at the close, the larger of both inside.</summary>
public class MeasuredSpreadTests
{
    private static Scenario Measured() => new Scenario().Plan(p => p with { MeasuredSpread = true }).Spread(50).At(0, d => d.Buy(target: 20))
        .Raw(new StepBar(0, Scenario.BarAt(0, 0, 0, 0, 0), 0.0002, 0.0002));

    private static StepBar Bar(int index, double open, double high, double low, double close, double openSpread, double closeSpread) =>
        new(0, Scenario.BarAt(index, open, high, low, close), openSpread * Pips.Size, closeSpread * Pips.Size);

    [Fact]
    public void A_fill_at_the_open_pays_that_of_the_open_and_one_inside_the_larger()
    {
        Assert.Equal(["1 1 -> 1 17 TP"], Measured().Raw(Bar(1, 0, 20, 0, 0, 2, 6)).Run().Ledger);
        Assert.Equal(["1 3 -> 1 17 TP"], Measured().Raw(Bar(1, 0, 20, 0, 0, 6, 2)).Run().Ledger);
        Assert.Equal(["1 1 -> 1 -13 SL"], Measured().Raw(Bar(1, 0, 0, -10, 0, 2, 6)).Run().Ledger);
    }

    [Fact]
    public void Stop_losses_and_targets_filled_at_the_open_pay_that_of_the_open()
    {
        Assert.Equal(["1 1 -> 2 22 TP"], Measured().Raw(Bar(1, 0, 0, 0, 0, 2, 2)).Raw(Bar(2, 24, 24, 24, 24, 4, 8)).Run().Ledger);
        Assert.Equal(["1 1 -> 2 -16 SL"], Measured().Raw(Bar(1, 0, 0, 0, 0, 2, 2)).Raw(Bar(2, -14, -14, -14, -14, 4, 8)).Run().Ledger);
    }

    [Fact]
    public void A_stop_entry_pays_that_of_the_open_where_it_is_gapped_over_and_the_larger_inside()
    {
        Scenario Waiting() => new Scenario().Plan(p => p with { MeasuredSpread = true }).At(0, d => d.BuyStop(5)).Raw(Bar(0, 0, 0, 0, 0, 0, 0));
        Assert.Equal(["1 9 -> 2 4 END"], Waiting().Raw(Bar(1, 8, 8, 8, 8, 2, 8)).Run(end: true).Ledger);
        Assert.Equal(["1 9 -> 2 4 END"], Waiting().Raw(Bar(1, 0, 8, 0, 8, 2, 8)).Run(end: true).Ledger);
        Assert.Equal(["1 9 -> 1 -14 SL"], Waiting().Raw(Bar(1, 0, 8, -10, 8, 2, 8)).Run().Ledger);
    }

    [Fact]
    public void Configured_ones_stay_where_the_plan_does_not_ask_for_it_or_a_bar_has_none()
    {
        var configured = Measured().Plan(p => p with { MeasuredSpread = false }).Spread(4).Raw(Bar(1, 0, 20, 0, 0, 2, 6)).Run();
        Assert.Equal(["1 2 -> 1 18 TP"], configured.Ledger);
        var missing = Measured().Spread(4).Raw(Bar(1, 0, 20, 0, 0, double.NaN, double.NaN)).Run();
        Assert.Equal(["1 2 -> 1 18 TP"], missing.Ledger);
    }

    [Fact]
    public void A_tick_s_spread_is_that_of_its_quote()
    {
        var run = new Scenario().Plan(p => p with { MeasuredSpread = true }).At(0, d => d.Buy()).Flat().Run();
        run.Engine.OnTick(0, Tick.FromQuote(Scenario.Time(1) + 1000, Pips.Price(-3), Pips.Price(3)));
        run.Engine.OnTick(0, Tick.FromQuote(Scenario.Time(1) + 2000, Pips.Price(-12), Pips.Price(-8)));
        Assert.Equal(["1.003 3 -> 1.007 -12 SL"], run.Ledger);
    }

    [Fact]
    public void A_crossed_quote_has_spread_0_and_is_no_gift()
    {
        Assert.Equal(["1 0 -> 1 20 TP"], Measured().Raw(Bar(1, 0, 20, 0, 0, -2, -2)).Run().Ledger);
        Assert.Equal(["1 0 -> 1 17 TP"], Measured().Raw(Bar(1, 0, 20, 0, 0, -2, 6)).Run().Ledger);
        var run = new Scenario().Plan(p => p with { MeasuredSpread = true }).At(0, d => d.Buy()).Flat().Run();
        run.Engine.OnTick(0, Tick.FromQuote(Scenario.Time(1) + 1000, Pips.Price(3), Pips.Price(-3)));
        Assert.Equal(0, Assert.Single(run.Engine.View().Positions).Entry - Pips.Price(0), 9);
    }

    [Fact]
    public void The_spread_in_force_is_that_of_the_last_close_or_quote_and_unknown_before_the_first()
    {
        var run = new Scenario().Plan(p => p with { MeasuredSpread = true }).Spread(50).Run();
        Assert.Null(run.Engine.View().SpreadPips[0]);
        run.Engine.Step([Bar(0, 0, 0, 0, 0, 2, 6)]);
        Assert.Equal(6, run.Engine.View().SpreadPips[0]!.Value, 9);
        run.Engine.OnTick(0, Tick.FromQuote(Scenario.Time(1) + 1000, Pips.Price(-1.5), Pips.Price(1.5)));
        Assert.Equal(3, run.Engine.View().SpreadPips[0]!.Value, 9);
        run.Engine.CompleteBars([Bar(1, 0, 0, 0, 0, 1, 9)]);
        Assert.Equal(3, run.Engine.View().SpreadPips[0]!.Value, 9);
        Assert.Equal(50, new Scenario().Spread(50).Run().Engine.View().SpreadPips[0]!.Value, 9);
    }

    [Fact]
    public void A_position_is_marked_with_that_of_the_last_complete_bar_not_of_the_bar_in_hand()
    {
        // Open R counts for the halt at -1.5R. Inside bar 2, which closes with 30 pips, EURUSD is marked with the 0 pips of bar 1: GBPUSD's loss of 1R halts nothing, and AUDUSD's
        // order fills after it. At the close EURUSD is marked with the 30 pips, 15 of them against it: 1.5R of 10 pips, and the halt.
        var audUsd = new Instrument("AUDUSD", "AUD", "USD", 0.0001, 5, 0);
        var run = new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd, audUsd).Plan(p => p with { MeasuredSpread = true }).Risk(r => r with { HaltCountsOpen = true, GlobalDailyStopR = -1.5 })
            .At(0, d => d.Buy()).At(0, d => d.Buy(), symbol: Scenario.GbpUsd).At(0, d => d.BuyStop(5), symbol: audUsd).Flat().Run();
        StepBar Of(int symbol, int index, double high, double low, double close, double closeSpread = 0) => Bar(index, 0, high, low, close, 0, closeSpread) with { Symbol = symbol };
        run.Engine.Step([Of(0, 1, 0, 0, 0), Of(1, 1, 0, 0, 0), Of(2, 1, 0, 0, 0)]);
        run.Engine.Step([Of(0, 2, 0, 0, 0, closeSpread: 30), Of(1, 2, 0, -10, 0), Of(2, 2, 5, 0, 5)]);
        Assert.Equal("SL", run.Trade.Reason.Name);
        Assert.Equal("AUDUSD a: 2 fill filled", run.StoryBySlot[^1]);
        Assert.Equal([Scenario.Time(2)], run.Halts.Where(h => h.Kind == PortfolioHalt.Kind).Select(h => h.Time));
        Assert.Equal(-2.5, run.Halts[0].Value, 9);
    }
}
