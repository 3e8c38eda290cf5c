using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Engine.Portfolio;

namespace Axfl.Runs.Parity;

/// <summary>The bars of a journal, one reader a symbol over one pass: what another symbol's reader comes to first waits here.</summary>
/// <param name="directory">Directory of the live run.</param>
internal sealed class JournalSplit(string directory) : IComparedBars
{
    /// <inheritdoc/>
    public IReadOnlyList<IBarReader> Open(IReadOnlyList<Instrument> wanted, long from, long until, CancellationToken cancellation)
    {
        var bars = new JournalBars(directory, cancellation);
        var symbols = bars.Start.Symbols.ToList();
        var pass = new Pass(bars, from, until);
        return [.. wanted.Select(w => pass.Reader(symbols.IndexOf(w.Symbol)))];
    }

    private sealed class Pass(JournalBars bars, long from, long until)
    {
        private readonly Dictionary<int, Queue<StepBar>> _waiting = [];

        public JournalBars Bars => bars;

        public SymbolReader Reader(int symbol) => new SymbolReader(this, _waiting[symbol] = new Queue<StepBar>());

        /// <summary>Reads on to the next bar of a symbol that is wanted.</summary>
        public bool Advance()
        {
            while (bars.TryRead(out var bar))
            {
                if (bar.Bar.Time < from || bar.Bar.Time >= until || !_waiting.TryGetValue(bar.Symbol, out var queue)) continue;
                queue.Enqueue(bar);
                return true;
            }

            return false;
        }
    }

    private sealed class SymbolReader(Pass pass, Queue<StepBar> queue) : IBarReader
    {
        public DataCounts Counts => default;

        // What is at hand and no more: to fill the buffer would pile up the bars of the other symbols.
        public int Read(Span<StepBar> buffer)
        {
            while (queue.Count == 0 && pass.Advance())
            {
                // The bar may be another symbol's.
            }

            var count = 0;
            while (count < buffer.Length && queue.TryDequeue(out var bar)) buffer[count++] = bar;
            return count;
        }

        public void Dispose() => pass.Bars.Dispose();
    }
}
