namespace Axfl.Runtime;

/// <summary>Elementary statistics.</summary>
internal static class Statistics
{
    /// <summary>Sample standard deviation (n - 1); null for fewer than two values, 0 when they differ by rounding alone.</summary>
    public static double? SampleDeviation(double[] values)
    {
        if (values.Length < 2) return null;
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1));
        // Equal values have a mean that is off by an ulp: a ratio over that deviation would be huge instead of undefined.
        return deviation <= 1e-12 * values.Max(Math.Abs) ? 0 : deviation;
    }
}
