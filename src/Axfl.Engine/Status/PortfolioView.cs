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

    /// <summary>What each strategy may still do today, in plan order.</summary>
    public required IReadOnlyList<StrategyLimit> Limits { get; init; }

    /// <summary>Halts in force.</summary>
    public required IReadOnlyList<ActiveHalt> Halts { get; init; }

    /// <summary>
    /// Spread in force of each symbol in plan order, pips: configured, or measured at the last complete bar's close (live: of the last quote); null:
    /// measured and not known yet.
    /// </summary>
    public required IReadOnlyList<double?> SpreadPips { get; init; }

    internal static PortfolioView Of(PortfolioState state, TradingAccount account, Halts halts, GateKeeper gates)
    {
        return new PortfolioView
        {
            Day = state.Day.Name,
            Equity = account.Equity.Now,
            Trades = account.Equity.Trades,
            Today = new TodayStatus(account.Equity.RToday, account.Equity.PnlToday),
            ByStrategy = [.. state.Strategies.Select(s => new StrategyDayStatus(s.Id, s.R, s.Trades, s.Pnl))],
            Halted = halts.Portfolio.IsOn,
            Limits = [.. state.Strategies.Select(s => new StrategyLimit(
                s.Id, s.R, state.Plan.Risk.PerStrategyDailyStopR, s.Entries, state.Plan.Risk.PerStrategyDailyTrades))],
            Halts = [.. halts.Active()],
            SpreadPips = [.. state.Markets.Select(m => double.IsNaN(m.SpreadInForce) ? (double?)null : m.SpreadInForce / m.Instrument.Pip)],
            Positions = Collect(state, s => s.HasPosition, s => Describe(s, account.Marks)),
            Pending = Collect(state, s => s.HasPending, Describe),
            Blocked = BlockedToday(gates),
        };
    }

    // Plain, since a replay makes thousands of views and hardly any gate has blocked anything on a day.
    private static List<BlockedStatus> BlockedToday(GateKeeper gates)
    {
        List<BlockedStatus> blocked = [];
        for (var i = 0; i < GateList.InOrder.Count; i++)
            if (gates.BlockedToday[i] is > 0 and var count) blocked.Add(new BlockedStatus(GateList.InOrder[i].Name, count));
        return blocked;
    }

    // In plan order.
    private static List<T> Collect<T>(PortfolioState state, Func<Slot, bool> has, Func<Slot, T> describe)
    {
        List<T> found = [];
        foreach (var market in state.Markets)
            foreach (var slot in market.Slots)
                if (has(slot)) found.Add(describe(slot));
        return found;
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

/// <summary>What a strategy may still do today.</summary>
/// <param name="Strategy">Strategy id.</param>
/// <param name="R">Realised R today.</param>
/// <param name="StopR">Its daily stop, R; null: none.</param>
/// <param name="Entries">Entries filled today.</param>
/// <param name="MaxEntries">At the most; null: no limit.</param>
public sealed record StrategyLimit(string Strategy, double R, double? StopR, int Entries, int? MaxEntries);
