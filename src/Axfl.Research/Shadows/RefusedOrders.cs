using Axfl.Contracts;
using Axfl.Engine.Gates;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;
using Axfl.Engine.Shadows;

namespace Axfl.Research.Shadows;

/// <summary>
/// The shadow result of each refused order of a run: what it would have come to had this one gate let it through, alone. Orders that a halt cancelled count
/// under the gate of that halt.
/// </summary>
/// <remarks>
/// It fills where it would have, and then has stop loss, target, time stop and session end, fill model and costs of the plan; no gates, limits or halts; its
/// strategy's own exits are not asked for; what is open at the end closes there. It ends unfilled when the strategy cancels or places anew in its slot.
/// </remarks>
internal sealed class RefusedOrders : ISlotFollower
{
    private readonly List<(ShadowResult Result, ShadowOrder? Shadow)> _results = [];
    private readonly Dictionary<(WatchedSlot Slot, string Gate), ShadowOrder> _last = [];

    private readonly EnginePlan _plan;

    /// <param name="plan">The plan of the run that is watched.</param>
    public RefusedOrders(EnginePlan plan) => _plan = plan;

    /// <inheritdoc/>
    public bool KeepsFlat => false;

    /// <summary>The results, in the order of the refusals; known at the end of the run.</summary>
    public IReadOnlyList<ShadowResult> Results => [.. _results.Select(r => With(r.Result, r.Shadow))];

    /// <summary>The results of a run, in the order of the refusals.</summary>
    /// <param name="plan">The plan; its start is that of the run.</param>
    /// <param name="bars">Bars of each symbol in plan order, warm-up included.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="AxflException">A strategy fails, or a profit cannot be converted.</exception>
    public static IReadOnlyList<ShadowResult> Of(EnginePlan plan, IReadOnlyList<SharedBars> bars, CancellationToken cancellation)
    {
        var refused = new RefusedOrders(plan);
        _ = WatchedRun.Run(plan, bars, [refused], cancellation);
        return refused.Results;
    }

    /// <inheritdoc/>
    public void BeforeOpen(ShadowFold fold, IReadOnlyList<SlotEvent> events)
    {
        // Shadows know nothing of what the run did.
    }

    /// <inheritdoc/>
    public void BeforeInside(ShadowFold fold, IReadOnlyList<SlotEvent> events)
    {
        foreach (var e in events)
            if (!e.IsAtClose && e.Kind is SlotEventKind.BlockedAtFill or SlotEventKind.CancelledByHalt) Begin(fold, e);
    }

    /// <inheritdoc/>
    public void AfterClose(ShadowFold fold, IReadOnlyList<SlotEvent> events)
    {
        foreach (var e in events)
        {
            if (e.Kind is SlotEventKind.Places or SlotEventKind.Cancels) EndWaiting(e.Slot);
            else if (e.IsAtClose && e.Kind is SlotEventKind.BlockedWhenPlaced or SlotEventKind.BlockedAtFill or SlotEventKind.CancelledByHalt) Begin(fold, e);
        }
    }

    /// <inheritdoc/>
    public void End(IReadOnlyList<SlotEvent> events)
    {
        // What is open closed there.
    }

    private void EndWaiting(WatchedSlot slot)
    {
        foreach (var ((of, _), shadow) in _last)
            if (of == slot && shadow.IsPending) shadow.Cancel();
    }

    private void Begin(ShadowFold fold, SlotEvent e)
    {
        if (!GateList.HasShadow(e.Gate)) return;
        var symbol = _plan.Symbols[e.Slot.Symbol].Instrument.Symbol;
        var result = new ShadowResult
        {
            Time = EventTime.ToDateTime(e.Time),
            Symbol = symbol,
            Strategy = e.Slot.Plan.Strategy,
            Stage = (e.Kind switch { SlotEventKind.BlockedWhenPlaced => DecisionStage.Place, SlotEventKind.BlockedAtFill => DecisionStage.Fill, _ => DecisionStage.Cancel }).Name(),
            Gate = e.Gate,
            Side = e.Order.Side.Name(),
            Type = e.Order.Type.Name(),
            Price = e.Order.Price,
            StopLoss = double.IsNaN(e.Order.StopLoss) ? null : e.Order.StopLoss,
            Target = double.IsNaN(e.Order.Target) ? null : e.Order.Target,
            State = ShadowStates.Overlapping,
        };
        var key = (e.Slot, e.Gate);
        if (_last.TryGetValue(key, out var last) && !last.IsOver)
        {
            _results.Add((result, null));
            return;
        }

        var shadow = fold.Add(e.Slot.Symbol, e.Slot.Plan, e.Order, e.PlacedTime);
        _last[key] = shadow;
        _results.Add((result, shadow));
    }

    private static ShadowResult With(ShadowResult result, ShadowOrder? shadow) => shadow is null ? result
        : shadow.Trade is not { } trade ? result with { State = ShadowStates.Unfilled }
        : result with
        {
            State = ShadowStates.Filled,
            R = trade.R,
            EntryTime = EventTime.ToDateTime(trade.EntryTime),
            Entry = trade.Entry,
            ExitTime = EventTime.ToDateTime(trade.ExitTime),
            Exit = trade.Exit,
            Reason = trade.Reason.Name,
        };
}
