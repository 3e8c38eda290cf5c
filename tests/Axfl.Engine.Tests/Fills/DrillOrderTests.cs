using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Fills;

/// <summary><c>intrabar: drill</c>: the smaller bars of all symbols in time order, with their own spreads, and what is measured over them.</summary>
public class DrillOrderTests
{
    private static Scenario Drill() => new Scenario().Plan(p => p with { Intrabar = IntrabarPolicy.Drill });

    private static Scenario Two() => Drill().On(EngineHarness.EurUsd, Scenario.GbpUsd).Risk(r => r with { GlobalDailyStopR = -1 });

    // A bar of five minutes and its minutes, each (minute, open, high, low, close).
    private static StepBar Bar(int symbol, int index, params (int Minute, double Open, double High, double Low, double Close)[] minutes) => new(
        symbol, Scenario.BarAt(index, minutes[0].Open, minutes.Max(m => m.High), minutes.Min(m => m.Low), minutes[^1].Close))
    {
        Inner = minutes.Select(m => Minute(index, m.Minute, m.Open, m.High, m.Low, m.Close)).ToArray(),
    };

    private static InnerBar Minute(int index, int minute, double open, double high, double low, double close, double openSpread = double.NaN, double closeSpread = double.NaN) =>
        new(Scenario.BarAt(index, open, high, low, close) with { Time = Scenario.Time(index) + minute * EventTime.Minute }, openSpread * Pips.Size, closeSpread * Pips.Size);

    [Fact]
    public void A_halt_in_an_earlier_minute_cancels_the_order_that_a_later_minute_of_another_symbol_would_fill()
    {
        var run = Two().At(0, d => d.BuyStop(5)).At(0, d => d.Buy(), symbol: Scenario.GbpUsd).Flat(count: 2).Run();
        run.Engine.Step([Bar(0, 2, (0, 0, 0, 0, 0), (3, 0, 9, 0, 9)), Bar(1, 2, (0, 0, 0, 0, 0), (2, 0, 0, -10, 0))]);
        Assert.Equal("GBPUSD", run.Trade.Instrument.Symbol);
        Assert.Equal("EURUSD a: 2 cancel halt", run.StoryBySlot[^1]);
    }

    [Fact]
    public void A_fill_in_an_earlier_minute_comes_before_a_halt_in_a_later_one_of_another_symbol()
    {
        var run = Two().At(0, d => d.Buy()).At(0, d => d.BuyStop(5), symbol: Scenario.GbpUsd).Flat(count: 2).Run();
        run.Engine.Step([Bar(0, 2, (0, 0, 0, 0, 0), (3, 0, 0, -10, 0)), Bar(1, 2, (0, 0, 0, 0, 0), (2, 0, 9, 0, 9))]);
        Assert.Equal("GBPUSD a: 2 fill filled", run.StoryBySlot[^1]);
        Assert.Equal([Scenario.Time(2.6)], run.Trades.Select(t => t.ExitTime));
    }

    [Fact]
    public void In_one_minute_the_order_of_the_plan_counts()
    {
        var run = Two().At(0, d => d.BuyStop(5)).At(0, d => d.Buy(), symbol: Scenario.GbpUsd).Flat(count: 2).Run();
        run.Engine.Step([Bar(0, 2, (2, 0, 9, 0, 9)), Bar(1, 2, (2, 0, 0, -10, 0))]);
        Assert.Equal("EURUSD a: 2 fill filled", run.StoryBySlot[^1]);
    }

    [Fact]
    public void Trades_close_in_the_order_of_their_minutes()
    {
        var run = Two().Risk(r => r with { GlobalDailyStopR = null }).At(0, d => d.Buy()).At(0, d => d.Buy(), symbol: Scenario.GbpUsd).Flat(count: 2).Run();
        run.Engine.Step([Bar(0, 2, (0, 0, 0, 0, 0), (4, 0, 0, -10, 0)), Bar(1, 2, (0, 0, 0, 0, 0), (1, 0, 0, -10, 0))]);
        Assert.Equal(["1 0 -> 2.2 -10 SL", "1 0 -> 2.8 -10 SL"], run.Ledger);
    }

