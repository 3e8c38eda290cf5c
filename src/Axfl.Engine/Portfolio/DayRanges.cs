using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Sessions;

namespace Axfl.Engine.Portfolio;

/// <summary>The ranges of a symbol's last trading days, as parts of their closes. Days without a bar of it are none.</summary>
internal sealed class DayRanges(int count, TradingDayPlan plan)
{
    private readonly TradingDay _day = new(plan);
    private readonly double[] _ended = new double[count];
    private long _days;
    private bool _hasBar;
    private double _high, _low, _close;

    /// <summary>A bar is complete.</summary>
    public void Take(in Bar bar)
    {
        if (_day.Roll(bar.Time))
        {
            if (_hasBar) _ended[_days++ % _ended.Length] = Range;
            (_hasBar, _high, _low) = (true, bar.High, bar.Low);
        }

        _high = Math.Max(_high, bar.High);
        _low = Math.Min(_low, bar.Low);
        _close = bar.Close;
    }

    /// <summary>The mean of the last days before a day; NaN when there are not so many.</summary>
    /// <param name="today">Name of the day, days since 1970-01-01.</param>
    public double MeanBefore(int today)
    {
        var isOver = _hasBar && _day.Name < today;
        var others = isOver ? _ended.Length - 1 : _ended.Length;
        if (_days < others) return double.NaN;
        var sum = 0.0;
        for (var i = _days - others; i < _days; i++) sum += _ended[i % _ended.Length];
        return (isOver ? sum + Range : sum) / _ended.Length;
    }

    private double Range => (_high - _low) / _close;
}
