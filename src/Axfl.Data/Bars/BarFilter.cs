using Axfl.Contracts;

namespace Axfl.Data.Bars;

/// <summary>Takes bars of one series in the order they come: accepts, drops exact duplicates, rejects what must never be traded on.</summary>
public sealed class BarFilter(Interval interval)
{
    private readonly bool _aligned = interval.Minutes <= 60;
    private Bar _last = new(long.MinValue, 0, 0, 0, 0);

    /// <summary>What becomes of a bar.</summary>
    public BarVerdict Take(in Bar bar)
    {
        var fault = Fault(bar);
        if (fault != BarVerdict.Accepted) return fault;
        if (bar.Time == _last.Time) return bar == _last ? BarVerdict.Duplicate : BarVerdict.Conflict;
        if (bar.Time < _last.Time) return BarVerdict.BackInTime;
        _last = bar;
        return BarVerdict.Accepted;
    }

    /// <summary>A verdict on a bar that was just taken, in words.</summary>
    public string Describe(BarVerdict verdict, in Bar bar) => verdict == BarVerdict.BackInTime
        ? DescribeBack(bar.Time, _last.Time)
        : Describe(verdict, interval);

    /// <summary>What is wrong with a row whose time (unix ms) lies before that of a row above it.</summary>
    public static string DescribeBack(long time, long after) => $"{Describe(BarVerdict.BackInTime, default)}: {EventTime.ToIso(time)} after {EventTime.ToIso(after)}";

    /// <summary>A verdict in words.</summary>
    public static string Describe(BarVerdict verdict, Interval interval) => verdict switch
    {
        BarVerdict.NotFinite => "a price is not a finite number",
        BarVerdict.NotPositive => "a price is not positive",
        BarVerdict.HighTooLow => "high is below open or close",
        BarVerdict.LowTooHigh => "low is above open or close",
        BarVerdict.BadVolume => "volume is negative or not a number",
        BarVerdict.OffGrid => $"the open time is not a multiple of {interval}",
        BarVerdict.BackInTime => "it goes back in time",
        BarVerdict.Crossed => "the bid is above the ask",
        BarVerdict.Conflict => "it differs from a bar already accepted for that time",
        _ => "",
    };

    private BarVerdict Fault(in Bar b)
    {
        if (!double.IsFinite(b.Open + b.High + b.Low + b.Close)) return BarVerdict.NotFinite;
        if (!(b.Open > 0 && b.High > 0 && b.Low > 0 && b.Close > 0)) return BarVerdict.NotPositive;
        if (b.High < b.Open || b.High < b.Close) return BarVerdict.HighTooLow;
        if (b.Low > b.Open || b.Low > b.Close) return BarVerdict.LowTooHigh;
        if (!(b.Volume >= 0) || double.IsInfinity(b.Volume)) return BarVerdict.BadVolume;
        return _aligned && b.Time % interval.Milliseconds != 0 ? BarVerdict.OffGrid : BarVerdict.Accepted;
    }
}

/// <summary>What becomes of a bar.</summary>
public enum BarVerdict
{
    /// <summary>It is taken.</summary>
    Accepted,

    /// <summary>It is the bar before, once more.</summary>
    Duplicate,

    /// <summary>A price is not a finite number.</summary>
    NotFinite,

    /// <summary>A price is not positive.</summary>
    NotPositive,

    /// <summary>Its high is below its open or close.</summary>
    HighTooLow,

    /// <summary>Its low is above its open or close.</summary>
    LowTooHigh,

    /// <summary>Its volume is negative or not a number.</summary>
    BadVolume,

    /// <summary>Its open time is not a multiple of the interval.</summary>
    OffGrid,

    /// <summary>It is earlier than the bar before.</summary>
    BackInTime,

    /// <summary>It differs from a bar already accepted for its time.</summary>
    Conflict,

    /// <summary>The bid is above the ask.</summary>
    Crossed,
}
