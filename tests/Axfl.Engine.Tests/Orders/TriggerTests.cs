using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Orders;

/// <summary>Prices nearer than 1e-9 are equal: a level is met at it, beyond it, and less than 1e-9 before it.</summary>
public class TriggerTests
{
    private const double Level = 1.1005;

    [Theory]
    [InlineData(Level, true)]
    [InlineData(Level - 5e-10, true)]
    [InlineData(Level - 2e-9, false)]
    public void A_buy_stop_is_met_by_the_high(double high, bool filled) =>
        Assert.Equal(filled, Fills(d => d.BuyStop(5), new Bar(Scenario.Time(1), 1.1, high, 1.1, 1.1)));

    [Theory]
    [InlineData(Level, true)]
    [InlineData(Level + 5e-10, true)]
    [InlineData(Level + 2e-9, false)]
    public void A_buy_limit_is_met_by_the_low(double low, bool filled) =>
        Assert.Equal(filled, Fills(d => d.BuyLimit(5), new Bar(Scenario.Time(1), 1.101, 1.101, low, 1.101)));

    [Theory]
    [InlineData(Level + 5e-10, true)]
    [InlineData(Level + 2e-9, false)]
    public void A_sell_stop_is_met_by_the_low(double low, bool filled) =>
        Assert.Equal(filled, Fills(d => d.SellStop(5, 15), new Bar(Scenario.Time(1), 1.101, 1.101, low, 1.101)));

    [Theory]
    [InlineData(Level - 5e-10, true)]
    [InlineData(Level - 2e-9, false)]
    public void A_sell_limit_is_met_by_the_high(double high, bool filled) =>
        Assert.Equal(filled, Fills(d => d.SellLimit(5, 15), new Bar(Scenario.Time(1), 1.1, high, 1.1, 1.1)));

    private static bool Fills(Action<IOrderDesk> place, Bar bar) =>
        new Scenario().At(0, place).Bar(bar.Open == 1.1 ? 0 : 10, 10, 0, bar.Open == 1.1 ? 0 : 10).Raw(new StepBar(0, bar)).Run().Story[^1] == "1 fill filled";
}
