using Axfl.Contracts;

namespace Axfl.Data.Simulated;

/// <summary>The minutes of one simulated UTC day: a random walk whose pace follows the sessions, with a London sweep of the night's range.</summary>
/// <remarks>Plain arithmetic alone (no logarithm or sine), so that every machine makes the same digits.</remarks>
public sealed class SimulatedDay(Instrument instrument)
{
    private const int Minutes = 1440, NightEnd = 420, SweepEnd = 440, ReversalEnd = 520;

    private readonly double[] _path = new double[Minutes + 1];
    private readonly ulong _seed = Hash(instrument.Symbol);
    private readonly double _base = BasePrice(instrument);
    private readonly double _unit = BasePrice(instrument) * 1e-4;
    private readonly double _grid = TenToThe(instrument.Digits);
    private int _date = int.MinValue;

    /// <summary>Open, high, low and close of one minute.</summary>
    public (double Open, double High, double Low, double Close) Minute(long time)
    {
        var (open, high, low, close) = Unrounded(time);
        return (Round(open), Round(high), Round(low), Round(close));
    }

    /// <summary>The same before it is rounded to the instrument's digits; rounding keeps the order of prices, so that a longer bar is rounded once.</summary>
    internal (double Open, double High, double Low, double Close) Unrounded(long time)
    {
        var date = (int)(time / EventTime.Day);
        if (date != _date) Make(date);
        var m = (int)(time % EventTime.Day / EventTime.Minute);
        double open = _path[m], close = _path[m + 1];
        var wick = new SplitMix(_seed ^ (ulong)(time / EventTime.Minute));
        var reach = _unit * 0.35 * Pace(m);
        return (open, Math.Max(open, close) + wick.Uniform() * reach, Math.Min(open, close) - wick.Uniform() * reach, close);
    }

    private void Make(int date)
    {
        _date = date;
        var random = new SplitMix(_seed + (ulong)date * 0x9E3779B97F4A7C15UL);
        double open = DayOpen(date), next = DayOpen(date + 1);
        _path[0] = 0;
        var up = random.Uniform() < 0.5;
        var sweeps = random.Uniform() < 0.75;
        double high = 0, low = 0, target = 0;
        for (var m = 0; m < Minutes; m++)
        {
            var drift = 0.0;
            if (m < NightEnd) drift = -0.012 * _path[m];
            else if (m == NightEnd) target = up ? high + 7 * _unit : low - 7 * _unit;
            if (sweeps && m is >= NightEnd and < SweepEnd) drift = (target - _path[m]) / (SweepEnd - m);
            else if (sweeps && m is >= SweepEnd and < ReversalEnd) drift = (up ? -1 : 1) * 0.35 * _unit;
            _path[m + 1] = _path[m] + drift + random.Gaussian() * 0.75 * _unit * Pace(m);
            if (m >= NightEnd) continue;
            high = Math.Max(high, _path[m + 1]);
            low = Math.Min(low, _path[m + 1]);
        }

        // The evening leads to the next day's open.
        var miss = next - open - _path[Minutes];
        for (var m = 0; m <= Minutes; m++) _path[m] += open + (m <= 600 ? 0 : miss * (m - 600) / (Minutes - 600));
    }

    // Volatility by minute of the day (UTC): Asia, London, overlap, New York, rest.
    private static double Pace(int m) => m switch { < 420 => 0.55, < 720 => 1.15, < 960 => 1.4, < 1200 => 0.8, _ => 0.45 };

    private double DayOpen(int date)
    {
        var sum = 0.0;
        foreach (var (period, size) in new[] { (1, 0.0015), (5, 0.005), (23, 0.012), (97, 0.02) })
        {
            var (cell, part) = (date / period, (double)(date % period) / period);
            sum += size * (Noise(cell, period) * (1 - part) + Noise(cell + 1, period) * part);
        }

        return _base * (1 + sum);
    }

    private double Noise(int cell, int period) => new SplitMix(_seed * 31 + (ulong)period * 1_000_003 + (ulong)cell).Uniform() * 2 - 1;

    /// <summary>A price with the instrument's digits.</summary>
    internal double Round(double price) => Math.Round(price * _grid, MidpointRounding.ToEven) / _grid;

    private static double BasePrice(Instrument i) => (i.Base, i.Quote) switch
    {
        ("XAU", _) => 2400,
        ("XAG", _) => 28,
        (_, "JPY") => 150,
        ("EUR", "USD") => 1.10,
        ("GBP", "USD") => 1.27,
        ("AUD", "USD") => 0.66,
        ("NZD", "USD") => 0.60,
        ("USD", "CHF") => 0.89,
        ("USD", "CAD") => 1.37,
        _ => 1.0,
    };

    private static double TenToThe(int digits)
    {
        var power = 1.0;
        for (var i = 0; i < digits; i++) power *= 10;
        return power;
    }

    private static ulong Hash(string text)
    {
        // FNV-1a.
        var hash = 14695981039346656037UL;
        foreach (var c in text) hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }
}
