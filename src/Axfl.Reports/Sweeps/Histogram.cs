namespace Axfl.Reports.Sweeps;

/// <summary>Numbers of values in bins of equal width.</summary>
/// <param name="From">Where the first bin begins.</param>
/// <param name="Step">Width of a bin: 1, 2 or 5 times a power of ten.</param>
/// <param name="Counts">Values in each; of two bins that meet, a value on the border is in the upper.</param>
internal sealed record Histogram(double From, double Step, IReadOnlyList<int> Counts)
{
    private const int About = 24;
    private const double Tolerance = 1e-9;

    /// <summary>Of values; null: there are none.</summary>
    /// <param name="values">The values.</param>
    /// <param name="reach">One more number that must lie within.</param>
    public static Histogram? Of(IReadOnlyList<double> values, double? reach = null)
    {
        if (values.Count == 0) return null;
        var (low, high) = (Math.Min(values.Min(), reach ?? double.PositiveInfinity), Math.Max(values.Max(), reach ?? double.NegativeInfinity));
        var step = Nice(high - low > Tolerance * Math.Max(1, Math.Abs(high)) ? (high - low) / About : Math.Max(Math.Abs(high), 1) / 10);
        var first = Math.Floor((low / step) + Tolerance);
        var counts = new int[(int)(Math.Floor((high / step) + Tolerance) - first) + 1];
        foreach (var value in values) counts[(int)(Math.Floor((value / step) + Tolerance) - first)]++;
        return new(first * step, step, counts);
    }

    private static double Nice(double width)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(width)));
        return power * ((double[])[1, 2, 5, 10]).First(m => m * power >= width * (1 - Tolerance));
    }
}
