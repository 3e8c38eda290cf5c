using Axfl.Contracts;
using Axfl.Engine;

namespace Axfl.Runtime;

/// <summary>Valid bars of one file within a period, at the run's interval: smaller ones are put together (true open, high, low, close).</summary>
internal sealed class FileBars : IDisposable
{
    private readonly BarFile _file;
    private readonly RawBarReader _reader;
    private readonly BarFilter _filter;
    private readonly DataTally _tally;
    private readonly Interval _interval;
    private readonly long _from, _until;
    private readonly bool _aggregate;
    private readonly List<Bar>? _inner;
    private StepBar _open;
    private bool _hasOpen;
    private int _beyond;

    /// <param name="file">File.</param>
    /// <param name="interval">The run's interval.</param>
    /// <param name="from">Inclusive, unix ms.</param>
    /// <param name="until">Exclusive, unix ms.</param>
    /// <param name="needInner">Whether the smaller bars are kept inside each bar.</param>
    /// <param name="tally">Where rejected lines and duplicates are counted.</param>
    /// <exception cref="AxflException">The file's bars are longer than the run's, or do not divide them.</exception>
    public FileBars(BarFile file, Interval interval, long from, long until, bool needInner, DataTally tally)
    {
        if (interval.Minutes % file.Interval.Minutes != 0)
        {
            throw new AxflException("DataIntervalUnfit", ErrorKind.Data,
                $"{file.Name} has bars of {file.Interval}, which cannot make bars of {interval}: give data of {interval} or an interval that divides it, "
                + "or set the profile's interval.") { Target = file.Path };
        }

        _file = file;
        _interval = interval;
        _tally = tally;
        _filter = new BarFilter(file.Interval);
        _aggregate = file.Interval != interval;

        // A period counts by the open times of the run's bars: a bar put together is inside or outside as a whole.
        _from = _aggregate ? NextOpen(from) : from;
        _until = _aggregate ? NextOpen(until) : until;
        _inner = _aggregate && needInner ? [] : null;
        _reader = file.Open();
    }

    /// <summary>The file.</summary>
    public BarFile File => _file;

    /// <summary>The next bar of the run's interval.</summary>
    public bool TryRead(out StepBar bar)
    {
        while (TryReadRow(out var row))
        {
            if (!_aggregate)
            {
                bar = row;
                return true;
            }

            var start = row.Bar.Time - Modulo(row.Bar.Time, _interval.Milliseconds);
            if (_hasOpen && start == _open.Bar.Time)
            {
                Merge(row);
                continue;
            }

            var complete = _hasOpen;
            bar = complete ? Finish() : default;
            _open = row with { Bar = row.Bar with { Time = start } };
            _hasOpen = true;
            _inner?.Add(row.Bar);
            if (complete) return true;
        }

        bar = _hasOpen ? Finish() : default;
        var any = _hasOpen;
        _hasOpen = false;
        return any;
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private long NextOpen(long time) => time is long.MinValue || time > long.MaxValue - _interval.Milliseconds ? time
        : time + Modulo(-time, _interval.Milliseconds);

    private static long Modulo(long a, long b) => (a % b + b) % b;

    private bool TryReadRow(out StepBar row)
    {
        try
        {
            return TryReadValid(out row);
        }
        catch (Exception e) when (BarFile.IsUnreadable(e))
        {
            throw _file.Unreadable(e);
        }
    }

    private bool TryReadValid(out StepBar row)
    {
        row = default;
        while (_beyond < BarFile.RowsBeyondTheEnd && _reader.TryRead(out var raw))
        {
            if (raw.Error is not null)
            {
                _tally.Reject(_reader.CurrentFile ?? _file.Name, raw.Line, raw.Error, _reader.CurrentText);
                continue;
            }

            if (raw.Bar.Time < _from) continue;
            if (raw.Bar.Time >= _until)
            {
                _beyond++;
                continue;
            }

            var verdict = _filter.Take(raw.Bar);
            if (verdict == BarVerdict.Accepted)
            {
                row = new StepBar(0, raw.Bar, raw.OpenSpread, raw.CloseSpread);
                return true;
            }

            if (verdict == BarVerdict.Duplicate) _tally.Duplicates++;
            else _tally.Reject(_file.Name, raw.Line, BarFilter.Describe(verdict, _file.Interval), _reader.CurrentText);
        }

        return false;
    }

    private void Merge(in StepBar row)
    {
        var (open, next) = (_open.Bar, row.Bar);
        _open = _open with
        {
            Bar = new Bar(open.Time, open.Open, Math.Max(open.High, next.High), Math.Min(open.Low, next.Low), next.Close, open.Volume + next.Volume),
            CloseSpread = row.CloseSpread,
        };
        _inner?.Add(next);
    }

    private StepBar Finish()
    {
        if (_inner is null) return _open;
        var inner = _inner.ToArray();
        _inner.Clear();
        return _open with { Inner = inner };
    }
}
