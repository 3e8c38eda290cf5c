using System.Globalization;

namespace Axfl.Research.Sweeps;

/// <summary>The numbers of an axis: each from the range itself, never by adding up, rounded to 12 significant digits.</summary>
internal static class AxisNumbers
{
    /// <summary>Most values an axis may have.</summary>
    public const int Most = 1_000_000;

    private const double Reach = 1e-9;

    /// <summary>Number of steps from one number to another, the end included when it is reached within 1e-9 of a step.</summary>
    public static double StepCount(double from, double to, double step) => Math.Floor(((to - from) / step) + Reach) + 1;

    /// <summary>The number of a step.</summary>
    public static double Step(double from, double step, int index) => Rounded(from + (index * step));

    /// <summary>The number at a share of a range, 0 to 1.</summary>
    public static double Between(double from, double to, double share, bool isLog) => Rounded(
        isLog ? Math.Exp(Math.Log(from) + (share * (Math.Log(to) - Math.Log(from)))) : from + (share * (to - from)));

    /// <summary>A number with 12 significant digits.</summary>
    public static double Rounded(double value) => double.Parse(value.ToString("E11", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
