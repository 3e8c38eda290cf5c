using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Engine.Portfolio;
using Axfl.Runs.Backtest;

namespace Axfl.Runs.Parity;

/// <summary>Opens the bars of one side as steps whose symbols are numbered as the compared ones.</summary>
internal static class ComparedSteps
{
    /// <summary>The merged bars; not moved to its first step yet.</summary>
    public static StepMerger Open(IComparedBars bars, IReadOnlyList<Instrument> symbols, long from, long until, CancellationToken cancellation)
    {
        IBarReader[] readers = [.. bars.Open(symbols, from, until, cancellation).Select((r, i) => new Numbered(r, i))];
        try
        {
            return new StepMerger(readers);
        }
        catch
        {
            foreach (var reader in readers) reader.Dispose();
            throw;
        }
    }

    private sealed class Numbered(IBarReader inner, int symbol) : IBarReader
    {
        public DataCounts Counts => inner.Counts;

        public int Read(Span<StepBar> buffer)
        {
            var count = inner.Read(buffer);
            for (var i = 0; i < count; i++) buffer[i] = buffer[i] with { Symbol = symbol };
            return count;
        }

        public void Dispose() => inner.Dispose();
    }
}
