namespace Axfl.Reports.Numbers;

/// <summary>Intervals of 95 %.</summary>
internal static class Intervals
{
    /// <summary>97.5 % quantile of the normal distribution.</summary>
    public const double Z = 1.959964;

    /// <summary>Interval of a share.</summary>
    /// <param name="hits">How many of them.</param>
    /// <param name="n">How many there are.</param>
    /// <returns>Null where there are none.</returns>
    /// <remarks>Source: E. B. Wilson, JASA 22 (1927).</remarks>
    public static (double Low, double High)? Wilson(int hits, int n)
    {
        if (n == 0) return null;
        var p = (double)hits / n;
        const double Square = Z * Z;
        var centre = p + Square / (2 * n);
        var half = Z * Math.Sqrt(p * (1 - p) / n + Square / (4.0 * n * n));
        var divisor = 1 + Square / n;
        return ((centre - half) / divisor, (centre + half) / divisor);
    }
}
