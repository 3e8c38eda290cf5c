namespace Axfl.Testing.Harness;

/// <summary>Prices of the tests of rules: pips of EURUSD from 1.1000, so that a distance of ten pips is written 10.</summary>
internal static class Pips
{
    public const double Size = 0.0001;

    public static double Price(double pips) => Math.Round(1.1 + pips * Size, 9);

    /// <summary>The other way, to a millionth of a pip.</summary>
    public static double Of(double price) => Math.Round((price - 1.1) / Size, 6) + 0.0;
}
