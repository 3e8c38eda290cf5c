using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Gates;

public class RiskDistanceGateTests
{
    [Theory]
    [InlineData(-2.9, "risk_distance", "2.9 pips < 3 pips")]
    [InlineData(-3, "accepted", "")]
    [InlineData(0, "risk_distance", "stop loss on the wrong side")]
    [InlineData(1, "risk_distance", "stop loss on the wrong side")]
    [InlineData(double.NaN, "risk_distance", "no stop loss")]
    public void A_long_without_a_stop_loss_or_with_one_nearer_than_min_stop_pips_is_blocked(double stop, string result, string detail)
    {
        var run = new Scenario().Risk(r => r with { MinStopPips = 3 }).At(0, d => d.Buy(stop)).Flat().Run();
        Assert.Equal((result, detail), (run.Last, run.Detail));
    }

    [Theory]
    [InlineData(3, "accepted")]
    [InlineData(2.9, "risk_distance")]
    [InlineData(-5, "risk_distance")]
    public void A_short_mirrors_it(double stop, string result)
    {
        var run = new Scenario().Risk(r => r with { MinStopPips = 3 }).At(0, d => d.Sell(stop)).Flat().Run();
        Assert.Equal(result, run.Last);
    }

    [Fact]
    public void A_stop_loss_at_the_entry_is_blocked_even_with_min_stop_pips_0() => Assert.Equal(
        "risk_distance", new Scenario().Risk(r => r with { MinStopPips = 0 }).At(0, d => d.Buy(0)).Flat().Run().Last);

    [Fact]
    public void At_placing_a_pending_order_is_measured_from_its_own_price() =>
        Assert.Equal("accepted", new Scenario().Risk(r => r with { MinStopPips = 3 }).At(0, d => d.BuyStop(10, 5)).Flat().Run().Last);

    [Fact]
    public void At_the_fill_it_is_measured_from_the_price_of_the_fill_before_costs()
    {
        // Placed 10 pips above its stop loss, opened 2 above it; a spread of 6 pips would make it 5.
        var run = new Scenario().Spread(6).Risk(r => r with { MinStopPips = 3 }).At(0, d => d.Buy()).Flat().Bar(-8, -8, -8, -8).Run();
        Assert.Equal(["0 place accepted", "1 fill risk_distance"], run.Story);
        Assert.Equal("2 pips < 3 pips", run.Detail);
    }
}
