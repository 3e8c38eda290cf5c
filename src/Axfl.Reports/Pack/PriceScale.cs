using Axfl.Contracts;

namespace Axfl.Reports.Pack;

/// <summary>The last decimal of prices.</summary>
internal static class PriceScale
{
    /// <summary>The most decimals kept: below them prices are equal.</summary>
    public const int MostDecimals = 10;

    /// <summary>The least power of ten by which all prices are whole numbers, so that these divided by it are the prices again, to the bit.</summary>
    /// <param name="bars">Bars.</param>
    /// <param name="digits">Decimals to begin with.</param>
    public static double Of(ReadOnlySpan<Bar> bars, int digits)
    {
        var decimals = Math.Min(digits, MostDecimals);
        var scale = Math.Pow(10, decimals);
        foreach (ref readonly var bar in bars)
        {
            while (decimals < MostDecimals && !(IsWhole(bar.Open, scale) && IsWhole(bar.High, scale) && IsWhole(bar.Low, scale) && IsWhole(bar.Close, scale)))
                scale = Math.Pow(10, ++decimals);
        }

        return scale;
    }

    private static bool IsWhole(double price, double scale) => Math.Round(price * scale) / scale == price;
}
