using Axfl.Engine.Exits;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Portfolio;

/// <summary>bars_held, mae_r and mfe_r of a trade.</summary>
public class ExcursionTests
{
    [Fact]
    public void Bars_held_are_those_from_the_entry_to_before_the_exit()
    {
        var run = new Scenario().At(0, d => d.Buy()).At(3, d => d.ExitPosition()).Flat(count: 5).Run();
        Assert.Equal((3, ExitReasons.Strategy), (run.Trade.BarsHeld, run.Trade.Reason));
    }

    [Fact]
    public void A_trade_of_one_bar_held_none() =>
        Assert.Equal(0, new Scenario().At(0, d => d.Buy()).Flat().Bar(0, 0, -10, 0).Run().Trade.BarsHeld);

    [Fact]
    public void A_long_s_excursions_are_the_lowest_low_and_the_highest_high_against_the_entry_in_R()
    {
        var run = new Scenario().At(0, d => d.Buy()).At(3, d => d.ExitPosition()).Flat().Bar(0, 2, -4, 0).Bar(0, 7, -3, 0).Flat(count: 2).Run();
        Assert.Equal(-0.4, run.Trade.MaeR, 9);
        Assert.Equal(0.7, run.Trade.MfeR, 9);
    }

    [Fact]
    public void A_short_mirrors_it()
    {
        var run = new Scenario().At(0, d => d.Sell()).At(3, d => d.ExitPosition()).Flat().Bar(0, 2, -4, 0).Bar(0, 7, -3, 0).Flat(count: 2).Run();
        Assert.Equal(-0.7, run.Trade.MaeR, 9);
        Assert.Equal(0.4, run.Trade.MfeR, 9);
    }

    [Fact]
    public void The_exit_s_fill_counts()
    {
        Assert.Equal(-1.3, new Scenario().At(0, d => d.Buy()).Flat(count: 2).Flat(-13).Run().Trade.MaeR, 9);
        Assert.Equal(2.3, new Scenario().At(0, d => d.Buy(target: 20)).Flat(count: 2).Flat(23).Run().Trade.MfeR, 9);
    }

    [Fact]
    public void The_bar_of_an_exit_inside_it_does_not()
    {
        var run = new Scenario().At(0, d => d.Buy()).Flat(count: 2).Bar(0, 90, -10, 0).Run();
        Assert.Equal(0, run.Trade.MfeR, 9);
    }

    [Fact]
    public void Neither_is_on_the_wrong_side_of_0()
    {
        // Bought at 5 by a spread of 10, everything after it is below the entry fill.
        var trade = new Scenario().Spread(10).At(0, d => d.Buy()).At(2, d => d.ExitPosition()).Flat(count: 4).Run().Trade;
        Assert.Equal(0, trade.MfeR, 9);
        Assert.True(trade.MaeR < 0);
        var winner = new Scenario().At(0, d => d.Buy(target: 20)).Flat(count: 2).Flat(25).Run().Trade;
        Assert.Equal(0, winner.MaeR, 9);
    }

    [Fact]
    public void Bars_before_the_entry_and_other_slots_do_not_count()
    {
        var run = new Scenario().Of("a", "b").At(0, d => d.Buy(-200), "a").At(2, d => d.Buy(), "b").At(3, d => d.ExitPosition(), "b")
            .Flat().Bar(0, 100, -100, 0).Flat(count: 3).Run();
        Assert.Equal((1, 0.0, 0.0), (run.Trade.BarsHeld, Math.Round(run.Trade.MaeR, 9), Math.Round(run.Trade.MfeR, 9)));
    }

    [Theory]
    [InlineData(IntrabarPolicy.Drill, 0.7)]
    [InlineData(IntrabarPolicy.Worst, 0.9)]
    public void Under_drill_they_are_those_of_the_smaller_bars_and_else_of_the_bar(IntrabarPolicy intrabar, double mfe)
    {
        // The bar reaches 9, its smaller bars 7.
        var run = new Scenario().Plan(p => p with { Intrabar = intrabar }).At(0, d => d.Buy()).At(1, d => d.ExitPosition()).Flat()
            .Raw(new StepBar(0, Scenario.BarAt(1, 0, 9, 0, 0)) { Inner = new[] { new InnerBar(Scenario.BarAt(1, 0, 7, 0, 0)) } }).Flat().Run();
        Assert.Equal(mfe, run.Trade.MfeR, 9);
    }
}
