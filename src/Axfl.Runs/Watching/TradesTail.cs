using System.Globalization;
using System.Text;
using Axfl.Contracts;
using Axfl.Runs.Files;
using CsvHelper;

namespace Axfl.Runs.Watching;

/// <summary>The trades of a run that may be under way, read from where they were read last; a torn last line waits for its rest.</summary>
/// <param name="path">trades.csv.</param>
internal sealed class TradesTail(string path)
{
    private const int ExitTime = 9, Pnl = 13, Costs = 14;

    private readonly List<DateTime> _times = [];
    private readonly List<double> _pnl = [];
    private LineTail _lines = Start(path);
    private double _total, _costs, _moved;

    /// <summary>Reads what is new.</summary>
    /// <returns>All so far. A file that cannot be read adds nothing: the picture shows what the run says of itself.</returns>
    public EquityCurve Read()
    {
        try
        {
            while (File.Exists(path) && ReadOn())
            {
                // To its present end.
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Again at the next look.
        }

        return new EquityCurve(_times, _pnl, _costs, _moved);
    }

    // Whether there is more.
    private bool ReadOn()
    {
        var result = _lines.Read((line, _) => Add(Fields(Encoding.UTF8.GetString(line))));
        if (result == TailResult.Changed) StartAgain();
        return result is TailResult.More or TailResult.Changed;
    }

    private static string[] Fields(string line)
    {
        try
        {
            return TradesCsv.Fields(line);
        }
        catch (CsvFormatException)
        {
            return [];
        }
    }

    // The header, and what is no trade: readers of trades tell of damage, a picture does not.
    private void Add(string[] fields)
    {
        if (fields.Length <= Costs || !EventTime.TryParseIso(fields[ExitTime], out var time) || !TryNumber(fields[Pnl], out var pnl) || !TryNumber(fields[Costs], out var costs)) return;
        _times.Add(EventTime.ToDateTime(time));
        _pnl.Add(_total += pnl);
        _costs += costs;
        _moved += Math.Abs(pnl + costs);
    }

    private void StartAgain()
    {
        _times.Clear();
        _pnl.Clear();
        (_total, _costs, _moved, _lines) = (0, 0, 0, Start(path));
    }

    // A run that is resumed may cut what a crash left behind the last trade its journal knows: nothing is waited for.
    private static LineTail Start(string path) => new(path, 0, patience: 1);

    private static bool TryNumber(string text, out double number) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
