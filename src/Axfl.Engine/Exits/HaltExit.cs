using Axfl.Engine.Portfolio;

namespace Axfl.Engine.Exits;

/// <summary>Closes a position when a portfolio halt asked for it: at the first open after the halt.</summary>
internal sealed class HaltExit() : OpenExit("halt", "HALT")
{
    /// <inheritdoc/>
    public override bool IsFromOutside => true;

    /// <inheritdoc/>
    public override bool Applies(Slot slot, long time) => time > slot.FlattenAfter;

    /// <inheritdoc/>
    public override long DueAfter(Slot slot, long time) => slot.FlattenAfter == long.MaxValue ? long.MaxValue : slot.FlattenAfter + 1;
}
