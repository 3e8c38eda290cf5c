using Axfl.Engine.Events;
using Axfl.Engine.Orders;
using Axfl.Engine.Results;
using Axfl.Engine.Risk;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Events;

/// <summary>What an observer is told, event by event.</summary>
public class EngineEventsTests
{
    [Fact]
    public void An_order_is_placed_then_a_trade_is_opened_and_closed()
    {
        var seen = Run(new Scenario().Spread(2).At(0, d => d.Buy(target: 20)).Flat(count: 2).Bar(0, 20, 0, 0));
        Assert.Equal(["OrderPlaced", "TradeOpened", "TradeClosed"], seen.Select(e => e.GetType().Name));
        var opened = Assert.IsType<TradeOpened>(seen[1]);

        // Half a spread of 2 pips above the open, 11 pips from the stop loss: 500 at risk are 454,545 units.
        Assert.Equal((Scenario.Time(1), Scenario.Time(1), "EURUSD", "a", 454_545), (opened.Time, opened.EntryTime, opened.Instrument.Symbol, opened.Strategy, opened.Units));
        Assert.Equal([1, 0], new[] { opened.Entry, opened.Order.Price }.Select(Pips.Of));
        Assert.Equal(454_545 * 0.0011, opened.Risk, 6);
        Assert.Equal(opened.Risk, Assert.IsType<TradeClosed>(seen[2]).Trade.Risk);
    }

    [Fact]
    public void A_blocked_order_names_its_gate_and_the_two_numbers_it_compared()
    {
        var blocked = Assert.IsType<OrderBlocked>(Assert.Single(Run(new Scenario().Spread(2).Risk(r => r with { MaxSpreadPips = 1.5 }).At(0, d => d.Buy()).Flat())));
        Assert.Equal((DecisionStage.Place, "spread", 1.5), (blocked.Stage, blocked.Gate.Name, blocked.Right));
        Assert.Equal("2 pips > 1.5 pips", blocked.Decision.Detail);
    }

    [Fact]
    public void A_cancelled_order_says_why()
    {
        var seen = Run(new Scenario().At(0, d => d.BuyStop(9, untilBar: 2)).Flat(count: 3));
        Assert.Equal(["OrderPlaced", "OrderCancelled"], seen.Select(e => e.GetType().Name));
        Assert.Equal(CancelReason.Expired, Assert.IsType<OrderCancelled>(seen[1]).Reason);
    }

    [Fact]
    public void A_halt_begins_and_ends()
    {
        var seen = Run(new Scenario().Risk(r => r with { GlobalDailyStopR = -1 }).At(0, d => d.Buy()).Flat(count: 2).Bar(0, 0, -10, 0).Gap(288).Flat());
        Assert.Equal(["OrderPlaced", "TradeOpened", "TradeClosed", "HaltBegan", "HaltEnded"], seen.Select(e => e.GetType().Name));
        Assert.Equal(new HaltBegan(Scenario.Time(2), PortfolioHalt.Kind, "", -1, -1), Assert.IsType<HaltBegan>(seen[3]) with { Value = -1 });
        Assert.Equal(EngineHarness.At("2026-01-14T00:00:00Z"), Assert.IsType<HaltEnded>(seen[4]).Time);
    }

    private static List<object> Run(Scenario scenario)
    {
        var seen = new Seen();
        scenario.Run(seen);
        return seen.Events;
    }

    private sealed class Seen : IEngineObserver
    {
        public List<object> Events { get; } = [];

        public void OnOrderPlaced(in OrderPlaced placed) => Events.Add(placed);

        public void OnOrderBlocked(in OrderBlocked blocked) => Events.Add(blocked);

        public void OnOrderCancelled(in OrderCancelled cancelled) => Events.Add(cancelled);

        public void OnTradeOpened(in TradeOpened opened) => Events.Add(opened);

        public void OnTradeClosed(in TradeClosed closed) => Events.Add(closed);

        public void OnHaltBegan(in HaltBegan began) => Events.Add(began);

        public void OnHaltEnded(in HaltEnded ended) => Events.Add(ended);
    }
}
