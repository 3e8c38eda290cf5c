namespace Axfl.Engine.Account;

/// <summary>Shares that are inverse to ranges, between a floor and a cap, and sum to 1.</summary>
internal static class ParityShares
{
    // Each halving gives a bit; a double has 53, and the first guess is within a factor of 2^64.
    private const int Halvings = 128;

    /// <summary>The share of a range.</summary>
    /// <param name="k">The factor of all of them.</param>
    /// <param name="range">Its range, more than 0.</param>
    /// <param name="floor">Least share.</param>
    /// <param name="cap">Greatest share.</param>
    public static double Of(double k, double range, double floor, double cap) => Math.Clamp(k / range, floor, cap);

    /// <summary>The factor with which the shares sum to 1: their sum grows with it.</summary>
    /// <param name="ranges">Ranges, more than 0; n x floor is at most 1, n x cap at least.</param>
    /// <param name="floor">Least share.</param>
    /// <param name="cap">Greatest share.</param>
    public static double Solve(ReadOnlySpan<double> ranges, double floor, double cap)
    {
        double low = 0, high = 0;
        foreach (var range in ranges) high = Math.Max(high, cap * range);
        for (var i = 0; i < Halvings && low < high; i++)
        {
            var middle = low + (high - low) / 2;
            if (Sum(ranges, middle, floor, cap) < 1) low = middle;
            else high = middle;
        }

        return Exact(ranges, high, floor, cap);
    }

    // Between two bounds the sum is a straight line: what is left of 1 is shared by those that no bound holds.
    private static double Exact(ReadOnlySpan<double> ranges, double near, double floor, double cap)
    {
        double left = 1, inverse = 0;
        foreach (var range in ranges)
        {
            var share = near / range;
            if (share <= floor) left -= floor;
            else if (share >= cap) left -= cap;
            else inverse += 1 / range;
        }

        return inverse > 0 ? left / inverse : near;
    }

    private static double Sum(ReadOnlySpan<double> ranges, double k, double floor, double cap)
    {
        var sum = 0.0;
        foreach (var range in ranges) sum += Of(k, range, floor, cap);
        return sum;
    }
}
