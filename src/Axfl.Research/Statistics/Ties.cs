using Axfl.Contracts;

namespace Axfl.Research.Statistics;

/// <summary>When two results are equal: closer than 1e-9. Ranks and choices of this assembly go by it.</summary>
internal static class Ties
{
    /// <summary>Whether the first is greater, and not equal.</summary>
    public static bool Greater(double a, double b) => a - b > Prices.Tolerance;

    /// <summary>Whether both are equal.</summary>
    public static bool Equal(double a, double b) => Math.Abs(a - b) <= Prices.Tolerance;

    /// <summary>The place of the greatest; of equal ones the first.</summary>
    public static int Best(ReadOnlySpan<double> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
            if (Greater(values[i], values[best])) best = i;
        return best;
    }

    /// <summary>The same among those that are defined; null: none is (all are NaN).</summary>
    public static int? BestDefined(ReadOnlySpan<double> values)
    {
        int? best = null;
        for (var i = 0; i < values.Length; i++)
            if (!double.IsNaN(values[i]) && (best is not { } b || Greater(values[i], values[b]))) best = i;
        return best;
    }

    /// <summary>Rank of a value among all: 1 is the least, equal ones share the mean of theirs.</summary>
    public static double Rank(ReadOnlySpan<double> values, int place)
    {
        int less = 0, equal = 0;
        var own = values[place];
        foreach (var value in values)
        {
            if (Equal(value, own)) equal++;
            else if (value < own) less++;
        }

        return less + ((equal + 1) / 2.0);
    }
}
