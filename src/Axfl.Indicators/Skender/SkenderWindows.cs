namespace Axfl.Indicators.Skender;

/// <summary>Indicators of the library that look back over windows and remember nothing beyond them: their last row needs the last bars alone.</summary>
/// <remarks>A test follows each bar by bar, and each value must be that of the whole series to the last bit.</remarks>
internal static class SkenderWindows
{
    private const int Spare = 10;

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "Alma", "Aroon", "Awesome", "BaseQuote", "BollingerBands", "Bop", "Cci", "Chop", "Cmf", "Cmo", "Doji", "Donchian", "Hma", "Hurst", "Marubozu", "Mfi",
        "RollingPivots", "Sma", "SmaAnalysis", "StdDev", "Tr", "UlcerIndex", "Ultimate", "Vortex", "Vwma", "WilliamsR", "Wma",
    };

    /// <summary>A number of last bars from which the last row is what it is from all; 0: it needs all.</summary>
    /// <param name="libraryName">The library's name.</param>
    /// <param name="arguments">What it is called with: windows one behind the other reach back by their sum at most, and twice that is enough where one is used twice.</param>
    public static int Of(string libraryName, IEnumerable<object?> arguments)
    {
        if (!Names.Contains(libraryName)) return 0;
        var bars = 2 * arguments.OfType<int>().Sum(n => (long)Math.Max(n, 0)) + Spare;
        return bars <= int.MaxValue ? (int)bars : 0;
    }
}
