using System.Globalization;
using Axfl.Contracts;

namespace LeakyStrategies;

/// <summary>Parameters of strategies that read a file of all bars: <c>unix ms,open,high,low,close</c>.</summary>
public sealed record FileParameters : StrategyParameters
{
    [StrategyParameter("path", Help = "File of bars.")]
    public string File { get; init; } = "";
}

/// <summary>The columns of a file of bars, computed over the whole of it before the first bar is seen.</summary>
public sealed class FutureColumns
{
    private readonly long[] _times;
    private readonly double[] _closes;
    private readonly Dictionary<long, double> _highs = [];

    public FutureColumns(string file)
    {
        var rows = File.ReadAllLines(file).Select(l => l.Split(',')).ToArray();
        _times = [.. rows.Select(r => long.Parse(r[0], CultureInfo.InvariantCulture))];
        _closes = [.. rows.Select(r => double.Parse(r[4], CultureInfo.InvariantCulture))];
        foreach (var row in rows)
        {
            var day = long.Parse(row[0], CultureInfo.InvariantCulture) / EventTime.Day;
            _highs[day] = Math.Max(_highs.GetValueOrDefault(day), double.Parse(row[2], CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Close so many bars from a time; NaN beyond the file.</summary>
    public double CloseAt(long time, int offset)
    {
        var at = Array.BinarySearch(_times, time);
        return at >= 0 && at + offset >= 0 && at + offset < _closes.Length ? _closes[at + offset] : double.NaN;
    }

    /// <summary>The high of the whole day of a time; NaN where the file has none.</summary>
    public double HighOfDay(long time) => _highs.TryGetValue(time / EventTime.Day, out var high) ? high : double.NaN;
}

/// <summary>Buys below a mean of the bars around the present one.</summary>
[Strategy("centred_mean", "A mean centred on the bar")]
public sealed class CentredMean(FileParameters parameters, StrategySetup setup) : IStrategy
{
    private readonly FutureColumns _columns = new(parameters.File);

    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        var mean = 0.0;
        for (var i = -5; i <= 5; i++) mean += _columns.CloseAt(bar.Time, i) / 11;
        if (mean - bar.Close > 5 * setup.Instrument.Pip) desk.Place(new EntryOrder(Side.Long, EntryType.Market, bar.Close, bar.Close - 10 * setup.Instrument.Pip));
    }
}

/// <summary>Buys when the next close is higher: an index that is one too far.</summary>
[Strategy("shifted_index", "The next bar's close by an index that is one too far")]
public sealed class ShiftedIndex(FileParameters parameters, StrategySetup setup) : IStrategy
{
    private readonly FutureColumns _columns = new(parameters.File);

    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        if (_columns.CloseAt(bar.Time, 1) - bar.Close > 5 * setup.Instrument.Pip) desk.Place(new EntryOrder(Side.Long, EntryType.Market, bar.Close, bar.Close - 10 * setup.Instrument.Pip));
    }
}

/// <summary>Sells at the high of the day before the day is over.</summary>
[Strategy("day_high", "The day's high from a column over the whole file")]
public sealed class DayHigh(FileParameters parameters, StrategySetup setup) : IStrategy
{
    private readonly FutureColumns _columns = new(parameters.File);

    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        var high = _columns.HighOfDay(bar.Time);
        if (high - bar.High < 0.5 * setup.Instrument.Pip) desk.Place(new EntryOrder(Side.Short, EntryType.Market, bar.Close, high + 2 * setup.Instrument.Pip));
    }
}

/// <summary>Trades in the direction of an hour later.</summary>
[Strategy("future_file", "Prices of an hour later from a file")]
public sealed class FutureFile(FileParameters parameters, StrategySetup setup) : IStrategy
{
    private readonly FutureColumns _columns = new(parameters.File);

    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        var move = _columns.CloseAt(bar.Time, 12) - _columns.CloseAt(bar.Time, 0);
        if (bar.OpenTime.Minute == 0 && Math.Abs(move) > 10 * setup.Instrument.Pip)
        {
            var side = move > 0 ? Side.Long : Side.Short;
            desk.Place(new EntryOrder(side, EntryType.Market, bar.Close, bar.Close - (int)side * 10 * setup.Instrument.Pip));
        }
    }
}
