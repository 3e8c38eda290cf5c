using Axfl.Contracts;
using Axfl.Engine.Events;
using Axfl.Engine.Orders;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;
using Axfl.Engine.Shadows;
using Axfl.Research.Trials;

namespace Axfl.Research.Shadows;

/// <summary>A run of a plan whose orders, and what its strategies ask for, are watched step by step.</summary>
internal sealed class WatchedRun : IEngineObserver, IDisposable
{
    private readonly EnginePlan _plan;
    private readonly Dictionary<(string Symbol, string Strategy), WatchedSlot> _slots = [];
    private readonly List<SlotEvent> _events = [];
    private readonly TrialLedger _ledger = new();
    private string _halt = "";

    // With its strategies watched a plan runs as it did.
    private WatchedRun(EnginePlan plan) => _plan = plan with
    {
        Symbols = [.. plan.Symbols.Select((s, i) => s with { Slots = [.. s.Slots.Select(slot => Watched(s.Instrument, i, slot))] })],
    };

    /// <summary>Runs a plan before the eyes of some, who each add orders of their own beside it; none sees those of another.</summary>
    /// <param name="plan">The plan; its start is that of the run.</param>
    /// <param name="bars">Bars of each symbol in plan order, warm-up included.</param>
    /// <param name="followers">Who watches.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Hash of the run's ledger.</returns>
    /// <exception cref="AxflException">A strategy fails, or a profit cannot be converted.</exception>
    public static string Run(EnginePlan plan, IReadOnlyList<SharedBars> bars, IReadOnlyList<ISlotFollower> followers, CancellationToken cancellation)
    {
        using var run = new WatchedRun(plan);
        ShadowFold.Run(run._plan, bars, run, [.. followers.Select((f, i) => new Seat(f, run._events, isLast: i == followers.Count - 1))], cancellation);
        foreach (var follower in followers) follower.End(run._events);
        return run._ledger.Hash;
    }

    /// <inheritdoc/>
    public void OnOrderPlaced(in OrderPlaced placed)
    {
        var slot = Of(placed.Instrument, placed.Strategy);
        slot.Placed = placed.Order;
        slot.PlacedTime = placed.Time;
    }

    /// <inheritdoc/>
    public void OnOrderBlocked(in OrderBlocked blocked)
    {
        var slot = Of(blocked.Instrument, blocked.Strategy);
        _events.Add(blocked.Stage == DecisionStage.Place
            ? new(SlotEventKind.BlockedWhenPlaced, slot, blocked.Time) { Order = blocked.Order, PlacedTime = blocked.Time, Gate = blocked.Gate.Name }
            : Waiting(SlotEventKind.BlockedAtFill, slot, blocked.Time) with { Gate = blocked.Gate.Name });
    }

    /// <inheritdoc/>
    public void OnOrderCancelled(in OrderCancelled cancelled)
    {
        if (cancelled.Reason == CancelReason.Halt)
            _events.Add(Waiting(SlotEventKind.CancelledByHalt, Of(cancelled.Instrument, cancelled.Strategy), cancelled.Time) with { Gate = _halt });
    }

    /// <inheritdoc/>
    public void OnTradeOpened(in TradeOpened opened) =>
        _events.Add(Waiting(SlotEventKind.Opened, Of(opened.Instrument, opened.Strategy), opened.Time));

    /// <inheritdoc/>
    public void OnTradeClosed(in TradeClosed closed)
    {
        _ledger.OnTradeClosed(closed);
        _events.Add(new(SlotEventKind.Closed, Of(closed.Trade.Instrument, closed.Trade.Strategy), closed.Trade.ExitTime) { Trade = closed.Trade });
    }

    // A halt is told before the orders it cancels.
    /// <inheritdoc/>
    public void OnHaltBegan(in HaltBegan began) => _halt = began.Kind.Name;

    /// <inheritdoc/>
    public void OnHaltEnded(in HaltEnded ended)
    {
        // Nothing is cancelled by it.
    }

    /// <inheritdoc/>
    public void Dispose() => _ledger.Dispose();

    private static SlotEvent Waiting(SlotEventKind kind, WatchedSlot slot, long time) => new(kind, slot, time) { Order = slot.Placed, PlacedTime = slot.PlacedTime };

    private WatchedSlot Of(Instrument instrument, string strategy) => _slots[(instrument.Symbol, strategy)];

    private SlotPlan Watched(Instrument instrument, int symbol, SlotPlan plan)
    {
        var slot = new WatchedSlot(symbol, plan);
        _slots.Add((instrument.Symbol, plan.Strategy), slot);
        var made = plan.Definition;
        return plan with { Definition = made with { Create = setup => new WatchedStrategy(made.Create(setup), (kind, time) => _events.Add(new(kind, slot, time))) } };
    }

    // One follower beside the run; the last of them ends the step.
    private sealed class Seat(ISlotFollower follower, List<SlotEvent> events, bool isLast) : IShadowDriver
    {
        public bool KeepsFlat => follower.KeepsFlat;

        public void BeforeOpen(ShadowFold fold)
        {
            if (events.Count > 0) follower.BeforeOpen(fold, events);
        }

        public void BeforeInside(ShadowFold fold)
        {
            if (events.Count > 0) follower.BeforeInside(fold, events);
        }

        public void AfterClose(ShadowFold fold)
        {
            follower.AfterClose(fold, events);
            if (isLast) events.Clear();
        }
    }
}
