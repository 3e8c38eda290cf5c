using Axfl.Data.Bars;
using Axfl.Engine.Portfolio;

namespace Axfl.Runs.Backtest;

/// <summary>A reader of bars in memory.</summary>
/// <param name="bars">Ascending bars of one symbol.</param>
internal sealed class MemoryReader(ReadOnlyMemory<StepBar> bars) : IBarReader
{
    private int _next;

    /// <inheritdoc/>
    public DataCounts Counts => new(_next, 0, 0, 0);

    /// <inheritdoc/>
    public int Read(Span<StepBar> buffer)
    {
        var count = Math.Min(buffer.Length, bars.Length - _next);
        bars.Span.Slice(_next, count).CopyTo(buffer);
        _next += count;
        return count;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // It holds nothing.
    }
}
