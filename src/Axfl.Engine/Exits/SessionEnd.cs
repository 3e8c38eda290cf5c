using Axfl.Engine.Portfolio;

namespace Axfl.Engine.Exits;

/// <summary>Closes a position when its slot is out of session.</summary>
internal sealed class SessionEnd() : OpenExit("session_end", "TIME")
{
    /// <inheritdoc/>
    public override bool Applies(Slot slot, long time) => !slot.Calendar.IsOpen(time);

    /// <inheritdoc/>
    public override long DueAfter(Slot slot, long time) => slot.Calendar.OpenUntil(time);
}
