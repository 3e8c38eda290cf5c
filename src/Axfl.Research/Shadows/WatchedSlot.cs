using Axfl.Contracts;
using Axfl.Engine.Plan;

namespace Axfl.Research.Shadows;

/// <summary>A slot of a run that is watched.</summary>
/// <param name="symbol">Index of its symbol in the plan.</param>
/// <param name="plan">Its plan.</param>
internal sealed class WatchedSlot(int symbol, SlotPlan plan)
{
    public int Symbol => symbol;

    public SlotPlan Plan => plan;

    /// <summary>The order that was accepted last, as it was placed.</summary>
    public EntryOrder Placed { get; set; }

    /// <summary>Open time of the bar at whose close it was placed, unix ms.</summary>
    public long PlacedTime { get; set; }
}
