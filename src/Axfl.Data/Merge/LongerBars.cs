using Axfl.Contracts;
using Axfl.Engine.Portfolio;

namespace Axfl.Data.Merge;

/// <summary>Bars put together from smaller ones: true open, high, low, close, sum of volumes; spreads of the first open and the last close.</summary>
/// <param name="inner">The smaller bars; owned.</param>
/// <param name="interval">Length wanted.</param>
/// <param name="keepInner">Whether the smaller bars are kept inside each bar.</param>
public sealed class LongerBars(BarSeries inner, Interval interval, bool keepInner) : BarSeries
{
    private readonly List<InnerBar> _inner = [];
    private StepBar _open;
    private bool _hasOpen;

    /// <inheritdoc/>
    public override string Name => inner.Name;

    /// <inheritdoc/>
    public override bool TryRead(out StepBar bar)
    {
        while (inner.TryRead(out var row))
        {
            var start = row.Bar.Time - Modulo(row.Bar.Time, interval.Milliseconds);
            if (_hasOpen && start == _open.Bar.Time)
            {
                Add(row);
                continue;
            }

            var complete = _hasOpen;
            bar = complete ? Finish() : default;
            _open = row with { Bar = row.Bar with { Time = start } };
            _hasOpen = true;
            if (keepInner) _inner.Add(new InnerBar(row.Bar, row.OpenSpread, row.CloseSpread));
            if (complete) return true;
        }

        bar = _hasOpen ? Finish() : default;
        var any = _hasOpen;
        _hasOpen = false;
        return any;
    }

    /// <inheritdoc/>
    public override void Rest() => inner.Rest();

    /// <inheritdoc/>
    public override void Dispose() => inner.Dispose();

    /// <summary>The first open time of an interval at or after a time; open ends stay open.</summary>
    public static long NextOpen(long time, Interval interval) => time is long.MinValue || time > long.MaxValue - interval.Milliseconds ? time
        : time + Modulo(-time, interval.Milliseconds);

    private static long Modulo(long a, long b) => (a % b + b) % b;

    private void Add(in StepBar row)
    {
        var (open, next) = (_open.Bar, row.Bar);
        _open = _open with
        {
            Bar = new Bar(open.Time, open.Open, Math.Max(open.High, next.High), Math.Min(open.Low, next.Low), next.Close, open.Volume + next.Volume),
            CloseSpread = row.CloseSpread,
        };
        if (keepInner) _inner.Add(new InnerBar(next, row.OpenSpread, row.CloseSpread));
    }

    private StepBar Finish()
    {
        if (!keepInner) return _open;
        var inside = _inner.ToArray();
        _inner.Clear();
        return _open with { Inner = inside };
    }
}
