using Axfl.Engine.Exits;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;

namespace Axfl.Engine.Shadows;

/// <summary>An order that is folded for itself, and what came of it.</summary>
public sealed class ShadowOrder
{
    private readonly Slot _slot;
    private readonly PositionExit _exits;
    private readonly List<long> _ambiguous = [];

    internal ShadowOrder(Slot slot, ShadowChoice choice, PositionExit exits)
    {
        _slot = slot;
        Choice = choice;
        _exits = exits;
    }

    /// <summary>What becomes of it where a bar does not say.</summary>
    public ShadowChoice Choice { get; }

    /// <summary>Whether it is pending: not filled, not cancelled, not expired.</summary>
    public bool IsPending => _slot.HasPending;

    /// <summary>Whether it is over: it is not pending and there is no position.</summary>
    public bool IsOver => !_slot.HasPending && !_slot.HasPosition;

    /// <summary>Whether it filled.</summary>
    public bool HasFilled { get; internal set; }

    /// <summary>Its trade: R, times, prices, reason. Null: it did not fill, or is open. Sizes and money in it mean nothing.</summary>
    public TradeRecord? Trade { get; internal set; }

    /// <summary>Open times of the bars, of a drill the smaller ones, that could not tell what became of it; ascending, unix ms.</summary>
    public IReadOnlyList<long> AmbiguousBars => _ambiguous;

    /// <summary>Whether there has been such a bar.</summary>
    public bool IsAmbiguous => _ambiguous.Count > 0;

    internal Slot Slot => _slot;

    /// <summary>It waits no longer.</summary>
    public void Cancel() => _slot.HasPending = false;

    /// <summary>Its strategy asks for its position to be closed: at the next open, or at once where the plan fills at closes.</summary>
    public void RequestExit()
    {
        if (_slot.HasPosition) _exits.Request(_slot);
    }

    /// <summary>Its position is closed at the first open at or after a time (unix ms), whatever else would become of it.</summary>
    public void CloseAt(long time) => _slot.FlattenAfter = time - 1;

    internal void MarkAmbiguous(long bar) => _ambiguous.Add(bar);
}
