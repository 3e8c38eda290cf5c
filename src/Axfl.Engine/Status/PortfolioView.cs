using Axfl.Contracts;
using Axfl.Engine.Account;
using Axfl.Engine.Gates;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;
using Axfl.Engine.Risk;

namespace Axfl.Engine.Status;

/// <summary>The state of the portfolio at one moment.</summary>
public sealed record PortfolioView
{
    /// <summary>Trading day's name, days since 1970-01-01.</summary>
    public required int Day { get; init; }

    /// <summary>Starting equity + realised PnL.</summary>
    public required double Equity { get; init; }

    /// <summary>Closed trades.</summary>
    public required int Trades { get; init; }

    /// <summary>Realised today.</summary>
    public required TodayStatus Today { get; init; }

    /// <summary>Today per strategy, in plan order.</summary>
    public required IReadOnlyList<StrategyDayStatus> ByStrategy { get; init; }

    /// <summary>Whether the portfolio is halted today.</summary>
    public required bool Halted { get; init; }

    /// <summary>Open positions in plan order.</summary>
    public required IReadOnlyList<PositionStatus> Positions { get; init; }

    /// <summary>Pending entries in plan order.</summary>
    public required IReadOnlyList<PendingOrderStatus> Pending { get; init; }

    /// <summary>Orders blocked today, by gate, in gate order.</summary>
    public required IReadOnlyList<BlockedStatus> Blocked { get; init; }

    /// <summary>Factors of risk parity of the traded symbols, in plan order; null: the plan has none.</summary>
    public IReadOnlyList<ParityStatus>? Parity { get; init; }

    /// <summary>Net positions by currency, without zeros; null: the plan does not limit them.</summary>
    public IReadOnlyList<CurrencyNetStatus>? CurrencyNet { get; init; }

    /// <summary>
    /// Spread in force of each symbol in plan order, pips: configured, or measured at the last complete bar's close (live: of the last quote); null:
    /// measured and not known yet.
    /// </summary>
    public required IReadOnlyList<double?> SpreadPips { get; init; }

    // Plain loops: a replay of years makes tens of thousands of views.
    internal static PortfolioView Of(PortfolioState state, TradingAccount account, Halts halts, GateKeeper gates)
    {
        var (strategies, markets, risk) = (state.Strategies, state.Markets, state.Plan.Risk);
        var days = new StrategyDayStatus[strategies.Length];
        for (var i = 0; i < strategies.Length; i++)
        {
            var s = strategies[i];
            days[i] = new StrategyDayStatus(s.Id, s.R, s.Trades, s.Pnl);
        }

        var spreads = new double?[markets.Length];
        for (var i = 0; i < markets.Length; i++)
            spreads[i] = double.IsNaN(markets[i].SpreadInForce) ? null : markets[i].SpreadInForce / markets[i].Instrument.Pip;
        return new PortfolioView
        {
            Day = state.Day.Name,
            Equity = account.Equity.Now,
            Trades = account.Equity.Trades,
            Today = new TodayStatus(account.Equity.RToday, account.Equity.PnlToday),
            ByStrategy = days,
            Halted = halts.Portfolio.IsOn,
            SpreadPips = spreads,
            Positions = OpenPositions(state, account.Marks),
            Pending = PendingEntries(state),
            Blocked = BlockedToday(gates.BlockedToday),
            Parity = account.Parity is null ? null : [.. markets.Where(static m => m.Days is not null).Select(static m => new ParityStatus(m.Instrument.Symbol, m.Parity))],
            CurrencyNet = risk.MaxCurrencyNet is null ? null : [.. Portfolio.CurrencyNet.Of(state).Select(static n => new CurrencyNetStatus(n.Currency, n.Net))],
        };
    }

    private static BlockedStatus[] BlockedToday(int[] counts)
    {
        var gates = 0;
        foreach (var count in counts)
            if (count > 0) gates++;
        if (gates == 0) return [];
        var blocked = new BlockedStatus[gates];
        var next = 0;
        for (var i = 0; i < counts.Length; i++)
            if (counts[i] > 0) blocked[next++] = new BlockedStatus(GateList.InOrder[i].Name, counts[i]);
        return blocked;
    }

    private static PositionStatus[] OpenPositions(PortfolioState state, MarkToMarket marks)
    {
        if (state.OpenPositions == 0) return [];
        var positions = new PositionStatus[state.OpenPositions];
        var next = 0;
        foreach (var market in state.Markets)
            foreach (var slot in market.Slots)
                if (slot.HasPosition) positions[next++] = Describe(slot, marks);
        return positions;
    }

    private static PendingOrderStatus[] PendingEntries(PortfolioState state)
    {
        var waiting = 0;
        foreach (var market in state.Markets)
            foreach (var slot in market.Slots)
                if (slot.HasPending) waiting++;
        if (waiting == 0) return [];
        var pending = new PendingOrderStatus[waiting];
        var next = 0;
        foreach (var market in state.Markets)
            foreach (var slot in market.Slots)
                if (slot.HasPending) pending[next++] = Describe(slot);
        return pending;
    }

    private static PositionStatus Describe(Slot slot, MarkToMarket marks)
    {
        var p = slot.Position;
        var (r, pnl) = marks.Mark(slot);
        return new PositionStatus(
            slot.Market.Instrument.Symbol, slot.Strategy.Id, p.Side.Name(), p.Units, p.Entry, EventTime.ToDateTime(p.EntryTime), p.StopLoss,
            double.IsNaN(p.Target) ? null : p.Target, r, pnl, p.BarsHeld);
    }

    private static PendingOrderStatus Describe(Slot slot)
    {
        var order = slot.Pending.Order;
        return new PendingOrderStatus(
            slot.Market.Instrument.Symbol, slot.Strategy.Id, order.Side.Name(), order.Type.Name(), order.Price, order.StopLoss,
            double.IsNaN(order.Target) ? null : order.Target, EventTime.ToDateTime(slot.Pending.PlacedTime),
            order.Expiry == long.MaxValue ? null : EventTime.ToDateTime(order.Expiry));
    }
}
