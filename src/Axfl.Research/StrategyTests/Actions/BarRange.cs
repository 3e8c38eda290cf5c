using Axfl.Contracts;

namespace Axfl.Research.StrategyTests.Actions;

/// <summary>Sizes by which bars are moved, and bars that are moved.</summary>
internal static class BarRange
{
    private const int Length = 14, Times = 50;

    /// <summary>50 ATR at each bar, price units; before it is defined, 50 times the mean range so far.</summary>
    public static double[] FiftyRanges(ReadOnlySpan<Bar> bars)
    {
        var atr = new AverageTrueRange(Length);
        var (sizes, sum) = (new double[bars.Length], 0.0);
        for (var i = 0; i < bars.Length; i++)
        {
            atr.Add(bars[i]);
            sum += bars[i].High - bars[i].Low;
            sizes[i] = Times * (double.IsNaN(atr.Value) ? sum / (i + 1) : atr.Value);
        }

        return sizes;
    }

    /// <summary>50 ATR of the first day (UTC), as a number that can be added to the prices without rounding wherever doubles allow it.</summary>
    public static double ShiftOfFirstDay(ReadOnlySpan<Bar> bars)
    {
        var sizes = FiftyRanges(bars);
        var end = bars[0].Time - bars[0].Time % EventTime.Day + EventTime.Day;
        var last = 0;
        while (last + 1 < bars.Length && (bars[last + 1].Time < end || last < Length)) last++;
        var highest = 0.0;
        foreach (ref readonly var bar in bars) highest = Math.Max(highest, bar.High);
        var top = highest + sizes[last];
        var grain = Math.BitIncrement(top) - top;
        return Math.Max(grain, Math.Round(sizes[last] / grain) * grain);
    }

    /// <summary>A bar moved in price and time.</summary>
    public static Bar Moved(in Bar bar, double price, long time) =>
        bar with { Time = bar.Time + time, Open = bar.Open + price, High = bar.High + price, Low = bar.Low + price, Close = bar.Close + price };

    /// <summary>A bar mirrored at a price in ratios: what rose by a tenth falls by an eleventh. Prices stay above 0.</summary>
    public static Bar Mirrored(in Bar bar, double at)
    {
        var square = at * at;
        return bar with { Open = square / bar.Open, High = square / bar.Low, Low = square / bar.High, Close = square / bar.Close };
    }
}
