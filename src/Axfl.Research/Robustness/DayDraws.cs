using System.Globalization;
using Axfl.Contracts;
using Axfl.Research.Randomness;

namespace Axfl.Research.Robustness;

/// <summary>Draws of whole days of a run: a day keeps its trades and their order, a day without trades is a day too.</summary>
internal static class DayDraws
{
    /// <summary>R of the trades of each day, in order.</summary>
    /// <param name="trades">The trades.</param>
    /// <param name="tradeDays">Trading day of each, days since 1970-01-01.</param>
    /// <param name="days">All trading days.</param>
    public static IReadOnlyList<double[]> Trades(IReadOnlyList<Trade> trades, IReadOnlyList<int> tradeDays, IReadOnlyList<int> days)
    {
        var byDay = Enumerable.Range(0, trades.Count).ToLookup(i => tradeDays[i], i => trades[i].R);
        return [.. days.Select(d => byDay[d].ToArray())];
    }

    /// <summary>The days in another order, without replacement: Fisher-Yates from the last, stream <c>seed|order|draw</c>.</summary>
    public static int[] Shuffle(string seed, int draw, int count)
    {
        var random = RandomStream.Of(seed, "order", draw.ToString(CultureInfo.InvariantCulture));
        int[] days = [.. Enumerable.Range(0, count)];
        for (var i = count - 1; i > 0; i--)
        {
            var other = random.Below(i + 1);
            (days[i], days[other]) = (days[other], days[i]);
        }

        return days;
    }

    /// <summary>Days drawn by the stationary bootstrap, stream <c>seed|resample|draw</c>.</summary>
    public static int[] Resample(string seed, int draw, int count)
    {
        var days = new int[count];
        StationaryBootstrap.Draw(seed, "resample", draw, days);
        return days;
    }
}
