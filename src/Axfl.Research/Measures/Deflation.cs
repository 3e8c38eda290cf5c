using Axfl.Research.Statistics;

namespace Axfl.Research.Measures;

/// <summary>What luck alone makes of the best of all trials ever made on some bars.</summary>
/// <param name="Days">Trading days: T.</param>
/// <param name="TriedEver">Plans ever tried: M.</param>
/// <param name="Deviation">Sample deviation of the trials' Sharpe ratios; null below two of them.</param>
internal sealed record Deflation(int Days, int TriedEver, double? Deviation)
{
    /// <summary>Of the R by day of the trials that count.</summary>
    public static Deflation Of(IReadOnlyList<double[]> series, int days, int triedEver)
    {
        var ratios = series.Select(static s => Moments.Of(s)).Where(static m => m.Deviation > 0).Select(static m => m.Sharpe).ToArray();
        return new(days, triedEver, ratios.Length < 2 ? null : Moments.Of(ratios).Deviation);
    }

    /// <summary>Why the best cannot be judged: one trial does not tell by how much trials differ, and the best of many is not judged as if it were the only one. Null: it can.</summary>
    public string? WhyUnknown => Deviation is not null || TriedEver <= 1 ? null
        : FormattableString.Invariant($"one trial counts, but {TriedEver} plans were tried on these bars: how much they differ is not known");

    /// <summary>Sharpe ratio of a day that the best of so many is expected to have without skill.</summary>
    public double Expected(double trials) => SharpeTests.ExpectedBest(Deviation ?? 0, trials);

    /// <summary>Probability that a trial's Sharpe ratio is above that of the best of so many without skill; null where its days are all equal.</summary>
    public double? Above(Moments own, double trials) =>
        own.Deviation == 0 ? null : SharpeTests.Probabilistic(own.Sharpe, Days, own.Skewness, own.Kurtosis, Expected(trials));
}
