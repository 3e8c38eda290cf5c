using System.Globalization;
using System.Text;
using Axfl.Contracts;
using Axfl.Data.Disk;
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
    private double _total, _costs, _moved;
    private long _position;

    /// <summary>Reads what is new.</summary>
    /// <returns>All so far. A file that cannot be read adds nothing: the picture shows what the run says of itself.</returns>
    public EquityCurve Read()
    {
        try
        {
            if (File.Exists(path)) ReadOn();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Again at the next look.
        }

        return new EquityCurve(_times, _pnl, _costs, _moved);
    }

    private void ReadOn()
    {
        using var stream = RegularFile.Open(path);
        // A run that is resumed may cut what a crash left behind the last trade its journal knows.
        if (stream.Length < _position) StartAgain();
        if (stream.Length == _position) return;
        stream.Position = _position;
        var bytes = new byte[stream.Length - _position];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        var whole = bytes.AsSpan(0, read).LastIndexOf((byte)'\n') + 1;
        _position += whole;
        foreach (var line in Encoding.UTF8.GetString(bytes, 0, whole).Split('\n', StringSplitOptions.RemoveEmptyEntries)) Add(Fields(line));
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
        (_total, _costs, _moved, _position) = (0, 0, 0, 0);
    }

    private static bool TryNumber(string text, out double number) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
