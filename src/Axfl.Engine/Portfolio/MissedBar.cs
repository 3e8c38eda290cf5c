using Axfl.Contracts;

namespace Axfl.Engine.Portfolio;

/// <summary>A bar that was not, or not wholly, seen as it happened.</summary>
/// <param name="Bar">The bar as it is known now.</param>
/// <param name="From">Begin of what was not seen, unix ms; at or before the bar's open: its open was missed too.</param>
/// <param name="Until">End of what was not seen; positions opened at or after it were not in danger.</param>
/// <param name="FromPrice">The last price seen before <paramref name="From"/>; used only when that lies inside the bar.</param>
public readonly record struct MissedBar(StepBar Bar, long From = long.MinValue, long Until = long.MaxValue, double FromPrice = double.NaN)
{
    /// <summary>A bar of which everything that could move an order was seen.</summary>
    public static MissedBar Seen(in StepBar bar) => new(bar, long.MaxValue);

    /// <summary>Whether everything that could move an order was seen.</summary>
    public bool IsSeen => From >= Until;

    /// <summary>Whether its open was missed.</summary>
    public bool MissesOpen => From <= Bar.Bar.Time;

    /// <summary>The part that was missed, as a bar. Its extremes are those of the whole bar: which part they belong to is unknown, so the worst is taken.</summary>
    public Bar Part => MissesOpen
        ? Bar.Bar
        : Bar.Bar with { Time = From, Open = FromPrice, High = Math.Max(FromPrice, Bar.Bar.High), Low = Math.Min(FromPrice, Bar.Bar.Low) };
}
