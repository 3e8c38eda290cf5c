using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;

namespace Axfl.Engine.Exits;

/// <summary>A reason to close a position at the open of a bar.</summary>
/// <param name="id">The rule, snake_case.</param>
/// <param name="name">Its name in files and status.</param>
internal abstract class OpenExit(string id, string name) : ExitReason(id, name, SlippageOn.Time)
{
    /// <summary>Whether it closes a slot's position at an open (unix ms).</summary>
    public abstract bool Applies(Slot slot, long time);

    /// <summary>
    /// The first open (unix ms) at which it may close a slot's position as it stands after the bar of a time; bars before it are none of its concern.
    /// long.MinValue: the next one; long.MaxValue: none. Too early costs a look, too late would miss an exit.
    /// </summary>
    public abstract long DueAfter(Slot slot, long time);

    /// <summary>Whether it closes a slot's position later than the plan says, since nothing was seen of the time at which it was due.</summary>
    public virtual bool IsLate(Slot slot, long time) => false;
}
