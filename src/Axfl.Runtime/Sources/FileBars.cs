using System.Runtime.CompilerServices;
using Axfl.Contracts;
using Axfl.Engine;

namespace Axfl.Runtime;

/// <summary>Valid bars of one file within a period, at the file's interval.</summary>
internal sealed class FileBars : BarSeries
{
    private readonly BarFile _file;
    private readonly RawBarReader _reader;
    private readonly BarFilter _filter;
    private readonly DataTally _tally;
    private readonly long _from, _until;
    private int _beyond;

    /// <param name="file">File.</param>
    /// <param name="interval">The run's interval.</param>
    /// <param name="from">Inclusive, unix ms.</param>
    /// <param name="until">Exclusive, unix ms.</param>
    /// <param name="tally">Where rejected lines and duplicates are counted.</param>
    /// <exception cref="AxflException">The file's bars are longer than the run's, or do not divide them.</exception>
    public FileBars(BarFile file, Interval interval, long from, long until, DataTally tally)
    {
        Interval = file.Interval;
        if (interval.Minutes % Interval.Minutes != 0 && !file.IsIntervalSure) Interval = interval;
        if (interval.Minutes % Interval.Minutes != 0)
        {
            throw new AxflException("DataIntervalUnfit", ErrorKind.Data,
                $"{file.Name} has bars of {file.Interval}, which cannot make bars of {interval}: give data of {interval} or an interval that divides it, "
                + "or set the profile's interval.")
            { Target = file.Path };
        }

        _file = file;
        _tally = tally;
        _filter = new BarFilter(Interval);

        // A period counts by the open times of the run's bars: a bar put together is inside or outside as a whole.
        var whole = Interval == interval;
        _from = whole ? from : LongerBars.NextOpen(from, interval);
        _until = whole ? until : LongerBars.NextOpen(until, interval);
        _reader = file.Open();
    }

    /// <summary>Length of its bars.</summary>
    public Interval Interval { get; }

    /// <inheritdoc/>
    public override string Name => _file.Name;

    /// <inheritdoc/>
    public override bool TryRead(out StepBar bar)
    {
        try
        {
            return TryReadValid(out bar);
        }
        catch (Exception e) when (BarFile.IsUnreadable(e))
        {
            throw _file.Unreadable(e);
        }
    }

    /// <inheritdoc/>
    public override void Dispose() => _reader.Dispose();

    // Optimised at once: a run is over before the tiers of the compiler have warmed up.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryReadValid(out StepBar bar)
    {
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
                if (raw.OpenSpread < -Prices.Tolerance || raw.CloseSpread < -Prices.Tolerance) _tally.Crossed++;
                bar = new StepBar(0, raw.Bar, raw.OpenSpread, raw.CloseSpread);
                return true;
            }

            if (verdict == BarVerdict.Duplicate) _tally.Duplicates++;
            else _tally.Reject(_file.Name, raw.Line, BarFilter.Describe(verdict, Interval), _reader.CurrentText);
        }

        bar = default;
        return false;
    }
}
