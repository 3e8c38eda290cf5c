namespace Axfl.Research.Statistics;

/// <summary>Mean, deviation, skewness and kurtosis of a series.</summary>
/// <param name="Count">Number of values.</param>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="Deviation">Standard deviation of a sample (divided by count - 1); 0 below two values.</param>
/// <param name="Skewness">Population skewness; 0 where all values are equal.</param>
/// <param name="Kurtosis">Population kurtosis, 3 for a normal distribution; 3 where all values are equal.</param>
internal readonly record struct Moments(int Count, double Mean, double Deviation, double Skewness, double Kurtosis)
{
    private const double Flat = 1e-12;

    /// <summary>The moments of a series.</summary>
    public static Moments Of(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty) return new(0, 0, 0, 0, 3);
        var mean = 0.0;
        foreach (var value in values) mean += value;
        mean /= values.Length;
        double second = 0, third = 0, fourth = 0;
        foreach (var value in values)
        {
            var d = value - mean;
            second += d * d;
            third += d * d * d;
            fourth += d * d * d * d;
        }

        var n = (double)values.Length;
        var deviation = values.Length < 2 ? 0 : Math.Sqrt(second / (n - 1));
        if (deviation < Flat) return new(values.Length, mean, 0, 0, 3);
        var variance = second / n;
        return new(values.Length, mean, deviation, third / n / Math.Pow(variance, 1.5), fourth / n / (variance * variance));
    }

    /// <summary>Mean over deviation, not annualised; NaN where the deviation is 0.</summary>
    public double Sharpe => Deviation == 0 ? double.NaN : Mean / Deviation;
}
