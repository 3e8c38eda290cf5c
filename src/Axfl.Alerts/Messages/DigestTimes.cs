using Axfl.Configuration.Plan;
using Axfl.Contracts;

namespace Axfl.Alerts.Messages;

/// <summary>The times at which days are summed up.</summary>
internal static class DigestTimes
{
    /// <summary>The first one after a time.</summary>
    /// <param name="plan">When.</param>
    /// <param name="time">Unix ms.</param>
    public static long After(DigestPlan plan, long time)
    {
        for (var day = LocalTime.DateOf(plan.Zone, time) - 1; ; day++)
        {
            var at = LocalTime.ToUtc(plan.Zone, day, plan.Time.Minutes);
            if (at > time) return at;
        }
    }

    /// <summary>The last one at or before a time.</summary>
    /// <param name="plan">When.</param>
    /// <param name="time">Unix ms.</param>
    public static long UpTo(DigestPlan plan, long time)
    {
        for (var day = LocalTime.DateOf(plan.Zone, time) + 1; ; day--)
        {
            var at = LocalTime.ToUtc(plan.Zone, day, plan.Time.Minutes);
            if (at <= time) return at;
        }
    }
}
