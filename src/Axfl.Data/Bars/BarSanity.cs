using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Data.Bars;

/// <summary>
/// Whether a bar's range, or its jump from the close before, is larger than a live run would believe at once: the largest of <c>max_tick_atr</c> ATR14,
/// 30 spreads, and 0.5 % (metals 1.5 %; over missing bars or a weekend 3 %). Such a bar is traded as given, and said.
/// </summary>
/// <param name="instrument">Instrument; null: a currency pair.</param>
/// <param name="interval">Length of the bars.</param>
/// <param name="maxTickAtr">ATR14 a price may move, of the plan's <c>live.max_tick_atr</c>.</param>
/// <param name="spreadPips">Spread of the plan, pips.</param>
public sealed class BarSanity(Instrument? instrument, Interval interval, double maxTickAtr, double spreadPips)
{
    // Before there is an ATR, the limit of a tick would be small for a bar longer than this, minutes.
    private const int ShortMinutes = 15;

    private readonly AverageTrueRange _atr = new(14);
    private readonly double _share = PriceLimits.ShareOf(instrument);
    private readonly double _spread = instrument is null ? 0 : PriceLimits.Spreads * spreadPips * instrument.Pip;
    private long _lastTime = long.MaxValue;
    private double _lastClose = double.NaN;

    /// <summary>Takes a bar.</summary>
    /// <returns>Whether it is within the limits.</returns>
    public bool Take(in Bar bar)
    {
        var least = _share * Math.Min(bar.Low, _lastClose);
        var sane = bar.High - bar.Low <= least && Math.Abs(bar.Open - _lastClose) <= least || IsSane(bar);
        _atr.Add(bar);
        _lastTime = bar.Time;
        _lastClose = bar.Close;
        return sane;
    }

    /// <summary>What is strange about a bar that <see cref="Take"/> did not find sane.</summary>
    /// <param name="bar">The bar.</param>
    /// <param name="before">Close of the bar before; NaN: none.</param>
    public static string Describe(in Bar bar, double before) => string.Create(CultureInfo.InvariantCulture,
        $"prices move from {(double.IsNaN(before) ? bar.Open : before)} to {bar.Open} at the open and over {bar.Low} to {bar.High} inside the bar, more than a live run would believe at once");

    /// <summary>Close of the last bar; NaN before the first.</summary>
    public double LastClose => _lastClose;

    private bool IsSane(in Bar bar)
    {
        var price = double.IsNaN(_lastClose) ? bar.Open : _lastClose;
        var atr = double.IsNaN(_atr.Value) ? 0 : maxTickAtr * _atr.Value;
        var inside = double.IsNaN(_atr.Value) && interval.Minutes > ShortMinutes ? PriceLimits.ShareAfterPause : _share;
        var jump = bar.Time - _lastTime > interval.Milliseconds ? Math.Max(inside, PriceLimits.ShareAfterPause) : inside;
        var other = Math.Max(atr, _spread);
        return bar.High - bar.Low <= Math.Max(other, inside * price) + Prices.Tolerance
            && (double.IsNaN(_lastClose) || Math.Abs(bar.Open - _lastClose) <= Math.Max(other, jump * price) + Prices.Tolerance);
    }
}
