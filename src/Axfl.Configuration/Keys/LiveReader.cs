using Axfl.Configuration.Plan;
using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Keys;

/// <summary>Reads the section about live prices.</summary>
internal static class LiveReader
{
    /// <summary>Reads <c>live</c>.</summary>
    public static LivePlan Read(Section s)
    {
        s.RefuseUnknown();
        return new LivePlan
        {
            MaxTickAtr = s.Number("max_tick_atr", 20, 0, 10_000),
            LateTicksMs = s.Whole("late_ticks_ms", 2_000, 0, 60_000),
            MaxAheadMs = s.Whole("max_ahead_ms", 2_000, 0, 60_000),
            MaxLagMs = s.Whole("max_lag_ms", 2_000, 1, 600_000),
            StaleAfterS = s.Whole("stale_after_s", 60, 5, 86_400),
            RepairWaitS = s.Whole("repair_wait_s", 20, 1, 600),
        };
    }
}
