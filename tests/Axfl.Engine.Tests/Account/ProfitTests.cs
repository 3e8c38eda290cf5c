using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Account;

public class ProfitTests
{
    [Fact]
    public void Profit_is_the_distance_of_the_fills_times_units()
    {
        Assert.Equal(1000, new Scenario().At(0, d => d.Buy(target: 20)).Flat(count: 2).Bar(0, 20, 0, 0).Run().Trade.Pnl, 6);
        Assert.Equal(-500, new Scenario().At(0, d => d.Sell()).Flat(count: 2).Bar(0, 10, 0, 0).Run().Trade.Pnl, 6);
    }

    [Fact]
    public void Equity_is_the_starting_equity_and_all_realised_profit()
    {
        var run = new Scenario().At(0, d => d.Buy(target: 20)).At(2, d => d.Buy()).Flat(count: 2).Bar(0, 20, 0, 0).Flat().Bar(0, 0, -10, 0).Run();
        // +1000, then 505,000 units x 10 pips.
        Assert.Equal(100_495, run.Engine.View().Equity, 6);
        Assert.Equal(495, run.Trades.Sum(t => t.Pnl), 6);
    }

    [Fact]
    public void Open_profit_is_no_equity()
    {
        var view = new Scenario().At(0, d => d.Buy()).Flat(count: 2).Flat(50).Run().Engine.View();
        Assert.Equal(100_000, view.Equity);
        Assert.Equal(2500, view.Positions[0].PnlOpen, 6);
        Assert.Equal(5, view.Positions[0].ROpen, 9);
    }
}
