using Axfl.Engine.Plan;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Account;

public class PositionSizeTests
{
    private static double Units(Scenario scenario) => scenario.At(0, d => d.Buy()).Flat(count: 2).Run().Engine.View().Positions[0].Units;

    [Fact]
    public void By_default_half_a_percent_of_100000_is_at_risk()
    {
        var plan = new AccountPlan();
        Assert.Equal((100_000, 0.5, false, 1, "USD"), (plan.StartingEquity, plan.RiskPerTradePct, plan.FixedRisk, plan.UnitStep, plan.Currency));
        Assert.Equal(500_000, Units(new Scenario()));
    }

    [Fact]
    public void Risk_is_a_percentage_of_equity() =>
        Assert.Equal(20_000, Units(new Scenario().Account(a => a with { StartingEquity = 10_000, RiskPerTradePct = 0.2 })));

    [Fact]
    public void The_distance_is_from_the_entry_fill_with_costs_to_the_stop_loss() =>
        // Bought at 2.5, stop loss at -10: 12.5 pips.
        Assert.Equal(400_000, Units(new Scenario().Spread(5)));

    [Fact]
    public void A_short_s_distance_mirrors_it()
    {
        var run = new Scenario().Spread(5).At(0, d => d.Sell()).Flat(count: 2).Run();
        Assert.Equal(400_000, run.Engine.View().Positions[0].Units);
    }
}
