using Axfl.Engine.Sessions;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Account;

/// <summary>Realised R and PnL belong to the trading day of the exit, the entry count to that of the entry.</summary>
public class EquityTests
{
    [Fact]
    public void Totals_of_the_day_by_portfolio_and_strategy()
    {
        var view = new Scenario().Of("a", "b").At(0, d => d.Buy(), "a").At(0, d => d.Buy(-20, 40), "b").Flat(count: 2)
            .Bar(0, 0, -10, 0).Bar(0, 40, 0, 0).Run().Engine.View();
        Assert.Equal(1, view.Today.RTotal, 9);
        Assert.Equal(500, view.Today.PnlTotal, 6);
        Assert.Equal(["a", "b"], view.ByStrategy.Select(s => s.Name));
        Assert.Equal([-1.0, 2.0], view.ByStrategy.Select(s => Math.Round(s.R, 9)));
        Assert.Equal([-500.0, 1000.0], view.ByStrategy.Select(s => Math.Round(s.Pnl, 6)));
        Assert.Equal([1, 1], view.ByStrategy.Select(s => s.Trades));
        Assert.Equal(2, view.Trades);
    }

    [Fact]
    public void They_start_at_0_with_the_trading_day_and_equity_goes_on()
    {
        var view = new Scenario().At(0, d => d.Buy()).Flat(count: 2).Bar(0, 0, -10, 0).Gap(285).Flat().Run().Engine.View();
        Assert.Equal((0.0, 0.0, 0, 1), (view.Today.RTotal, view.Today.PnlTotal, view.ByStrategy[0].Trades, view.Trades));
        Assert.Equal((0.0, 0.0), (view.ByStrategy[0].R, view.ByStrategy[0].Pnl));
        Assert.Equal(99_500, view.Equity, 6);
        Assert.Equal("2026-01-14", TradingDay.Format(view.Day));
    }

    [Fact]
    public void A_trade_over_midnight_belongs_to_the_day_of_its_exit()
    {
        var run = new Scenario().At(0, d => d.Buy()).Flat(count: 2).Gap(286).Bar(0, 0, -10, 0).Run();
        Assert.Equal(-1, run.Engine.View().Today.RTotal, 9);
        Assert.Equal("2026-01-14", TradingDay.Format(run.Trade.TradingDay));
    }

    [Fact]
    public void What_was_blocked_today_is_counted_by_gate_and_starts_anew_with_the_day()
    {
        var scenario = new Scenario().At(0, d => d.Buy(double.NaN)).At(1, d => d.Buy(double.NaN)).At(2, d => d.Buy()).At(3, d => d.Buy()).Flat(count: 4);
        var blocked = scenario.Run().Engine.View().Blocked;
        Assert.Equal([("position_open", 1), ("risk_distance", 2)], blocked.Select(b => (b.Gate, b.Count)));
        Assert.Empty(scenario.Gap(284).Flat().Run().Engine.View().Blocked);
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
