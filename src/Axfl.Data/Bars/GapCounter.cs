using Axfl.Contracts;
using Axfl.Data.Markets;

namespace Axfl.Data.Bars;

/// <summary>
/// Counts gaps: one for each two consecutive bars between which at least one bar time inside trading hours is missing, however far apart they lie. Counts
/// bars outside trading hours too.
/// </summary>
/// <param name="instrument">Symbol; null: unknown.</param>
/// <param name="interval">Bar length.</param>
public sealed class GapCounter(Instrument? instrument, Interval interval)
{
    private const int Kept = 5;
    private readonly TradingHours _hours = new(instrument);
    private readonly List<DataGap> _largest = [];
    private long _last = long.MinValue;

    /// <summary>The largest gaps, largest first, of equal ones the earlier.</summary>
    public IReadOnlyList<DataGap> Largest => _largest;

    /// <summary>Bars outside trading hours so far.</summary>
    public long OutsideHours { get; private set; }

    /// <summary>Missing bars between the previous bar and this one, inside trading hours; 0: no gap.</summary>
    public long Next(long time)
    {
        if (!_hours.IsOpen(time)) OutsideHours++;
        var previous = _last;
        _last = time;
        if (previous == long.MinValue || time - previous <= interval.Milliseconds) return 0;
        var missing = _hours.Bars(previous + interval.Milliseconds, time - interval.Milliseconds, interval, out var first);
        if (missing > 0) Keep(new DataGap(first, time, missing));
        return missing;
    }

    private void Keep(DataGap gap)
    {
        var at = _largest.FindIndex(g => g.Bars < gap.Bars);
        if (at < 0) at = _largest.Count;
        if (at >= Kept) return;
        _largest.Insert(at, gap);
        if (_largest.Count > Kept) _largest.RemoveAt(Kept);
    }
}

/// <summary>Missing bars.</summary>
/// <param name="From">Open time of the first missing bar, unix ms.</param>
/// <param name="Until">Open time of the bar after the gap.</param>
/// <param name="Bars">How many are missing inside trading hours.</param>
public sealed record DataGap(long From, long Until, long Bars);
