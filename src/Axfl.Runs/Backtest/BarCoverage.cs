using Axfl.Contracts;
using Axfl.Data.Markets;
using Axfl.Engine;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Runs.Events;

namespace Axfl.Runs.Backtest;

/// <summary>Which part of the period each symbol's bars cover, and which symbols lack bars while others have them.</summary>
/// <remarks>A symbol lags when others have had bars inside its trading hours for more than three intervals and more than an hour since its last.</remarks>
internal sealed class BarCoverage
{
    private const double LargeShareOutside = 0.01;

    private readonly EnginePlan _plan;
    private readonly TradingHours[] _hours;
    private readonly long[] _first, _last, _missing;
    private readonly long _allowed;

    /// <param name="plan">Plan of the run.</param>
    public BarCoverage(EnginePlan plan)
    {
        _plan = plan;
        _hours = [.. plan.Symbols.Select(s => new TradingHours(s.Instrument))];
        _first = new long[plan.Symbols.Count];
        _last = new long[plan.Symbols.Count];
        for (var i = 0; i < _hours.Length; i++) (_first[i], _last[i]) = (long.MaxValue, long.MinValue);
        _missing = new long[plan.Symbols.Count];
        _allowed = Math.Max(3, 60 / plan.Interval.Minutes);
    }

    /// <summary>Takes the bars of a step.</summary>
    /// <param name="step">Bars of one open time, in plan order.</param>
    /// <param name="isMarketOpen">Whether one of them lies inside its symbol's trading hours.</param>
    /// <returns>Whether a symbol begins to lag with this step.</returns>
    public bool Take(ReadOnlySpan<StepBar> step, out bool isMarketOpen)
    {
        var time = step[0].Bar.Time;
        var next = 0;
        var lags = isMarketOpen = false;
        for (var i = 0; i < _hours.Length; i++)
        {
            var isOpen = _hours[i].IsOpen(time);
            if (next < step.Length && step[next].Symbol == i)
            {
                next++;
                isMarketOpen |= isOpen;
                _missing[i] = 0;
                if (time < _plan.Since) continue;
                _first[i] = Math.Min(_first[i], time);
                _last[i] = time;
            }
            else if (isOpen) lags |= ++_missing[i] == _allowed + 1;
        }

        return lags;
    }

    /// <summary>Takes all bars of a symbol at once: enough for what people should know at the end.</summary>
    /// <param name="symbol">Its place in the plan.</param>
    /// <param name="bars">Its bars, those of the warm-up included.</param>
    public void Take(int symbol, SharedBars bars)
    {
        var traded = bars.From(_plan.Since).Bars;
        if (traded.Length > 0) (_first[symbol], _last[symbol]) = (traded[0].Time, traded[^1].Time);
    }

    /// <summary>Symbols that lag and have a position: nothing watches its stop loss and target.</summary>
    /// <param name="engine">Knows positions.</param>
    /// <param name="time">Event time, unix ms.</param>
    public IReadOnlyList<PositionUnwatched> LaggingPositions(PortfolioEngine engine, long time) => Lagging(engine, i => new PositionUnwatched(time, Symbol(i), _last[i])) ?? [];

    /// <summary>What people should know of the data of a run at its end, in plan order.</summary>
    /// <param name="end">End of the period, exclusive, unix ms.</param>
    /// <param name="data">Counts of data.</param>
    /// <param name="areReal">Whether the bars are of a market: generated ones do not rest as metals do, which is no fault of a clock.</param>
    public IEnumerable<CoverageWarning> Warnings(long end, IReadOnlyList<SymbolDataStatus> data, bool areReal)
    {
        for (var i = 0; i < _hours.Length; i++)
        {
            var symbol = Symbol(i);
            if (_last[i] == long.MinValue)
            {
                yield return new BarsAbsent(symbol, _plan.Since, end);
                continue;
            }

            if (IsMissing(i, _plan.Since, _first[i])) yield return new BarsBeginLate(symbol, _first[i], _plan.Since, end);
            if (IsMissing(i, _last[i] + _plan.Interval.Milliseconds, end)) yield return new BarsEndEarly(symbol, _last[i], _plan.Since, end);
            if (areReal && data[i].OutsideHours is { } outside && outside > LargeShareOutside * data[i].Bars) yield return new BarsOutsideHours(symbol, outside, data[i].Bars);
        }
    }

    /// <summary>Positions of symbols whose bars ended before the others', closed at their last close.</summary>
    public IReadOnlyList<CoverageWarning> ClosedEarly(PortfolioEngine engine) =>
        (_plan.CloseAtEnd ? Lagging(engine, i => new PositionClosedEarly(Symbol(i), _last[i] + _plan.Interval.Milliseconds)) : null) ?? [];

    // Null: none, as nearly always; it is asked for at each status.
    private List<T>? Lagging<T>(PortfolioEngine engine, Func<int, T> make) where T : class
    {
        List<T>? lagging = null;
        for (var i = 0; i < _hours.Length; i++)
            if (_missing[i] > _allowed && engine.HasPosition(i)) (lagging ??= []).Add(make(i));
        return lagging;
    }

    private string Symbol(int symbol) => _plan.Symbols[symbol].Instrument.Symbol;

    // Whether more bars are missing than allowed.
    private bool IsMissing(int symbol, long from, long until)
    {
        var interval = _plan.Interval.Milliseconds;
        var start = from + (interval - from % interval) % interval;
        return _hours[symbol].Bars(start, until - interval, _plan.Interval, out _) > _allowed;
    }
}
