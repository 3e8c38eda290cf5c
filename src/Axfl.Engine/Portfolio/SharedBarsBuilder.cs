using Axfl.Contracts;

namespace Axfl.Engine.Portfolio;

/// <summary>Makes <see cref="SharedBars"/> of bars that come in blocks. It never holds them more than twice.</summary>
public sealed class SharedBarsBuilder
{
    private const int BlockBars = 1 << 14;

    private readonly List<Block> _blocks = [];
    private List<InnerBar>? _inner;
    private List<int>? _innerStarts;
    private bool _hasSpreads;

    /// <summary>Bars so far.</summary>
    public int Count { get; private set; }

    /// <summary>Takes more bars.</summary>
    /// <param name="bars">Ascending bars of one symbol, after those before.</param>
    /// <exception cref="ArgumentException">One was fetched after the fact: a replay has none.</exception>
    public void Add(ReadOnlySpan<StepBar> bars)
    {
        foreach (ref readonly var bar in bars) Add(bar);
    }

    /// <summary>What was taken. The builder is empty afterwards.</summary>
    /// <exception cref="ArgumentException">The bars are out of order.</exception>
    public SharedBars Build()
    {
        var bars = new Bar[Count];
        var open = _hasSpreads ? new double[Count] : null;
        var close = _hasSpreads ? new double[Count] : null;
        for (int i = 0, at = 0; i < _blocks.Count; at += _blocks[i++].Count)
        {
            var block = _blocks[i];
            Array.Copy(block.Bars, 0, bars, at, block.Count);
            if (!_hasSpreads) continue;
            Copy(block.OpenSpreads, open!, at, block.Count);
            Copy(block.CloseSpreads, close!, at, block.Count);
        }

        _innerStarts?.Add(_inner!.Count);
        var (inner, starts) = (_inner?.ToArray() ?? [], _innerStarts?.ToArray());
        _blocks.Clear();
        (_inner, _innerStarts, _hasSpreads, Count) = (null, null, false, 0);
        return new SharedBars(bars, open, close, inner, starts);
    }

    private void Add(in StepBar bar)
    {
        if (bar.Backfilled) throw new ArgumentException($"The bar {EventTime.ToIso(bar.Bar.Time)} was fetched after the fact; a replay has none of these.", nameof(bar));
        if (_blocks.Count == 0 || _blocks[^1].Count == BlockBars) _blocks.Add(new Block());
        _hasSpreads |= !double.IsNaN(bar.OpenSpread) || !double.IsNaN(bar.CloseSpread);
        _blocks[^1].Add(bar, _hasSpreads);
        if (!bar.Inner.IsEmpty && _inner is null) (_inner, _innerStarts) = ([], [.. Enumerable.Repeat(0, Count)]);
        if (_inner is not null)
        {
            _innerStarts!.Add(_inner.Count);
            _inner.AddRange(bar.Inner.Span);
        }

        Count++;
    }

    private static void Copy(double[]? spreads, double[] to, int at, int count)
    {
        if (spreads is null) Array.Fill(to, double.NaN, at, count);
        else Array.Copy(spreads, 0, to, at, count);
    }

    // Bars alone, until one has a spread.
    private sealed class Block
    {
        public readonly Bar[] Bars = new Bar[BlockBars];

        public double[]? OpenSpreads { get; private set; }

        public double[]? CloseSpreads { get; private set; }

        public int Count { get; private set; }

        public void Add(in StepBar bar, bool withSpreads)
        {
            if (withSpreads)
            {
                (OpenSpreads ??= Unmeasured())[Count] = bar.OpenSpread;
                (CloseSpreads ??= Unmeasured())[Count] = bar.CloseSpread;
            }

            Bars[Count++] = bar.Bar;
        }

        private static double[] Unmeasured()
        {
            var spreads = new double[BlockBars];
            Array.Fill(spreads, double.NaN);
            return spreads;
        }
    }
}
