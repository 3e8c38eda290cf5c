namespace Axfl.Research.Statistics;

/// <summary>When two results are equal: closer than 1e-9. Ranks and choices of this assembly go by it.</summary>
internal static class Ties
{
    private const double Tolerance = 1e-9;

    /// <summary>Whether the first is greater, and not equal.</summary>
    public static bool Greater(double a, double b) => a - b > Tolerance;

    /// <summary>Whether both are equal.</summary>
    public static bool Equal(double a, double b) => Math.Abs(a - b) <= Tolerance;

    /// <summary>The place of the greatest; of equal ones the first.</summary>
    public static int Best(ReadOnlySpan<double> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
            if (Greater(values[i], values[best])) best = i;
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
