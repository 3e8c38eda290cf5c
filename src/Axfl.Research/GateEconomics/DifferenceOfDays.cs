using Axfl.Research.Statistics;

namespace Axfl.Research.GateEconomics;

/// <summary>How sure the sum of a difference of two runs, day by day, is.</summary>
/// <param name="Days">Number of days.</param>
/// <param name="Low">Lower end of the 95 % interval of the sum; null where undefined.</param>
/// <param name="High">Its upper end.</param>
/// <param name="P">Probability of 0 or the other sign, both sides; null where undefined.</param>
/// <param name="Reason">Why it is undefined.</param>
internal sealed record DifferenceOfDays(int Days, double? Low, double? High, double? P, string Reason)
{
    /// <summary>Resamples.</summary>
    public const int Draws = 10_000;

    private const double Flat = 1e-12;

    /// <summary>By the stationary bootstrap.</summary>
    /// <param name="days">The difference of each day.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="name">Name of the stream.</param>
    public static DifferenceOfDays Of(ReadOnlySpan<double> days, string seed, string name)
    {
        if (days.Length < SharpeTests.FewestDays) return new(days.Length, null, null, null, $"fewer than {SharpeTests.FewestDays} trading days");
        if (Moments.Of(days).Deviation < Flat) return new(days.Length, null, null, null, "every day is the same with and without it");
        var means = MeanInterval.Means(days, seed, name, Draws);
        Array.Sort(means);
        int below = means.Count(m => m <= 0), above = means.Count(m => m >= 0);
        var p = Math.Clamp(2.0 * Math.Min(below, above) / Draws, 1.0 / Draws, 1);
        return new(days.Length, NearestRank.Of(means, 0.025) * days.Length, NearestRank.Of(means, 0.975) * days.Length, p, "");
    }
}
