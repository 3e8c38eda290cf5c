using Axfl.Engine.Portfolio;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Exits;

public class StopLossTests
{
    [Theory]
    [InlineData(-9.9, false)]
    [InlineData(-10, true)]
    [InlineData(-15, true)]
    public void A_long_is_stopped_at_its_price_when_the_low_reaches_it(double low, bool stopped)
    {
        var run = new Scenario().At(0, d => d.Buy()).Flat(count: 2).Bar(0, 0, low, 0).Run();
        Assert.Equal(stopped ? ["1 0 -> 2 -10 SL"] : [], run.Ledger);
    }

    [Theory]
    [InlineData(9.9, false)]
    [InlineData(10, true)]
    [InlineData(15, true)]
    public void A_short_is_stopped_at_its_price_when_the_high_reaches_it(double high, bool stopped)
    {
        var run = new Scenario().At(0, d => d.Sell()).Flat(count: 2).Bar(0, high, 0, 0).Run();
        Assert.Equal(stopped ? ["1 0 -> 2 10 SL"] : [], run.Ledger);
    }

    [Fact]
    public void Gapped_over_it_fills_at_the_open()
    {
        Assert.Equal(["1 0 -> 2 -13 SL"], new Scenario().At(0, d => d.Buy()).Flat(count: 2).Bar(-13, 5, -13, 0).Run().Ledger);
        Assert.Equal(["1 0 -> 2 13 SL"], new Scenario().At(0, d => d.Sell()).Flat(count: 2).Bar(13, 13, -5, 0).Run().Ledger);
    }

    [Fact]
    public void A_price_that_differs_by_less_than_a_billionth_has_reached_it()
    {
        var low = Pips.Price(-10) + 0.9e-9;
        var run = new Scenario().At(0, d => d.Buy()).Flat(count: 2).Raw(new StepBar(0, Scenario.BarAt(2, 0, 0, 0, 0) with { Low = low })).Run();
        Assert.Single(run.Trades);
    }
}
