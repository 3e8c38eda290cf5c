using Axfl.Engine.Plan;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Costs;

/// <summary>Slippage is at least ATR14 / <c>atr_divisor</c>.</summary>
public class AtrDivisorTests
{
    // Bars of a range of 20 pips each, so that every true range is 20 and so is ATR14 from the 15th bar on; bought at the open after the last.
    private static string Entry(int bars, CostPlan costs)
    {
        var scenario = new Scenario().Costs(_ => costs).At(bars - 1, d => d.Buy(-50));
        for (var i = 0; i < bars; i++) scenario.Bar(0, 10, -10, 0);
        return scenario.Flat().Run(end: true).Ledger[0].Split(' ')[1];
    }

    [Fact]
    public void Slippage_is_ATR14_over_the_divisor_where_that_is_more_than_the_least() =>
        Assert.Equal("5", Entry(15, new CostPlan { SlippageOn = SlippageOn.Entry, AtrDivisor = 4 }));

    [Fact]
    public void The_least_where_that_is_more() => Assert.Equal("6", Entry(15, new CostPlan { SlippageOn = SlippageOn.Entry, AtrDivisor = 4, MinSlippagePips = 6 }));

    [Fact]
    public void The_least_before_ATR14_exists() => Assert.Equal("1", Entry(14, new CostPlan { SlippageOn = SlippageOn.Entry, AtrDivisor = 4 }));

    [Fact]
    public void The_least_without_a_divisor() => Assert.Equal("1", Entry(15, new CostPlan { SlippageOn = SlippageOn.Entry, AtrDivisor = null }));

    [Fact]
    public void ATR14_is_over_the_bars_complete_at_the_time_of_the_fill()
    {
        // The bar of the fill has a range of 160: Wilder's next value, (13 x 20 + 160) / 14 = 30, is known only at its close.
        var scenario = new Scenario().Costs(_ => new CostPlan { SlippageOn = SlippageOn.Entry | SlippageOn.Time, AtrDivisor = 4 })
            .At(14, d => d.Buy(-200)).At(15, d => d.ExitPosition());
        for (var i = 0; i < 15; i++) scenario.Bar(0, 10, -10, 0);
        Assert.Equal(["15 5 -> 16 -7.5 EXIT"], scenario.Bar(0, 80, -80, 0).Flat().Run().Ledger);
    }
}
