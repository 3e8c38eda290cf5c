using Axfl.Contracts;
using CsvHelper;

namespace Axfl.Runs.Files;

/// <summary>Single lines of trades.csv, for those who follow it while it grows.</summary>
public static class TradeLine
{
    /// <summary>Reads a line of either version.</summary>
    /// <param name="line">The line without its end.</param>
    /// <param name="path">The file, for the message.</param>
    /// <returns>Null: it is the header.</returns>
    /// <exception cref="AxflException">It is no trade (<c>TradesFileInvalid</c>).</exception>
    public static Trade? Read(string line, string path)
    {
        if (line is TradesCsv.Header or TradesCsv.OlderHeader) return null;
        return TradesCsv.Parse(line, IsOlder(line) ? TradesCsv.OlderColumns : TradesCsv.Columns, path, 0);
    }

    private static bool IsOlder(string line)
    {
        try
        {
            return TradesCsv.Fields(line).Length == TradesCsv.OlderColumns;
        }
        catch (CsvFormatException)
        {
            // Whoever reads it as a trade says what is wrong.
            return false;
        }
    }
}
