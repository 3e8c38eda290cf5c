using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Data.Dialects;
using Axfl.Data.Disk;
using Axfl.Data.Markets;
using Axfl.Engine.Portfolio;

namespace Axfl.Data.Merge;

/// <summary>Valid bars of one file within a period, at the file's interval. The file is opened when its first bar is wanted and closed behind its last.</summary>
internal sealed class FileBars : BarSeries
{
    private readonly BarFile _file;
    private readonly BarFilter _filter;
    private readonly BarSanity _sanity;
    private readonly PriceScale _scale;
    private readonly WeekEdges? _edges;
    private readonly RejectedShare _share;
    private readonly DataTally _tally;
    private readonly long _from, _until;
    private readonly int _symbol;
    private CheckedRows? _rows;
    private long _read, _lastTime = long.MaxValue, _lastBefore = long.MinValue;
    private int _beyond;
    private bool _ended;

    /// <param name="file">File.</param>
    /// <param name="wanted">What it is read for: interval, limits of what is believed, consent to rejected lines.</param>
    /// <param name="symbol">Index of its symbol in what is wanted.</param>
    /// <param name="spreadPips">Spread of the plan, pips.</param>
    /// <param name="from">Inclusive, unix ms.</param>
    /// <param name="until">Exclusive, unix ms.</param>
    /// <param name="tally">Where rejected lines and duplicates are counted.</param>
    /// <exception cref="AxflException">The file's bars are longer than the run's, or do not divide them.</exception>
    public FileBars(BarFile file, SourceRequest wanted, int symbol, double spreadPips, long from, long until, DataTally tally)
    {
        var (interval, instrument) = (wanted.Interval, wanted.Symbols[symbol]);
        Interval = file.Interval;
        if (!file.IsIntervalKnown || (interval.Minutes % Interval.Minutes != 0 && !file.IsIntervalSure)) Interval = interval;
        if (interval.Minutes % Interval.Minutes != 0)
        {
            throw new AxflException("DataIntervalUnfit", ErrorKind.Data,
                $"{file.Name} has bars of {file.Interval}, which cannot make bars of {interval}: give data of {interval} or an interval that divides it, "
                + "or set the profile's interval.")
            { Target = file.Path };
        }

        _file = file;
        _symbol = symbol;
        _tally = tally;
        _filter = new BarFilter(Interval);
        _scale = new PriceScale(instrument);
        _sanity = new BarSanity(instrument, Interval, wanted.MaxTickAtr, spreadPips);
        _edges = WeekEdges.Of(file.Zone, instrument, Interval);
        _share = new RejectedShare(file.Name, wanted.AllowRejected);

        // A period counts by the open times of the run's bars: a bar put together is inside or outside as a whole.
        var whole = Interval == interval;
        _from = whole ? from : LongerBars.NextOpen(from, interval);
        _until = whole ? until : LongerBars.NextOpen(until, interval);
    }

    /// <summary>Length of its bars.</summary>
    public Interval Interval { get; }

    /// <inheritdoc/>
    public override string Name => _file.Name;

    /// <inheritdoc/>
    public override bool TryRead(out StepBar bar)
    {
        if (_ended)
        {
            bar = default;
            return false;
        }

        try
        {
            _rows ??= Reopen();
            if (TryReadValid(_rows, out bar)) return true;
        }
        catch (Exception e) when (InputErrors.IsUnreadable(e))
        {
            throw _file.Unreadable(e);
        }

        End();
        return false;
    }

    /// <inheritdoc/>
    public override void Rest()
    {
        _rows?.Dispose();
        _rows = null;
    }

    /// <inheritdoc/>
    public override void Dispose() => Rest();

    // Goes on behind the rows that have been read.
    private CheckedRows Reopen()
    {
        var rows = _file.Open();
        for (var i = 0L; i < _read && rows.TryRead(out _); i++)
        {
            // Their bars have been given.
        }

        return rows;
    }

    private void End()
    {
        _ended = true;
        Rest();
        _share.Judge(_read);
        if (_read == 0) _tally.Warn($"{_file.Name} has no rows.");
        if (_scale.Fault(_sanity.LastClose) is { } strange) _tally.Warn($"{_file.Name}: {strange}");
        if (_edges?.Advice() is { } advice) _tally.Warn($"{_file.Name}: {advice}");
    }

    private bool TryReadValid(CheckedRows rows, out StepBar bar)
    {
        while (_beyond < BarFile.RowsBeyondTheEnd && rows.TryRead(out var raw))
        {
            _read++;
            if (raw.Error is not null)
            {
                Reject(rows, raw.Line, raw.Error);
                continue;
            }

            var read = raw.Bar;
            if (read.Time < _from)
            {
                TakeBefore(rows, raw);
                continue;
            }

            if (read.Time >= _until)
            {
                _beyond++;
                continue;
            }

            var verdict = _filter.Take(read);
            if (verdict == BarVerdict.Accepted)
            {
                var before = _sanity.LastClose;
                if (!_sanity.Take(read)) _tally.Suspicious(_file.Name, raw.Line, BarSanity.Describe(read, before), rows.CurrentText);
                if (read.Time - _lastTime > WeekEdges.LongestNight) _edges?.TakeAfterPause(read.Time);
                _lastTime = read.Time;
                if (raw.IsCrossed) _tally.Crossed++;
                bar = new StepBar(_symbol, read, raw.OpenSpread, raw.CloseSpread);
                return true;
            }

            if (verdict == BarVerdict.Duplicate) _tally.Duplicates++;
            else Reject(rows, raw.Line, _filter.Describe(verdict, read));
        }

        bar = default;
        return false;
    }

    // A row before the period is looked at for its order alone: a file whose rows go back is not understood, whatever period is asked for.
    private void TakeBefore(CheckedRows rows, in RawBar raw)
    {
        var last = _lastTime == long.MaxValue ? _lastBefore : _lastTime;
        if (raw.Bar.Time < last) Reject(rows, raw.Line, BarFilter.DescribeBack(raw.Bar.Time, last));
        else _lastBefore = raw.Bar.Time;
    }

    private void Reject(CheckedRows rows, long line, string reason)
    {
        _share.Reject(rows.CurrentFile, line, reason);
        _tally.Reject(rows.CurrentFile ?? _file.Name, line, reason, rows.CurrentText);
    }
}
