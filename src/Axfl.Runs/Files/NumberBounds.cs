namespace Axfl.Runs.Files;

/// <summary>How large the numbers of a run may be: beyond, a file was damaged.</summary>
/// <remarks>
/// R, money and prices are written with fixed decimals, and pages hold them as whole numbers of the last one. Up to 2^53 a double holds each of these; beyond,
/// neighbours run together and sums say nothing. No run comes near: an account begins with 1e12 at most, and a stop loss is not a millionth of a pip away.
/// </remarks>
internal static class NumberBounds
{
    private const double Whole = 9_007_199_254_740_992;

    /// <summary>R: 4 decimals.</summary>
    public const double R = Whole / 1e4;

    /// <summary>Money: 2 decimals.</summary>
    public const double Money = Whole / 1e2;

    /// <summary>Prices: 6 decimals, those of the usual 5 digits.</summary>
    public const double Price = Whole / 1e6;

    /// <summary>Units: what is written without an exponent everywhere.</summary>
    public const double Units = 1e21;

    /// <summary>What is wrong with a number; null: nothing.</summary>
    /// <param name="name">What it is of its owner.</param>
    /// <param name="value">The number.</param>
    /// <param name="most">The most it may be on either side of 0.</param>
    public static string? Fault(string name, double value, double most) =>
        !double.IsFinite(value) ? FormattableString.Invariant($"its {name} is {value}")
        : Math.Abs(value) > most ? FormattableString.Invariant($"its {name} of {value} is beyond {most:0.####}, which no run reaches")
        : null;
}
