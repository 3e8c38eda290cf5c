using Axfl.Data.Bars;
using Axfl.Engine.Portfolio;

namespace Axfl.Runs.Backtest;

/// <summary>A reader of bars in memory.</summary>
/// <param name="bars">Bars of one symbol.</param>
/// <param name="symbol">Its place in the plan.</param>
internal sealed class MemoryReader(SharedBars bars, int symbol) : IBarReader
{
    private int _next;

    /// <inheritdoc/>
    public DataCounts Counts => new(_next, 0, 0, 0);

    /// <inheritdoc/>
    public int Read(Span<StepBar> buffer)
    {
        var count = Math.Min(buffer.Length, bars.Count - _next);
        for (var i = 0; i < count; i++) buffer[i] = bars.At(_next++, symbol);
        return count;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // It holds nothing.
    }
}
