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

    /// <summary>Where a line has what the ledger hash takes as it stands.</summary>
    public const int Units = 4, Entry = 6, Exit = 10;

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
    public static IEnumerable<Trade> Read(string path, Func<Trade, string?>? fault = null) => Rows(path, fault).Select(static row => row.Trade);

    /// <summary>The same with the fields as they stand in the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fault">As of <see cref="Read"/>.</param>
    /// <exception cref="AxflException">As of <see cref="Read"/>.</exception>
    public static IEnumerable<(Trade Trade, string[] Fields)> Rows(string path, Func<Trade, string?>? fault = null)
    {
        var (columns, hasHeader) = (Columns, false);
        foreach (var (text, number) in LineFile.Read(path))
        {
            hasHeader = true;
            if (number > 1)
            {
                var row = Row(text, columns, path, number);
                yield return fault?.Invoke(row.Trade) is { } why ? throw Invalid(path, number, $"not a trade of this run: {why}", null) : row;
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
    internal static Trade Parse(string line, int? expected, string path, int number) => Row(line, expected, path, number).Trade;

    private static (Trade Trade, string[] Fields) Row(string line, int? expected, string path, int number)
    {
        try
        {
            var fields = Fields(line);
            var columns = expected ?? (fields.Length == OlderColumns ? OlderColumns : Columns);
            if (fields.Length != columns) throw new FormatException($"it has {fields.Length} fields of {columns}");
            var trade = new Trade
            {
                TradeId = int.Parse(fields[0], CultureInfo.InvariantCulture),
                Symbol = fields[1],
                Strategy = fields[2],
                Side = fields[3],
                Units = Number(fields[Units]),
                EntryTime = Time(fields[5]),
                Entry = Number(fields[Entry]),
                StopLoss = Number(fields[7]),
                Target = fields[8].Length == 0 ? null : Number(fields[8]),
                ExitTime = Time(fields[9]),
                Exit = Number(fields[Exit]),
                Reason = fields[11],
                R = Number(fields[12]),
                Pnl = Number(fields[13]),
                Costs = Number(fields[14]),
                BarsHeld = int.Parse(fields[15], CultureInfo.InvariantCulture),
                MaeR = Number(fields[16]),
                MfeR = Number(fields[17]),
                Tag = fields[18],
                CostSpread = columns == Columns ? Number(fields[19]) : null,
                CostSlippage = columns == Columns ? Number(fields[20]) : null,
                CostCommission = columns == Columns ? Number(fields[21]) : null,
                Risk = columns == Columns ? Number(fields[22]) : null,
            };
            return (TradeCheck.Fault(trade) ?? Impossible(trade)) is { } fault ? throw new FormatException(fault) : (trade, fields);
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
        new("TradesFileInvalid", ErrorKind.Data, $"{path}({line}): {what}", cause) { Target = path, RecommendedAction = RunErrors.Restore };

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static DateTime Time(string text) =>
        EventTime.TryParseIso(text, out var time) ? EventTime.ToDateTime(time) : throw new FormatException($"'{text}' is not a time");
}
