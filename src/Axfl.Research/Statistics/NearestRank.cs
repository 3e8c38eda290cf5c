namespace Axfl.Research.Statistics;

/// <summary>Quantiles that are values of the series: the least one with at least the share asked for at or below it.</summary>
internal static class NearestRank
{
    /// <summary>The quantile of sorted values.</summary>
    /// <param name="sorted">The values, ascending; not empty.</param>
    /// <param name="share">0 to 1.</param>
    public static double Of(ReadOnlySpan<double> sorted, double share) =>
        sorted[Math.Clamp((int)Math.Ceiling((share * sorted.Length) - 1e-9) - 1, 0, sorted.Length - 1)];
}
