using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>Counts gaps: two consecutive bars more than one interval apart within a trading week; the metals' daily rest is none.</summary>
internal sealed class GapCounter(Instrument? instrument, Interval interval)
{
    private readonly FxWeek _week = new();
    private readonly bool _metal = instrument?.Base is "XAU" or "XAG";
    private long _last = long.MinValue;

    /// <summary>Missing bars between the previous bar and this one; 0: no gap.</summary>
    public long Next(long time)
    {
        var previous = _last;
        _last = time;
        if (previous == long.MinValue || time - previous <= interval.Milliseconds || !_week.IsSameWeek(previous, time)) return 0;
        var missing = (time - previous) / interval.Milliseconds - 1;
        if (_metal && time - previous <= 2 * 60 * EventTime.Minute && FxWeek.IsMetalsRest(previous + interval.Milliseconds))
        {
            // Only the bars of the rest may be missing.
            var rest = 0L;
            for (var t = previous + interval.Milliseconds; t < time; t += interval.Milliseconds)
                if (FxWeek.IsMetalsRest(t)) rest++;
            missing -= rest;
        }

        return missing;
    }
}
