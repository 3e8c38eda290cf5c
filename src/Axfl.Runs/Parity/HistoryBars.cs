using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Engine.Portfolio;
using Axfl.Providers.Common.History;

namespace Axfl.Runs.Parity;

/// <summary>Bars of a provider's history, fetched part by part as they are compared.</summary>
/// <param name="history">The provider.</param>
/// <param name="interval">Bar length.</param>
internal sealed class HistoryBars(IHistory history, Interval interval) : IComparedBars
{
    // Some pages of any provider: few requests, and little in memory.
    private const int BarsAtOnce = 20_000;

    /// <inheritdoc/>
    public IReadOnlyList<IBarReader> Open(IReadOnlyList<Instrument> symbols, long from, long until, CancellationToken cancellation) =>
        [.. symbols.Select(s => new Reader(history, s, interval, from, until, cancellation))];

    private sealed class Reader(IHistory history, Instrument symbol, Interval interval, long from, long until, CancellationToken cancellation) : IBarReader
    {
        private IReadOnlyList<StepBar> _bars = [];
        private int _index;
        private long _next = from;

        public DataCounts Counts => default;

        public int Read(Span<StepBar> buffer)
        {
            while (_index == _bars.Count && _next < until)
            {
                var end = Math.Min(until, _next + BarsAtOnce * interval.Milliseconds);
                _bars = history.Fetch(symbol, interval, _next, end, null, cancellation).GetAwaiter().GetResult();
                _index = 0;
                _next = end;
            }

            var count = Math.Min(buffer.Length, _bars.Count - _index);
            for (var i = 0; i < count; i++) buffer[i] = _bars[_index++];
            return count;
        }

        public void Dispose()
        {
            // The provider is its owner's.
        }
    }
}
