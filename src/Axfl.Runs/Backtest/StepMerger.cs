using Axfl.Data.Bars;
using Axfl.Engine.Portfolio;

namespace Axfl.Runs.Backtest;

/// <summary>Merges the symbols' bars into steps: all bars with the same open time, in plan order. No allocation per step.</summary>
internal sealed class StepMerger : IDisposable
{
    private readonly Cursor[] _cursors;
    private readonly StepBar[] _step;
    private int _count;

    /// <param name="readers">One reader a symbol, in plan order; owned.</param>
    public StepMerger(IReadOnlyList<IBarReader> readers)
    {
        _cursors = [.. readers.Select(r => new Cursor(r))];
        _step = new StepBar[readers.Count];
    }

    /// <summary>Bars of the present step.</summary>
    public ReadOnlySpan<StepBar> Step => _step.AsSpan(0, _count);

    /// <summary>What has been counted of a symbol up to the present step.</summary>
    /// <param name="symbol">Its place in the plan.</param>
    public DataCounts CountsOf(int symbol) => _cursors[symbol].Counts;

    /// <summary>The readers, in plan order; their reports are complete at the end.</summary>
    public IReadOnlyList<IBarReader> Readers => [.. _cursors.Select(c => c.Reader)];

    /// <summary>The largest gaps of each symbol, in plan order; complete at the end.</summary>
    public IReadOnlyList<IReadOnlyList<DataGap>> LargestGaps => [.. _cursors.Select(c => c.Reader.LargestGaps)];

    /// <summary>Goes to the next step.</summary>
    /// <returns>False at the end of all symbols.</returns>
    public bool MoveNext()
    {
        var time = long.MaxValue;
        foreach (var cursor in _cursors)
            if (cursor.HasBar()) time = Math.Min(time, cursor.Bar.Bar.Time);
        _count = 0;
        if (time == long.MaxValue) return false;
        foreach (var cursor in _cursors)
        {
            if (!cursor.HasBar() || cursor.Bar.Bar.Time != time) continue;
            _step[_count++] = cursor.Bar;
            cursor.Advance();
        }

        return true;
    }

    /// <summary>Whether no step follows the present one.</summary>
    public bool IsAtEnd()
    {
        foreach (var cursor in _cursors)
            if (cursor.HasBar()) return false;
        return true;
    }

    /// <summary>Takes the present step back, which nobody has used: its bars do not count.</summary>
    public void TakeBack()
    {
        foreach (var bar in Step) _cursors[bar.Symbol].GoBack();
        _count = 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var cursor in _cursors) cursor.Reader.Dispose();
    }

    private sealed class Cursor(IBarReader reader)
    {
        private StepBar[] _block = new StepBar[IBarReader.BlockBars];
        private int _index, _count;
        private bool _ended;
        private DataCounts _counted;

        public IBarReader Reader { get; } = reader;

        public ref readonly StepBar Bar => ref _block[_index];

        // Within a block only the count of bars changes, but at its last bar, where the reader's own counts stand.
        public DataCounts Counts => _index < _count ? _counted with { Bars = _counted.Bars + _index } : Reader.Counts;

        // Reads on only when a bar is wanted: what lies ahead may be unreadable, and concerns no bar before it.
        public bool HasBar() => _index < _count || TryRead();

        public void Advance() => _index++;

        public void GoBack() => _index--;

        private bool TryRead()
        {
            if (_ended) return false;
            _counted = Reader.Counts;
            (_index, _count) = (0, 0);
            _count = Reader.Read(ref _block);
            _ended = _count == 0;
            return !_ended;
        }
    }
}