    [Fact]
    public void A_symbol_without_smaller_bars_is_walked_at_the_open_of_its_bar()
    {
        var run = Two().At(0, d => d.BuyStop(5)).At(0, d => d.Buy(), symbol: Scenario.GbpUsd).Flat(count: 2).Run();
        run.Engine.Step([Bar(0, 2, (0, 0, 0, 0, 0), (1, 0, 9, 0, 9)), new StepBar(1, Scenario.BarAt(2, 0, 0, -10, 0))]);
        Assert.Equal("EURUSD a: 2 cancel halt", run.StoryBySlot[^1]);
        Assert.Equal(Scenario.Time(2), run.Trade.ExitTime);
    }

    [Fact]
    public void A_measured_spread_is_that_of_the_minute()
    {
        RunOutcome Stopped(InnerBar minute)
        {
            var run = Drill().Plan(p => p with { MeasuredSpread = true }).At(0, d => d.Buy()).Flat(count: 2).Run();
            run.Engine.Step([new StepBar(0, Scenario.BarAt(2, 0, 0, -20, 0), 0, 0) { Inner = new[] { Minute(2, 0, 0, 0, 0, 0, 0, 0), minute } }]);
            return run;
        }

        Assert.Equal(["1 0 -> 2.2 -12 SL"], Stopped(Minute(2, 1, 0, 0, -20, 0, 4, 2)).Ledger);
        Assert.Equal(["1 0 -> 2.2 -11 SL"], Stopped(Minute(2, 1, 0, 0, -20, 0, 1, 2)).Ledger);
        Assert.Equal(["1 0 -> 2.2 -18 SL"], Stopped(Minute(2, 1, -15, -15, -20, -15, 6, 9)).Ledger);
    }

    [Fact]
    public void After_the_walk_the_spread_at_the_close_is_again_that_of_the_whole_bar()
    {
        var run = Drill().Plan(p => p with { MeasuredSpread = true }).Risk(r => r with { MaxSpreadPips = 2 }).At(0, d => d.Buy()).At(2, d => d.CancelEntry())
            .Flat(count: 2).Run();
        run.Engine.Step([new StepBar(0, Scenario.BarAt(2, 0, 0, 0, 0), 0, 3 * Pips.Size) { Inner = new[] { Minute(2, 0, 0, 0, 0, 0, 0, 1) } }]);
        Assert.Equal(3, run.Engine.View().SpreadPips[0]!.Value, 9);
    }

    [Fact]
    public void Bars_held_count_the_run_s_bars_up_to_the_exit_s_minute()
    {
        var run = Drill().At(0, d => d.Buy(target: 20)).Flat(count: 2).Run();
        run.Engine.Step([Bar(0, 2, (0, 0, 0, 0, 0), (1, 0, 20, 0, 20))]);
        Assert.Equal(2, run.Trade.BarsHeld);
    }

    [Fact]
    public void An_exit_in_the_first_minute_leaves_out_the_bar_in_hand()
    {
        var run = Drill().At(0, d => d.Buy(target: 20)).Flat(count: 2).Run();
        run.Engine.Step([Bar(0, 2, (0, 0, 20, 0, 20))]);
        Assert.Equal(1, run.Trade.BarsHeld);
    }

    [Fact]
    public void Excursions_are_those_of_the_minutes_before_the_exit_s_and_of_the_exit_itself()
    {
        var run = Drill().At(0, d => d.Buy(target: 20)).Flat(count: 2).Run();
        run.Engine.Step([Bar(0, 2, (0, 0, 5, -4, 0), (1, 0, 30, -9, 20), (2, 0, 0, -9, 0))]);
        Assert.Equal((-0.4, 2.0), (Math.Round(run.Trade.MaeR, 9), Math.Round(run.Trade.MfeR, 9)));
    }

    [Fact]
    public void The_minute_of_the_entry_counts_for_them()
    {
        var run = Drill().At(0, d => d.BuyStop(5, target: 25)).Flat().Run();
        run.Engine.Step([Bar(0, 1, (0, 0, 0, 0, 0), (1, 0, 20, -1, 10), (3, 10, 25, 10, 25))]);
        Assert.Equal(["1.2 5 -> 1.6 25 TP"], run.Ledger);
        Assert.Equal(-0.4, run.Trade.MaeR, 9);
        Assert.Equal(20 / 15.0, run.Trade.MfeR, 9);
        Assert.Equal(0, run.Trade.BarsHeld);
    }
}
