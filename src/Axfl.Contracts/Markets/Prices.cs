namespace Axfl.Contracts;

/// <summary>Comparisons of prices, distances, R and money: values that differ by less than 1e-9 are equal.</summary>
/// <remarks>Prices are decimals, the engine's numbers doubles: 1.1005 - 1.1002 is 0.00029999999999996696.</remarks>
public static class Prices
{
    /// <summary>Values nearer than this are equal.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>a &gt;= b, or equal.</summary>
    public static bool AtLeast(double a, double b) => a >= b - Tolerance;

    /// <summary>a &lt;= b, or equal.</summary>
    public static bool AtMost(double a, double b) => a <= b + Tolerance;

    /// <summary>a &gt; b, and not equal.</summary>
    public static bool Above(double a, double b) => a > b + Tolerance;

    /// <summary>a &lt; b, and not equal.</summary>
    public static bool Below(double a, double b) => a < b - Tolerance;
}
