using Axfl.Contracts;
using Axfl.Engine.Portfolio;

namespace Axfl.Engine.Fills;

/// <summary>An intrabar fill model: decides what one bar cannot tell, the fills inside it. <see cref="IntrabarModels"/> has a line for each.</summary>
/// <param name="markets">Symbols in plan order.</param>
internal abstract class IntrabarModel(Market[] markets)
{
    /// <summary>Symbols in plan order.</summary>
    protected Market[] Markets { get; } = markets;

    /// <summary>Walks all bars of a step, in plan order.</summary>
    public virtual void Walk(ReadOnlySpan<StepBar> bars)
    {
        foreach (ref readonly var bar in bars)
            foreach (var slot in Markets[bar.Symbol].Slots)
                if (slot.IsInUse) Walk(slot, bar.Bar);
    }

    /// <summary>Walks one bar (or a tick as a bar of one point) for one slot that has a position or a pending order.</summary>
    public abstract void Walk(Slot slot, in Bar bar);

    /// <summary>Whether a bar that reaches no level by its high or low is one on which nothing fills: then its insides need not be walked.</summary>
    public virtual bool IsDecidedByExtremes => false;

    /// <summary>Whether the excursion of positions was measured bar by bar inside a bar that was walked.</summary>
    public virtual bool HasSeenInside(in StepBar bar) => false;
}
