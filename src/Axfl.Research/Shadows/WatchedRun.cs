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
internal abstract class WatchedRun : IShadowDriver, IDisposable
{
    private readonly Dictionary<(string Symbol, string Strategy), WatchedSlot> _slots = [];
    private readonly List<SlotEvent> _events = [];
    private readonly TrialLedger _ledger = new();
    private string _halt = "";

    protected WatchedRun(EnginePlan plan) => Plan = plan with
    {
        Symbols = [.. plan.Symbols.Select((s, i) => s with { Slots = [.. s.Slots.Select(slot => Watched(s.Instrument, i, slot))] })],
    };

    /// <summary>The plan, its strategies watched: it runs as it did.</summary>
    protected EnginePlan Plan { get; }

    /// <summary>What happened in the step so far, in order.</summary>
    protected IReadOnlyList<SlotEvent> Events => _events;

    /// <summary>Hash of the run's ledger.</summary>
    public string LedgerHash => _ledger.Hash;

    /// <summary>Runs it.</summary>
    protected void Run(IReadOnlyList<SharedBars> bars, CancellationToken cancellation, bool keepsFlat = false) => ShadowFold.Run(Plan, bars, this, cancellation, keepsFlat);

    /// <inheritdoc/>
    public abstract void BeforeOpen(ShadowFold fold);

    /// <inheritdoc/>
    public abstract void BeforeInside(ShadowFold fold);

    /// <inheritdoc/>
    public void AfterClose(ShadowFold fold)
    {
        Close(fold);
        _events.Clear();
    }

    /// <summary>The bars of the step are complete.</summary>
    protected abstract void Close(ShadowFold fold);

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
    public void Dispose()
    {
        _ledger.Dispose();
        GC.SuppressFinalize(this);
    }

    private static SlotEvent Waiting(SlotEventKind kind, WatchedSlot slot, long time) => new(kind, slot, time) { Order = slot.Placed, PlacedTime = slot.PlacedTime };

    private WatchedSlot Of(Instrument instrument, string strategy) => _slots[(instrument.Symbol, strategy)];

    private SlotPlan Watched(Instrument instrument, int symbol, SlotPlan plan)
    {
        var slot = new WatchedSlot(symbol, plan);
        _slots.Add((instrument.Symbol, plan.Strategy), slot);
        var made = plan.Definition;
        return plan with { Definition = made with { Create = setup => new WatchedStrategy(made.Create(setup), (kind, time) => _events.Add(new(kind, slot, time))) } };
    }
}
