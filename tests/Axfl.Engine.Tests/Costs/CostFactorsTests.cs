using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Costs;

/// <summary>Spreads and slippage of a symbol can be multiplied: what would the run be at other costs?</summary>
public class CostFactorsTests
{
    // Spread 2 pips, slippage 1 pip: 2 pips against each fill.
    private static Scenario Costly(double spread, double slippage) => new Scenario().Spread(2).Costs(c => c with { SlippageOn = SlippageOn.Entry | SlippageOn.Target, AtrDivisor = null })
        .Plan(p => p with { Symbols = [.. p.Symbols.Select(s => s with { SpreadFactor = spread, SlippageFactor = slippage })] })
        .At(0, d => d.Buy(-10, 20));

    [Theory]
    [InlineData(1, 1, 2)]
    [InlineData(2, 1, 3)]
    [InlineData(1, 3, 4)]
    [InlineData(0, 0, 0)]
    public void They_multiply_half_spread_and_slippage_of_each_fill(double spread, double slippage, double pips)
    {
        var run = Costly(spread, slippage).Flat().Bar(0, 20, 0, 20).Run();
        Assert.Equal((pips, 20 - pips), (Pips.Of(run.Trade.Entry), Pips.Of(run.Trade.Exit)));
    }

    [Fact]
    public void A_measured_spread_is_multiplied_too()
    {
        var run = Costly(2, 0).Plan(p => p with { MeasuredSpread = true }).Flat()
            .Raw(new StepBar(0, Scenario.BarAt(1, 0, 20, 0, 20), 4 * Pips.Size, 4 * Pips.Size)).Run();
        Assert.Equal((4.0, 16.0), (Pips.Of(run.Trade.Entry), Pips.Of(run.Trade.Exit)));
    }

    [Fact]
    public void The_gate_of_the_spread_sees_the_multiplied_one() =>
        Assert.Equal("spread", Costly(2, 1).Risk(r => r with { MaxSpreadPips = 3 }).Flat(count: 2).Run().Last);
}
