using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Engine.Portfolio;

namespace Axfl.Data.Merge;

/// <summary>Bars of one symbol at the run's interval from one or more files.</summary>
internal sealed class SymbolBars : IBarReader
{
    private readonly BarSeries _series;
    private readonly GapCounter _gaps;

    /// <param name="symbol">Index in the request.</param>
    /// <param name="wanted">What is asked for: symbols, interval, whether smaller bars are kept.</param>
    /// <param name="files">Its files.</param>
    /// <param name="from">Inclusive, unix ms.</param>
    /// <param name="until">Exclusive, unix ms.</param>
    /// <exception cref="AxflException">A file does not fit the interval, cannot be read, or two disagree.</exception>
    public SymbolBars(int symbol, SourceRequest wanted, IReadOnlyList<BarFile> files, long from, long until)
    {
        var instrument = wanted.Symbols[symbol];
        var spread = wanted.Spreads is { } spreads ? spreads[symbol] : instrument.SpreadPips;
        _gaps = new GapCounter(instrument, wanted.Interval);
        var opened = new List<FileBars>();
        try
        {
            foreach (var file in files) opened.Add(new FileBars(file, wanted, symbol, spread, from, until, Tally));

            // Files of one interval are merged before longer bars are made of them: a bar may have its minutes in two files.
            _series = MergedSeries.Of([.. opened.GroupBy(f => f.Interval.ToString()).Select(g => OfInterval([.. g], g.First().Interval, wanted.Interval, wanted.NeedInner))], Tally);
        }
        catch (AxflException)
        {
            foreach (var file in opened) file.Dispose();
            throw;
        }
    }

    /// <summary>Counts, and the first rejected lines.</summary>
    public DataTally Tally { get; } = new();

    /// <inheritdoc/>
    public DataCounts Counts => Tally.Counts;

    /// <inheritdoc/>
    public IReadOnlyList<RejectedLine> RejectedLines => Tally.Lines;

    /// <inheritdoc/>
    public IReadOnlyList<RejectedLine> SuspectLines => Tally.Suspects;

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => Tally.Warnings;

    /// <inheritdoc/>
    public IReadOnlyList<DataGap> LargestGaps => _gaps.Largest;

    /// <inheritdoc/>
    public int Read(Span<StepBar> buffer)
    {
        var count = 0;
        var incidents = Tally.Incidents;
        while (count < buffer.Length && Tally.Incidents == incidents && _series.TryRead(out buffer[count]))
        {
            Tally.Bars++;
            if (!double.IsNaN(buffer[count].CloseSpread)) Tally.Measured++;
            if (_gaps.Next(buffer[count++].Bar.Time) > 0) Tally.Gaps++;
            Tally.OutsideHours = _gaps.OutsideHours;
        }

        return count;
    }

    /// <inheritdoc/>
    public void Dispose() => _series.Dispose();

    private BarSeries OfInterval(IReadOnlyList<BarSeries> files, Interval length, Interval wanted, bool needInner)
    {
        var merged = MergedSeries.Of(files, Tally);
        return length == wanted ? merged : new LongerBars(merged, wanted, needInner);
    }
}
