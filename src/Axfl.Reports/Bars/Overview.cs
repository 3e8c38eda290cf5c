using Axfl.Contracts;

namespace Axfl.Reports.Bars;

/// <summary>Bars made of shorter ones.</summary>
internal static class Overview
{
    /// <summary>Length of the bars of the overview, ms: 4 hours from 00:00 UTC.</summary>
    public const long Length = 4 * 60 * EventTime.Minute;

    /// <summary>4-hour bars of bars.</summary>
    /// <param name="bars">Ascending, of at most 4 hours.</param>
    public static Bar[] Of(ReadOnlySpan<Bar> bars)
    {
        var made = new List<Bar>();
        foreach (ref readonly var bar in bars)
        {
            var time = bar.Time - bar.Time % Length;
            if (made.Count == 0 || made[^1].Time != time) made.Add(new Bar(time, bar.Open, bar.High, bar.Low, bar.Close));
            else made[^1] = made[^1] with { High = Math.Max(made[^1].High, bar.High), Low = Math.Min(made[^1].Low, bar.Low), Close = bar.Close };
        }

        return [.. made];
    }
}
