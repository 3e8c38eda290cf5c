using Axfl.Engine.Plan;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Account;

public class WeightsTests
{
    private static RunOutcome With(double strategy, double symbol) => new Scenario().Risk(r => r with
    {
        Weights = new WeightPlan { Strategies = new Dictionary<string, double> { ["a"] = strategy }, Symbols = new Dictionary<string, double> { ["EURUSD"] = symbol } },
    }).At(0, d => d.Buy()).Flat(count: 2).Bar(0, 0, -10, 0).Run();

    [Fact]
    public void They_multiply_the_risk_of_a_trade_and_leave_its_R_alone()
    {
        Assert.Equal((500_000.0, -500.0), (With(1, 1).Trade.Units, Math.Round(With(1, 1).Trade.Pnl, 6)));
        var trade = With(0.5, 0.4).Trade;
        Assert.Equal((100_000.0, -100.0, -1.0), (trade.Units, Math.Round(trade.Pnl, 6), Math.Round(trade.R, 9)));
    }

    [Fact]
    public void A_weight_of_0_blocks_by_size() => Assert.Equal("size", With(0, 1).Last);
}
