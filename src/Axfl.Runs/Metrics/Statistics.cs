using Axfl.Contracts;

namespace Axfl.Runs.Metrics;

/// <summary>Elementary statistics.</summary>
internal static class Statistics
{
    /// <summary>A divisor nearer to 0 than this share of what is divided counts as 0.</summary>
    private const double Nothing = 1e-9;

    /// <summary>Half a cent: amounts of money below it count as 0.</summary>
    private const double HalfACent = 0.005;

    /// <summary>a / b; null when b is 0, or so near to it that the quotient would be noise.</summary>
    public static double? Ratio(double a, double b) => b == 0 || Math.Abs(b) < Nothing * Math.Abs(a) || !double.IsFinite(a / b) ? null : a / b;

    /// <summary>The same of two amounts of money; null when b is below half a cent.</summary>
    public static double? MoneyRatio(double a, double b) => Math.Abs(b) < HalfACent ? null : Ratio(a, b);

    /// <summary>Sample standard deviation (n - 1); null for fewer than two values, 0 when they differ by rounding alone.</summary>
    public static double? SampleDeviation(double[] values)
    {
        if (values.Length < 2) return null;
        var mean = Mean(values);
        double squares = 0, largest = 0;
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
            largest = Math.Max(largest, Math.Abs(value));
        }

        var deviation = Math.Sqrt(squares / (values.Length - 1));
        // Equal values have a mean that is off by an ulp: a ratio over that deviation would be huge instead of undefined.
        return deviation <= 1e-12 * largest ? 0 : deviation;
    }

    /// <summary>Arithmetic mean of at least one value.</summary>
    public static double Mean(double[] values)
    {
        double sum = 0;
        foreach (var value in values) sum += value;
        return sum / values.Length;
    }

    /// <summary>Sum of a number of each trade, in their order.</summary>
    /// <remarks>A loop, as in all of these files: LINQ over numbers is compiled anew at each start.</remarks>
    public static double Sum(IEnumerable<Trade> trades, Func<Trade, double> number)
    {
        double sum = 0;
        foreach (var trade in trades) sum += number(trade);
        return sum;
    }
}
