using System.Text;
using Axfl.Contracts;
using CsvHelper;

namespace Axfl.Runs.Files;

/// <summary>The trades.csv of a run that writes no files: byte for byte that of the same run as a replay.</summary>
public static class TradesText
{
    /// <summary>The file as UTF-8.</summary>
    /// <param name="trades">Closed trades in order, as the engine made them.</param>
    /// <param name="instruments">Instruments of the plan.</param>
    public static byte[] Of(IEnumerable<Trade> trades, IEnumerable<Instrument> instruments)
    {
        var bySymbol = instruments.ToDictionary(static i => i.Symbol, StringComparer.Ordinal);
        using var text = new StringWriter { NewLine = "\n" };
        text.WriteLine(TradesCsv.Header);
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true))
        {
            foreach (var trade in trades)
            {
                foreach (var field in TradesCsv.Fields(trade, bySymbol[trade.Symbol])) csv.WriteField(field);
                csv.EndRecord();
            }

            csv.Flush();
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
