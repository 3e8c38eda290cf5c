using Axfl.Engine.Tests.Account;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Costs;

public class CommissionTests
{
    [Fact]
    public void It_is_charged_on_the_notional_of_each_fill_at_its_own_price()
    {
        // 500,000 units at 1.1, then at 1.102: 550,000 and 551,000 of notional; 20 a million: 11 + 11.02.
        var trade = new Scenario().Costs(c => c with { CommissionPerMillion = 20 }).At(0, d => d.Buy(target: 20)).Flat(count: 2).Bar(0, 20, 0, 0).Run().Trade;
        Assert.Equal(1000 - 22.02, trade.Pnl, 6);
        Assert.Equal(22.02, trade.Costs, 6);
        Assert.Equal(2 - 22.02 / 500, trade.R, 9);
    }

    [Fact]
    public void A_short_pays_it_too()
    {
        var trade = new Scenario().Costs(c => c with { CommissionPerMillion = 20 }).At(0, d => d.Sell(target: -20)).Flat(count: 2).Bar(0, 0, -20, 0).Run().Trade;
        Assert.Equal(1000 - 11 - 10.98, trade.Pnl, 6);
    }

    [Fact]
    public void Where_the_base_is_the_account_the_notional_is_the_units_themselves()
    {
        // USDJPY at 150: 1,000,000 units are 1,000,000 USD whatever the price. 20 a million and side: 20 + 20.
        var run = CurrencyConversionTests.UsdJpy(d => d.Place(CurrencyConversionTests.BuyAt150), c => c with { CommissionPerMillion = 20 });
        Assert.Equal(run.Trade.Units * 20 / 1e6 * 2, run.Trade.Costs, 6);
    }

    [Fact]
    public void An_open_position_is_marked_with_both_sides_of_it()
    {
        var position = new Scenario().Costs(c => c with { CommissionPerMillion = 20 }).At(0, d => d.Buy()).Flat(count: 2).Run().Engine.View().Positions[0];
        Assert.Equal(-22, position.PnlOpen, 6);
        Assert.Equal(-22.0 / 500, position.ROpen, 9);
    }
}
