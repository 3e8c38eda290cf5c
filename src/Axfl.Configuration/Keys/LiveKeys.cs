using Axfl.Configuration.Keys.Forms;
using Axfl.Configuration.Plan;

namespace Axfl.Configuration.Keys;

/// <summary>The keys of <c>live</c>.</summary>
internal static class LiveKeys
{
    public static readonly SectionKeys<LivePlan> Table = new()
    {
        { "max_tick_atr", new NumberForm(0, 10_000), "ATR(14)", "A price farther from the last than this is held until others agree with it; 0 leaves ATR out of the check.", l => l.MaxTickAtr, (l, v) => l with { MaxTickAtr = v } },
        { "late_ticks_ms", new WholeForm(0, 60_000), "ms", "How long after its end a bar waits for late ticks.", l => l.LateTicksMs, (l, v) => l with { LateTicksMs = v } },
        { "max_ahead_ms", new WholeForm(0, 60_000), "ms", "A price stamped farther ahead of its receipt is rejected.", l => l.MaxAheadMs, (l, v) => l with { MaxAheadMs = v } },
        { "max_lag_ms", new WholeForm(1, 600_000), "ms", "A warning says so when half of the prices arrive later than this after their stamp.", l => l.MaxLagMs, (l, v) => l with { MaxLagMs = v } },
        { "stale_after_s", new WholeForm(5, 86_400), "s", "In an open market, entries are blocked on a symbol that has had no price for longer than this.", l => l.StaleAfterS, (l, v) => l with { StaleAfterS = v } },
        { "repair_wait_s", new WholeForm(1, 600), "s", "How long history may take to give the bars of a gap.", l => l.RepairWaitS, (l, v) => l with { RepairWaitS = v } },
    };
}
