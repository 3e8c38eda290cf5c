using System.Globalization;
using Axfl.Contracts;
using Axfl.Engine;
using CsvHelper;
using CsvHelper.Configuration;

namespace Axfl.Runtime;

/// <summary>trades.csv: header, order and formats of one line a closed trade.</summary>
internal static class TradesCsv
{
    /// <summary>The header.</summary>
    public const string Header =
        "trade_id,symbol,strategy,side,units,entry_time,entry,stop_loss,target,exit_time,exit,reason,r,pnl,costs,bars_held,mae_r,mfe_r,tag";

    /// <summary>The fields of a line.</summary>
    public static string[] Fields(in TradeRecord t)
    {
        var instrument = t.Instrument;
        return
        [
            t.Id.ToString(CultureInfo.InvariantCulture), instrument.Symbol, t.Strategy, t.Side.Name(), Numbers.Units(t.Units), EventTime.ToIso(t.EntryTime),
            instrument.FormatPrice(t.Entry), instrument.FormatPrice(t.StopLoss), double.IsNaN(t.Target) ? "" : instrument.FormatPrice(t.Target),
            EventTime.ToIso(t.ExitTime), instrument.FormatPrice(t.Exit), t.Reason.Name(), Numbers.R(t.R), Numbers.Money(t.Pnl), Numbers.Money(t.Costs),
            t.BarsHeld.ToString(CultureInfo.InvariantCulture), Numbers.R(t.MaeR), Numbers.R(t.MfeR), t.Tag,
        ];
    }

    /// <summary>Trades of a file that may still be growing.</summary>
    /// <exception cref="AxflException">The file is missing, or a line is no trade.</exception>
    public static IEnumerable<Trade> Read(string path)
    {
        foreach (var (text, number) in LineFile.Read(path))
        {
            if (number == 1) continue;
            yield return Parse(text, path, number);
        }
    }

    private static Trade Parse(string line, string path, int number)
    {
        using var csv = new CsvParser(new StringReader(line), new CsvConfiguration(CultureInfo.InvariantCulture) { HasHeaderRecord = false });
        try
        {
            if (!csv.Read() || csv.Count < 19) throw new FormatException($"it has {csv.Count} fields of 19");
            return new Trade
            {
                TradeId = int.Parse(csv[0], CultureInfo.InvariantCulture), Symbol = csv[1], Strategy = csv[2], Side = csv[3], Units = Number(csv[4]),
                EntryTime = Time(csv[5]), Entry = Number(csv[6]), StopLoss = Number(csv[7]), Target = csv[8].Length == 0 ? null : Number(csv[8]),
                ExitTime = Time(csv[9]), Exit = Number(csv[10]), Reason = csv[11], R = Number(csv[12]), Pnl = Number(csv[13]), Costs = Number(csv[14]),
                BarsHeld = int.Parse(csv[15], CultureInfo.InvariantCulture), MaeR = Number(csv[16]), MfeR = Number(csv[17]), Tag = csv[18],
            };
        }
        catch (Exception e) when (e is FormatException or OverflowException or CsvHelperException)
        {
            throw new AxflException("TradesFileInvalid", ErrorKind.Data, $"{path}({number}): not a trade: {e.Message}", e) { Target = path };
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static DateTime Time(string text) =>
        EventTime.TryParseIso(text, out var time) ? EventTime.ToDateTime(time) : throw new FormatException($"'{text}' is no time");
}
