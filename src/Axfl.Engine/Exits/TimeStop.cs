using Axfl.Engine.Portfolio;

namespace Axfl.Engine.Exits;

/// <summary>Closes a position that has been open for the minutes of its time stop or longer.</summary>
internal sealed class TimeStop() : OpenExit("time_stop", "TIME")
{
    /// <inheritdoc/>
    public override bool Applies(Slot slot, long time) => time - slot.Position.EntryTime >= slot.TimeStop;

    /// <inheritdoc/>
    public override long DueAfter(Slot slot, long time) => slot.TimeStop == long.MaxValue ? long.MaxValue : slot.Position.EntryTime + slot.TimeStop;
}
