using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Account;

/// <summary><c>risk_basis</c>: of the present equity, or <c>fixed</c>: of the starting equity.</summary>
public class RiskBasisTests
{
    private static double UnitsAfterALoss(bool isFixed) => new Scenario().Account(a => a with { FixedRisk = isFixed, RiskPerTradePct = 1 })
        .At(0, d => d.Buy()).At(2, d => d.Buy()).Flat(count: 2).Bar(0, 0, -10, 0).Flat().Run().Engine.View().Positions[0].Units;

    [Fact]
    public void By_default_a_loss_of_1_percent_makes_the_next_trade_1_percent_smaller() => Assert.Equal(990_000, UnitsAfterALoss(false));

    [Fact]
    public void Fixed_stays_with_the_starting_equity() => Assert.Equal(1_000_000, UnitsAfterALoss(true));

    [Fact]
    public void A_profit_makes_the_next_one_larger()
    {
        var run = new Scenario().At(0, d => d.Buy(target: 20)).At(2, d => d.Buy()).Flat(count: 2).Bar(0, 20, 0, 0).Flat().Run();
        Assert.Equal(505_000, run.Engine.View().Positions[0].Units);
    }
}
