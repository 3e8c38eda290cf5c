using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Engine.Portfolio;

namespace Axfl.Data.Merge;

/// <summary>Several series merged by time. Equal bars count once; where two disagree on a bar, the plan is refused.</summary>
internal sealed class MergedSeries : BarSeries
{
    // More parts than this are closed between their first bar and its time.
    private const int OpenAtOnce = 4;

    private readonly BarSeries[] _parts;
    private readonly StepBar[] _heads;
    private readonly bool[] _has;
    private readonly DataTally _tally;

    /// <param name="parts">Series; owned.</param>
    /// <param name="tally">Where equal bars are counted.</param>
    public MergedSeries(IReadOnlyList<BarSeries> parts, DataTally tally)
    {
        _parts = [.. parts];
        _heads = new StepBar[_parts.Length];
        _has = new bool[_parts.Length];
        _tally = tally;
        for (var i = 0; i < _parts.Length; i++)
        {
            Advance(i);
            if (_parts.Length > OpenAtOnce) _parts[i].Rest();
        }
    }

    /// <summary>One series for several: itself when it is alone.</summary>
    public static BarSeries Of(IReadOnlyList<BarSeries> parts, DataTally tally) => parts.Count == 1 ? parts[0] : new MergedSeries(parts, tally);

    /// <inheritdoc/>
    public override string Name => string.Join(", ", _parts.Select(p => p.Name));

    /// <inheritdoc/>
    public override bool TryRead(out StepBar bar)
    {
        var first = -1;
        for (var i = 0; i < _parts.Length; i++)
            if (_has[i] && (first < 0 || _heads[i].Bar.Time < _heads[first].Bar.Time)) first = i;
        bar = first < 0 ? default : _heads[first];
        if (first < 0) return false;
        for (var i = 0; i < _parts.Length; i++)
        {
            if (!_has[i] || _heads[i].Bar.Time != bar.Bar.Time) continue;
            if (_heads[i].Bar != bar.Bar) throw Disagree(_parts[first].Name, _parts[i].Name, bar.Bar.Time);
            if (i != first) _tally.Duplicates++;
            Advance(i);
        }

        return true;
    }

    /// <inheritdoc/>
    public override void Rest()
    {
        foreach (var part in _parts) part.Rest();
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var part in _parts) part.Dispose();
    }

    private void Advance(int i) => _has[i] = _parts[i].TryRead(out _heads[i]);

    private static AxflException Disagree(string a, string b, long time) => new("DataFilesDisagree", ErrorKind.Data,
        $"{a} and {b} disagree on the bar of {EventTime.ToIso(time)}. Remove one of them, or name the file to read with {Spelling.Of("DataPath", "SYMBOL=path")}.")
    {
        Target = b,
    };
}
