using Axfl.Contracts;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Results;

/// <summary>A trade as an object: what is written to trades.csv.</summary>
public class TradeTests
{
    [Fact]
    public void It_has_all_of_the_record()
    {
        var run = new Scenario().Spread(2).At(0, d => d.Buy(target: 20, tag: "high_sweep")).Flat(count: 2).Bar(0, 20, -3, 0).Run();
        var (record, trade) = (run.Trade, run.Trade.ToTrade());
        Assert.Equal((1, "EURUSD", "a", "long", 454_545), (trade.TradeId, trade.Symbol, trade.Strategy, trade.Side, trade.Units));
        Assert.Equal(
            (EventTime.ToDateTime(Scenario.Time(1)), EventTime.ToDateTime(Scenario.Time(2)), "TP", 1), (trade.EntryTime, trade.ExitTime, trade.Reason, trade.BarsHeld));
        Assert.Equal([1, -10, 20, 19], new[] { trade.Entry, trade.StopLoss, trade.Target!.Value, trade.Exit }.Select(Pips.Of));
        Assert.Equal((record.R, record.Pnl, record.Costs, record.MaeR, record.MfeR), (trade.R, trade.Pnl, trade.Costs, trade.MaeR, trade.MfeR));
        Assert.Equal("high_sweep", trade.Tag);
    }

    [Fact]
    public void Without_a_target_it_is_null() =>
        Assert.Null(new Scenario().At(0, d => d.Buy()).Flat(count: 2).Bar(0, 0, -10, 0).Run().Trade.ToTrade().Target);

    [Fact]
    public void Ids_count_from_1_in_the_order_of_closing()
    {
        var run = new Scenario().Of("a", "b").At(0, d => d.Buy(-20), "a").At(0, d => d.Buy(), "b").Flat(count: 2).Bar(0, 0, -10, 0).Bar(0, 0, -20, 0).Run();
        Assert.Equal([(1, "b"), (2, "a")], run.Trades.Select(t => (t.Id, t.Strategy)));
    }
}
