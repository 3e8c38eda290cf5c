using System.Text;
using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>Single lines of trades.csv, for those who follow it while it grows.</summary>
public static class TradeLine
{
    /// <summary>Reads a line of either version.</summary>
    /// <param name="line">The line without its end.</param>
    /// <returns>Null: it is the header, or no trade, of which whoever reads the run's trades says what is wrong.</returns>
    public static Trade? Read(ReadOnlySpan<byte> line)
    {
        var text = Encoding.UTF8.GetString(line);
        if (text is TradesCsv.Header or TradesCsv.OlderHeader) return null;
        try
        {
            return TradesCsv.Parse(text, null, RunFiles.Trades, 0);
        }
        catch (AxflException)
        {
            return null;
        }
    }
}
