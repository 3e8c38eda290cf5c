using Axfl.Contracts;
using Axfl.Engine;

namespace Axfl.Runtime;

/// <summary>Bars of one symbol from one or more files, merged by time. Where two files disagree on a bar, the plan is refused.</summary>
internal sealed class SymbolBars : IBarReader
{
    private readonly int _symbol;
    private readonly FileBars[] _files;
    private readonly StepBar[] _heads;
    private readonly bool[] _has;
    private readonly GapCounter _gaps;

    /// <param name="symbol">Index in the plan.</param>
    /// <param name="instrument">Instrument.</param>
    /// <param name="files">Its files.</param>
    /// <param name="interval">The run's interval.</param>
    /// <param name="from">Inclusive, unix ms.</param>
    /// <param name="until">Exclusive, unix ms.</param>
    /// <param name="needInner">Whether smaller bars are kept.</param>
    public SymbolBars(int symbol, Instrument instrument, IReadOnlyList<BarFile> files, Interval interval, long from, long until, bool needInner)
    {
        _symbol = symbol;
        _gaps = new GapCounter(instrument, interval);
        _files = [.. files.Select(f => new FileBars(f, interval, from, until, needInner, Tally))];
        _heads = new StepBar[_files.Length];
        _has = new bool[_files.Length];
        for (var i = 0; i < _files.Length; i++) _has[i] = _files[i].TryRead(out _heads[i]);
    }

    /// <summary>Counts, and the first rejected lines.</summary>
    public DataTally Tally { get; } = new();

    /// <inheritdoc/>
    public DataCounts Counts => Tally.Counts;

    /// <inheritdoc/>
    public int Read(Span<StepBar> buffer)
    {
        var count = 0;
        var incidents = Tally.Incidents;
        while (count < buffer.Length && Tally.Incidents == incidents && TryRead(out var bar))
        {
            Tally.Bars++;
            if (_gaps.Next(bar.Bar.Time) > 0) Tally.Gaps++;
            buffer[count++] = bar with { Symbol = _symbol };
        }

        return count;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in _files) file.Dispose();
    }

    private bool TryRead(out StepBar bar)
    {
        if (_files.Length == 1)
        {
            bar = _heads[0];
            var had = _has[0];
            if (had) _has[0] = _files[0].TryRead(out _heads[0]);
            return had;
        }

        var first = -1;
        for (var i = 0; i < _files.Length; i++)
            if (_has[i] && (first < 0 || _heads[i].Bar.Time < _heads[first].Bar.Time)) first = i;
        bar = first < 0 ? default : _heads[first];
        if (first < 0) return false;
        for (var i = 0; i < _files.Length; i++)
        {
            if (!_has[i] || _heads[i].Bar.Time != bar.Bar.Time) continue;
            if (_heads[i].Bar != bar.Bar) throw Disagree(_files[first].File, _files[i].File, bar.Bar.Time);
            if (i != first) Tally.Duplicates++;
            _has[i] = _files[i].TryRead(out _heads[i]);
        }

        return true;
    }

    private static AxflException Disagree(BarFile a, BarFile b, long time) => new("DataFilesDisagree", ErrorKind.Data,
        $"{a.Name} and {b.Name} disagree on the bar of {EventTime.ToIso(time)}. Remove one of them, or name the file to read with -DataPath (--data) SYMBOL=path.")
    {
        Target = b.Path,
    };
}
