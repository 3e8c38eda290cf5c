using Axfl.Contracts;

namespace Axfl.Engine.Portfolio;

/// <summary>
/// One symbol's bars in memory with what is computed from them alone, made and checked once and read by any number of runs on any number of threads.
/// </summary>
/// <remarks>56 bytes a bar, 72 with measured spreads; the smaller bars of drill come on top, 64 bytes each. Immutable.</remarks>
public sealed class SharedBars
{
    private readonly Bar[] _bars;
    private readonly double[]? _openSpreads, _closeSpreads;
    private readonly InnerBar[] _inner;
    private readonly int[]? _innerStarts;
    private readonly int _first;
    private readonly double[] _atr;

    internal SharedBars(Bar[] bars, double[]? openSpreads, double[]? closeSpreads, InnerBar[] inner, int[]? innerStarts)
        : this(bars, openSpreads, closeSpreads, inner, innerStarts, 0)
    {
    }

    private SharedBars(Bar[] bars, double[]? openSpreads, double[]? closeSpreads, InnerBar[] inner, int[]? innerStarts, int first)
    {
        (_bars, _openSpreads, _closeSpreads, _inner, _innerStarts, _first) = (bars, openSpreads, closeSpreads, inner, innerStarts, first);
        _atr = new double[bars.Length - first];
        HasOrderedPrices = true;
        var atr = Market.NewAtr();
        var before = long.MinValue;
        for (var i = 0; i < _atr.Length; i++)
        {
            ref readonly var bar = ref bars[first + i];
            if (bar.Time <= before) throw new ArgumentException($"The bars are out of order at {EventTime.ToIso(bar.Time)}.", nameof(bars));
            before = bar.Time;
            HasOrderedPrices &= bar.High >= Math.Max(bar.Open, bar.Close) && bar.Low <= Math.Min(bar.Open, bar.Close);
            atr.Add(bar);
            _atr[i] = atr.Value;
            if (!(MostAtr >= atr.Value)) MostAtr = atr.Value;
        }
    }

    /// <summary>How many.</summary>
    public int Count => _atr.Length;

    /// <summary>The bars, ascending open times.</summary>
    public ReadOnlySpan<Bar> Bars => _bars.AsSpan(_first);

    /// <summary>Memory they take, bytes.</summary>
    public long Bytes => 56L * _bars.Length + (_openSpreads is null ? 0 : 16L * _bars.Length) + 64L * _inner.Length + (_innerStarts is null ? 0 : 4L * _innerStarts.Length);

    /// <summary>Whether the high of each bar is its highest price and the low its lowest: then extremes tell what a bar did not reach.</summary>
    internal bool HasOrderedPrices { get; }

    /// <summary>The greatest ATR14; NaN when none is defined.</summary>
    internal double MostAtr { get; } = double.NaN;

    /// <summary>Takes bars as they are in steps.</summary>
    /// <param name="bars">Ascending bars of one symbol; whichever symbol they name is not kept.</param>
    /// <exception cref="ArgumentException">They are out of order, or one was fetched after the fact.</exception>
    public static SharedBars Of(ReadOnlySpan<StepBar> bars)
    {
        var builder = new SharedBarsBuilder();
        builder.Add(bars);
        return builder.Build();
    }

    /// <summary>Those from an open time (unix ms) on: what a run sees that begins there. The bars are shared, what is computed from them is made anew.</summary>
    public SharedBars From(long time) => IndexAt(time, 0) is > 0 and var skipped
        ? new SharedBars(_bars, _openSpreads, _closeSpreads, _inner, _innerStarts, _first + skipped) : this;

    /// <summary>A bar as it is in a step.</summary>
    /// <param name="index">Its index.</param>
    /// <param name="symbol">Place of its symbol in the plan of the run.</param>
    public StepBar At(int index, int symbol) => _innerStarts is null
        ? new StepBar(symbol, _bars[_first + index], OpenSpread(index), CloseSpread(index))
        : new StepBar(symbol, _bars[_first + index], OpenSpread(index), CloseSpread(index)) { Inner = Inner(_first + index) };

    /// <summary>Index of the first bar at or after an open time (unix ms), from a bar on; <see cref="Count"/>: none.</summary>
    internal int IndexAt(long time, int from)
    {
        // Runs move forward by little: steps that double, then halve.
        var bars = Bars;
        var (low, step) = (from, 1);
        while (low + step <= bars.Length && bars[low + step - 1].Time < time)
        {
            low += step;
            step <<= 1;
        }

        for (var high = Math.Min(low + step, bars.Length); low < high;)
        {
            var middle = (low + high) >>> 1;
            if (bars[middle].Time < time) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>ATR14 over the bars up to an index, that one included; NaN until defined.</summary>
    internal double Atr(int index) => _atr[index];

    /// <summary>Measured spread at a bar's open, quote currency; NaN: not measured.</summary>
    internal double OpenSpread(int index) => _openSpreads is null ? double.NaN : _openSpreads[_first + index];

    /// <summary>The same at its close.</summary>
    internal double CloseSpread(int index) => _closeSpreads is null ? double.NaN : _closeSpreads[_first + index];

    private ReadOnlyMemory<InnerBar> Inner(int place) => _inner.AsMemory(_innerStarts![place].._innerStarts[place + 1]);
}
