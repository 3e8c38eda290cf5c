using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;

namespace Axfl.Engine.Fills;

/// <summary>
/// Intrabar fill model <see cref="IntrabarPolicy.Drill"/>: the smaller bars of all symbols in the order of their open times, those of one open time
/// in plan order, each by worst with its own spread. A symbol without smaller bars is walked as one bar at its open time.
/// </summary>
/// <param name="markets">Symbols in plan order.</param>
/// <param name="model">How one smaller bar is walked.</param>
internal sealed class Drill(Market[] markets, IntrabarModel model) : IntrabarModel(markets)
{
    private readonly int[] _next = new int[markets.Length];

    /// <inheritdoc/>
    public override void Walk(ReadOnlySpan<StepBar> bars)
    {
        if (!IsAnyAtStake(bars)) return;
        foreach (ref readonly var bar in bars) Markets[bar.Symbol].BeginBar(bar.Bar.Time);
        Array.Clear(_next);
        for (long time; (time = NextTime(bars)) != long.MaxValue;)
        {
            for (var i = 0; i < bars.Length; i++)
                if (TimeOf(bars[i], _next[i]) == time) WalkOne(bars[i], _next[i]++);
        }

        // The close of the whole bar comes next.
        foreach (ref readonly var bar in bars) Markets[bar.Symbol].Take(bar);
    }

    /// <inheritdoc/>
    public override void Walk(Slot slot, in Bar bar) => model.Walk(slot, bar);

    /// <inheritdoc/>
    public override bool HasSeenInside(in StepBar bar) => !bar.Inner.IsEmpty;

    private static long TimeOf(in StepBar bar, int index) =>
        bar.Inner.IsEmpty ? index == 0 ? bar.Bar.Time : long.MaxValue : index < bar.Inner.Length ? bar.Inner.Span[index].Bar.Time : long.MaxValue;

    private long NextTime(ReadOnlySpan<StepBar> bars)
    {
        var time = long.MaxValue;
        for (var i = 0; i < bars.Length; i++) time = Math.Min(time, TimeOf(bars[i], _next[i]));
        return time;
    }

    private void WalkOne(in StepBar bar, int index)
    {
        var market = Markets[bar.Symbol];
        if (bar.Inner.IsEmpty)
        {
            foreach (var slot in market.Slots)
                if (slot.IsInUse) Walk(slot, bar.Bar);
            return;
        }

        ref readonly var inner = ref bar.Inner.Span[index];
        market.Take(inner);
        foreach (var slot in market.Slots)
        {
            if (slot.IsInUse) Walk(slot, inner.Bar);
            if (slot.HasPosition && inner.Bar.Time >= slot.Position.EntryTime) slot.Position.Excursion.See(inner.Bar.High, inner.Bar.Low);
        }
    }

    private bool IsAnyAtStake(ReadOnlySpan<StepBar> bars)
    {
        foreach (ref readonly var bar in bars)
            foreach (var slot in Markets[bar.Symbol].Slots)
                if (slot.IsInUse) return true;
        return false;
    }
}
