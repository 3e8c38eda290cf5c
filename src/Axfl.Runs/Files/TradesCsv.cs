using System.Globalization;
using Axfl.Contracts;
using Axfl.Engine.Results;
using CsvHelper;

namespace Axfl.Runs.Files;

/// <summary>trades.csv: header, order and formats of one line a closed trade.</summary>
internal static class TradesCsv
{
    /// <summary>The header of older versions: without the three costs apart and the risk.</summary>
    public const string OlderHeader =
        "trade_id,symbol,strategy,side,units,entry_time,entry,stop_loss,target,exit_time,exit,reason,r,pnl,costs,bars_held,mae_r,mfe_r,tag";

    /// <summary>The header.</summary>
    public const string Header = OlderHeader + ",cost_spread,cost_slippage,cost_commission,risk";

    private const int OlderColumns = 19, Columns = 23;

    // No trade risks nothing: of one that risks less than half a cent the file says the least it can.
    private const double LeastRisk = 0.01;

    private static readonly CsvReaderOptions Options = new() { Separator = ',', HasHeader = false };

    /// <summary>The fields of a line.</summary>
    public static string[] Fields(in TradeRecord t) => Fields(t.ToTrade(), t.Instrument);

    /// <summary>The fields of a line.</summary>
    /// <param name="t">The trade, as the engine made it.</param>
    /// <param name="instrument">Its instrument, which decides the decimals of prices.</param>
    public static string[] Fields(Trade t, Instrument instrument) =>
    [
        t.TradeId.ToString(CultureInfo.InvariantCulture), t.Symbol, t.Strategy, t.Side, Numbers.Units(t.Units), EventTime.ToIso(EventTime.FromDateTime(t.EntryTime)),
        instrument.FormatPrice(t.Entry), instrument.FormatPrice(t.StopLoss), t.Target is { } target ? instrument.FormatPrice(target) : "",
        EventTime.ToIso(EventTime.FromDateTime(t.ExitTime)), instrument.FormatPrice(t.Exit), t.Reason, Numbers.R(t.R), Numbers.Money(t.Pnl), Numbers.Money(t.Costs),
        t.BarsHeld.ToString(CultureInfo.InvariantCulture), Numbers.R(t.MaeR), Numbers.R(t.MfeR), OneLine(t.Tag),
        Numbers.Money(t.CostSpread!.Value), Numbers.Money(t.CostSlippage!.Value), Numbers.Money(t.CostCommission!.Value), Numbers.Money(Math.Max(LeastRisk, t.Risk!.Value)),
    ];

    // Looked at first: what the base library searches line ends with is compiled at the first trade of each process.
    private static string OneLine(string text) => text.Any(c => c is < ' ' or '\u0085' or '\u2028' or '\u2029') ? text.ReplaceLineEndings(" ") : text;

    /// <summary>The fields of a line of text.</summary>
    public static string[] Fields(string line)
    {
        using var csv = CsvReader.FromText(line, Options);
        return csv.Read() ? [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)] : [];
    }

    /// <summary>Trades of a file that may still be growing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fault">What else is wrong with a trade; null: nothing is asked.</param>
    /// <exception cref="AxflException">The file is missing or has no header (<c>TradesFileIncomplete</c>), or a line is no trade.</exception>
    public static IEnumerable<Trade> Read(string path, Func<Trade, string?>? fault = null)
    {
        var (columns, hasHeader) = (Columns, false);
        foreach (var (text, number) in LineFile.Read(path))
        {
            hasHeader = true;
            if (number > 1)
            {
                var trade = Parse(text, columns, path, number);
                yield return fault?.Invoke(trade) is { } why ? throw Invalid(path, number, $"not a trade of this run: {why}", null) : trade;
            }
            else if (text == OlderHeader) columns = OlderColumns;
            else if (text != Header) throw Invalid(path, number, "a header other than that of trades.csv", null);
        }

        // A run writes the header before anything else.
        if (!hasHeader)
        {
            throw new AxflException("TradesFileIncomplete", ErrorKind.Data,
                $"{path} has not even its header: it was emptied, or the disk was full. Restore it from a copy, or run again.")
            { Target = path };
        }
    }

    /// <summary>The trade of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="expected">How many fields it has by the header; null: as many as a line of either version.</param>
    /// <param name="path">The file, for the message.</param>
    /// <param name="number">Number of the line likewise.</param>
    /// <exception cref="AxflException">It is no trade (<c>TradesFileInvalid</c>).</exception>
    internal static Trade Parse(string line, int? expected, string path, int number)
    {
        using var csv = CsvReader.FromText(line, Options);
        try
        {
            var isLine = csv.Read();
            var columns = expected ?? (csv.FieldCount == OlderColumns ? OlderColumns : Columns);
            if (!isLine || csv.FieldCount != columns) throw new FormatException($"it has {csv.FieldCount} fields of {columns}");
            var trade = new Trade
            {
                TradeId = int.Parse(csv.GetString(0), CultureInfo.InvariantCulture),
                Symbol = csv.GetString(1),
                Strategy = csv.GetString(2),
                Side = csv.GetString(3),
                Units = Number(csv.GetString(4)),
                EntryTime = Time(csv.GetString(5)),
                Entry = Number(csv.GetString(6)),
                StopLoss = Number(csv.GetString(7)),
                Target = csv.GetString(8).Length == 0 ? null : Number(csv.GetString(8)),
                ExitTime = Time(csv.GetString(9)),
                Exit = Number(csv.GetString(10)),
                Reason = csv.GetString(11),
                R = Number(csv.GetString(12)),
                Pnl = Number(csv.GetString(13)),
                Costs = Number(csv.GetString(14)),
                BarsHeld = int.Parse(csv.GetString(15), CultureInfo.InvariantCulture),
                MaeR = Number(csv.GetString(16)),
                MfeR = Number(csv.GetString(17)),
                Tag = csv.GetString(18),
                CostSpread = columns == Columns ? Number(csv.GetString(19)) : null,
                CostSlippage = columns == Columns ? Number(csv.GetString(20)) : null,
                CostCommission = columns == Columns ? Number(csv.GetString(21)) : null,
                Risk = columns == Columns ? Number(csv.GetString(22)) : null,
            };
            return (TradeCheck.Fault(trade) ?? Impossible(trade)) is { } fault ? throw new FormatException(fault) : trade;
        }
        catch (Exception e) when (e is FormatException or OverflowException or CsvFormatException)
        {
            throw Invalid(path, number, $"not a trade: {e.Message}", e);
        }
    }

    // What no run writes, though a trade that somebody made up may lack it.
    private static string? Impossible(Trade trade) =>
        trade.Units <= 0 ? "its units are not above 0"
        : trade.Entry <= 0 || trade.Exit <= 0 || trade.StopLoss <= 0 || trade.Target <= 0 ? "a price is not above 0"
        : trade.BarsHeld < 0 || trade.TradeId < 0 ? "a count is below 0"
        : null;

    private static AxflException Invalid(string path, int line, string what, Exception? cause) =>
        new("TradesFileInvalid", ErrorKind.Data, $"{path}({line}): {what}", cause) { Target = path };

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static DateTime Time(string text) =>
        EventTime.TryParseIso(text, out var time) ? EventTime.ToDateTime(time) : throw new FormatException($"'{text}' is not a time");
}
