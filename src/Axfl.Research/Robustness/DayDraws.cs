using System.Globalization;
using Axfl.Research.Randomness;
using Axfl.Research.Trials;

namespace Axfl.Research.Robustness;

/// <summary>Draws of whole days of a run: a day keeps its trades and their order, a day without trades is a day too.</summary>
internal static class DayDraws
{
    /// <summary>R of the trades of each day, in order.</summary>
    public static IReadOnlyList<double[]> Trades(TrialResult run, IReadOnlyList<int> days)
    {
        var byDay = Enumerable.Range(0, run.Trades.Count).ToLookup(i => run.TradeDays[i], i => run.Trades[i].R);
        return [.. days.Select(d => byDay[d].ToArray())];
    }

    /// <summary>The days in another order, without replacement: Fisher-Yates from the last, stream <c>seed|order|draw</c>.</summary>
    public static void Shuffle(string seed, int draw, Span<int> days)
    {
        var random = SplitMix64.Of(seed, "order", draw.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < days.Length; i++) days[i] = i;
        for (var i = days.Length - 1; i > 0; i--)
        {
            var other = random.Below(i + 1);
            (days[i], days[other]) = (days[other], days[i]);
        }
    }

    /// <summary>Days drawn by the stationary bootstrap, stream <c>seed|resample|draw</c>.</summary>
    public static void Resample(string seed, int draw, Span<int> days) => StationaryBootstrap.Draw(seed, "resample", draw, days);
}
