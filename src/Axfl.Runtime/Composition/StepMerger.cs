using Axfl.Engine;

namespace Axfl.Runtime;

/// <summary>Merges the symbols' bars into steps: all bars with the same open time, in plan order. No allocation per step.</summary>
internal sealed class StepMerger : IDisposable
{
    private const int BlockBars = 1024;

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

    /// <summary>What each symbol's reader has counted so far.</summary>
    public IReadOnlyList<DataTally> Tallies => [.. _cursors.Select(c => c.Reader.Tally)];

    /// <summary>Goes to the next step.</summary>
    /// <returns>False at the end of all symbols.</returns>
    public bool MoveNext()
    {
        var time = long.MaxValue;
        foreach (var cursor in _cursors)
            if (cursor.HasBar) time = Math.Min(time, cursor.Bar.Bar.Time);
        _count = 0;
        if (time == long.MaxValue) return false;
        foreach (var cursor in _cursors)
        {
            if (!cursor.HasBar || cursor.Bar.Bar.Time != time) continue;
            _step[_count++] = cursor.Bar;
            cursor.Advance();
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var cursor in _cursors) cursor.Reader.Dispose();
    }

    private sealed class Cursor
    {
        private readonly StepBar[] _block = new StepBar[BlockBars];
        private int _index, _count;

        public Cursor(IBarReader reader)
        {
            Reader = reader;
            _count = reader.Read(_block);
        }

        public IBarReader Reader { get; }

        public bool HasBar => _index < _count;

        public ref readonly StepBar Bar => ref _block[_index];

        public void Advance()
        {
            if (++_index < _count) return;
            _index = 0;
            _count = Reader.Read(_block);
        }
    }
}
