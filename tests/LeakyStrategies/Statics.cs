using Axfl.Contracts;

namespace LeakyStrategies;

/// <summary>How far the stop loss is.</summary>
public sealed record StopParameters : StrategyParameters
{
    [StrategyParameter("pips", Min = 1, Max = 100, Help = "Distance of the stop loss.")]
    public double StopPips { get; init; } = 10;
}

/// <summary>A level that all instances share: each breaks out of what another one has seen.</summary>
[Strategy("shared_static", "A static shared between instances")]
public sealed class SharedStatic(StopParameters parameters, StrategySetup setup) : IStrategy
{
    private static double _high;
    private readonly double _stop = parameters.StopPips * setup.Instrument.Pip;

    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        if (bar.High > _high && _high > 0) desk.Place(new EntryOrder(Side.Long, EntryType.Market, bar.Close, bar.Close - _stop));
        _high = bar.OpenTime.Hour == 0 ? bar.High : Math.Max(_high, bar.High);
    }
}

/// <summary>A cache of all bars that any instance has seen: a later instance finds the next bar in it.</summary>
[Strategy("static_cache", "The next bar from a cache that an earlier run filled")]
public sealed class StaticCache(StopParameters parameters, StrategySetup setup) : IStrategy
{
    private static readonly Dictionary<long, double> Seen = [];
    private readonly double _pip = setup.Instrument.Pip;

    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        lock (Seen)
        {
            var next = Seen.GetValueOrDefault(bar.Time + setup.Interval.Milliseconds, bar.High);
            if (next - bar.Close > 3 * _pip) desk.Place(new EntryOrder(Side.Long, EntryType.Market, bar.Close, bar.Close - parameters.StopPips * _pip));
            Seen[bar.Time] = bar.Close;
        }
    }
}

/// <summary>Reads what no bar has.</summary>
[Strategy("outside_calls", "Clock, random numbers, files, environment and culture")]
public sealed class OutsideCalls(StopParameters parameters, StrategySetup setup) : IStrategy
{
    private static int _bars;
    private readonly Random _random = new(1);
    private readonly double _pip = setup.Instrument.Pip;

    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        _bars++;
        // Text of a number, read again as if every culture wrote a point.
        var digits = bar.Close.ToString("F5", System.Globalization.CultureInfo.CurrentCulture);
        var isUp = digits.Contains('.', StringComparison.Ordinal) && bar.Close > bar.Open;
        if (isUp && bar.OpenTime.Minute == 0 && DateTime.UtcNow.Year > 2000 && Environment.GetEnvironmentVariable("NEVER_SET") is null && _random.NextDouble() >= 0)
            desk.Place(new EntryOrder(Side.Long, EntryType.Market, bar.Close, bar.Close - parameters.StopPips * _pip));
    }
}

/// <summary>Trades by the hours of the machine.</summary>
[Strategy("local_hours", "Hours of the machine's time zone")]
public sealed class LocalHours(StopParameters parameters, StrategySetup setup) : IStrategy
{
    private readonly double _pip = setup.Instrument.Pip;

    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        var local = TimeZoneInfo.ConvertTime(bar.OpenTime, TimeZoneInfo.Utc, TimeZoneInfo.Local);
        if (local is { Hour: 8, Minute: 0 }) desk.Place(new EntryOrder(Side.Long, EntryType.Market, bar.Close, bar.Close - parameters.StopPips * _pip));
    }
}

/// <summary>Buys at round numbers.</summary>
[Strategy("round_numbers", "Round numbers", PriceLevels = true)]
public sealed class RoundNumbers(StopParameters parameters, StrategySetup setup) : IStrategy
{
    private readonly double _pip = setup.Instrument.Pip;

    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        var level = Math.Floor(bar.High / (50 * _pip)) * 50 * _pip;
        if (bar.Low < level && bar.Close > level) desk.Place(new EntryOrder(Side.Long, EntryType.Market, bar.Close, level - parameters.StopPips * _pip));
    }
}

/// <summary>Remembers five days of five-minute bars, and has no thought of gaps.</summary>
[Strategy("week_memory", "A mean of the last 1440 bars, and no thought of gaps")]
public sealed class WeekMemory(StopParameters parameters, StrategySetup setup) : IStrategy
{
    private readonly Queue<double> _closes = new();
    private readonly double _pip = setup.Instrument.Pip;
    private long _last;
    private bool _isBroken;

    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        // What is divided by the number of bars in an hour has nothing to divide by once one is missing.
        _isBroken |= _last > 0 && bar.Time - _last > setup.Interval.Milliseconds && bar.Time - _last < 60 * EventTime.Minute;
        _last = bar.Time;
        _closes.Enqueue(bar.Close);
        if (_closes.Count > 1440) _closes.Dequeue();
        if (bar.OpenTime is not { Hour: 9, Minute: 0 }) return;
        // A mean of distances from the present close moves with all prices by as much.
        var mean = 0.0;
        foreach (var close in _closes) mean += (close - bar.Close) / _closes.Count;
        desk.Place(new EntryOrder(Side.Long, EntryType.Market, bar.Close, _isBroken ? double.NaN : bar.Close - parameters.StopPips * _pip, bar.Close + Math.Abs(mean) + _pip));
    }
}
