using Axfl.Contracts;

namespace Axfl.Engine;

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

    /// <summary>Waiting entries in plan order.</summary>
    public required IReadOnlyList<PendingOrderStatus> Pending { get; init; }

    /// <summary>Today's refusals by gate, in gate order.</summary>
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

    internal static PortfolioView Of(Broker broker)
    {
        var state = broker.State;
        return new PortfolioView
        {
            Day = state.Day.Name,
            Equity = state.Equity,
            Trades = state.Trades,
            Today = new TodayStatus(state.RToday, state.PnlToday),
            ByStrategy = [.. state.Strategies.Select(s => new StrategyDayStatus(s.Id, s.R, s.Trades, s.Pnl))],
            Halted = broker.Halts.IsPortfolioHalted,
            Limits = [.. state.Strategies.Select(s => new StrategyLimit(
                s.Id, s.R, state.Plan.Risk.PerStrategyDailyStopR, s.Entries, state.Plan.Risk.PerStrategyDailyTrades))],
            Halts = [.. broker.Halts.Active()],
            SpreadPips = [.. state.Markets.Select(m => double.IsNaN(m.SpreadInForce) ? (double?)null : m.SpreadInForce / m.Instrument.Pip)],
            Positions = Collect(state, s => s.HasPosition, s => Describe(s, broker)),
            Pending = Collect(state, s => s.HasWaiting, Describe),
            Blocked = state.Blocked.AsSpan().ContainsAnyExcept(0)
                ? [.. state.Blocked.Select((n, i) => new BlockedStatus(((DecisionResult)i).Name(), n)).Where(b => b.Count > 0)] : [],
        };
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

    private static PositionStatus Describe(Slot slot, Broker broker)
    {
        var p = slot.Position;
        var (r, pnl) = broker.Mark(slot);
        return new PositionStatus(
            slot.Market.Instrument.Symbol, slot.Strategy.Id, p.Side.Name(), p.Units, p.Entry, EventTime.ToDateTime(p.EntryTime), p.StopLoss,
            double.IsNaN(p.Target) ? null : p.Target, r, pnl, p.BarsHeld);
    }

    private static PendingOrderStatus Describe(Slot slot)
    {
        var order = slot.Waiting;
        return new PendingOrderStatus(
            slot.Market.Instrument.Symbol, slot.Strategy.Id, order.Side.Name(), order.Type.Name(), order.Price, order.StopLoss,
            double.IsNaN(order.Target) ? null : order.Target, EventTime.ToDateTime(slot.PlacedTime),
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

/// <summary>A halt in force.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Strategy">Strategy id of a strategy's stop; empty otherwise.</param>
/// <param name="Until">Its end, unix ms, exclusive.</param>
public sealed record ActiveHalt(HaltKind Kind, string Strategy, long Until);
