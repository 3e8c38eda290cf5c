using Axfl.Engine.Portfolio;

namespace Axfl.Engine.Exits;

/// <summary>Closes a position when its strategy asked for it.</summary>
internal sealed class StrategyExit() : OpenExit("strategy_exit", "EXIT")
{
    /// <inheritdoc/>
    public override bool Applies(Slot slot, long time) => slot.ExitRequested;

    /// <inheritdoc/>
    public override long DueAfter(Slot slot, long time) => slot.ExitRequested ? long.MinValue : long.MaxValue;
}
