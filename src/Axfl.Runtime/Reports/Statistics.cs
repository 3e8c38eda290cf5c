namespace Axfl.Runtime;

/// <summary>Elementary statistics.</summary>
internal static class Statistics
{
    /// <summary>Sample standard deviation (n - 1); null for fewer than two values.</summary>
    public static double? SampleDeviation(double[] values)
    {
        if (values.Length < 2) return null;
        var mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1));
    }
}
