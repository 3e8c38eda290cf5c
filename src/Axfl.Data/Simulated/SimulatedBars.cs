using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Data.Markets;
using Axfl.Engine.Portfolio;

namespace Axfl.Data.Simulated;

/// <summary>Simulated bars of one symbol. A day depends on the symbol and its date alone, so that any period is part of any longer one.</summary>
public sealed class SimulatedBars(int symbol, Instrument instrument, Interval interval, long from, long until) : IBarReader
{
    private readonly SimulatedDay _day = new(instrument);
    private readonly FxWeek _week = new();
    private readonly GapCounter _gaps = new(instrument, interval);
    private long _next = (from + interval.Milliseconds - 1) / interval.Milliseconds * interval.Milliseconds;

    private long _bars, _gapCount;

    /// <inheritdoc/>
    public DataCounts Counts => new(_bars, _gapCount, 0, 0, 0, _gaps.OutsideHours);

    /// <inheritdoc/>
    public IReadOnlyList<DataGap> LargestGaps => _gaps.Largest;

    /// <summary>How much has been made, 0 to 1.</summary>
    public double Progress => Math.Clamp((double)(_next - from) / Math.Max(1, until - from), 0, 1);

    /// <inheritdoc/>
    public int Read(Span<StepBar> buffer)
    {
        var count = 0;
        var gaps = _gapCount;
        for (; count < buffer.Length && _gapCount == gaps && _next < until; _next += interval.Milliseconds)
        {
            if (_week.IsClosed(_next)) continue;
            var bar = Make(_next);
            _bars++;
            if (_gaps.Next(_next) > 0) _gapCount++;
            buffer[count++] = new StepBar(symbol, bar);
        }

        return count;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held.
    }

    private Bar Make(long time)
    {
        double open = 0, high = double.MinValue, low = double.MaxValue, close = 0;
        for (var minute = 0; minute < interval.Minutes; minute++)
        {
            var (o, h, l, c) = _day.Unrounded(time + minute * EventTime.Minute);
            if (minute == 0) open = o;
            high = Math.Max(high, h);
            low = Math.Min(low, l);
            close = c;
        }

        return new Bar(time, _day.Round(open), _day.Round(high), _day.Round(low), _day.Round(close), interval.Minutes * 10);
    }
}
