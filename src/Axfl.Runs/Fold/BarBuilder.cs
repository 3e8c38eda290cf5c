using Axfl.Contracts;

namespace Axfl.Runs.Fold;

/// <summary>Makes bars of ticks, for all symbols of a run, by event time. Deterministic: the same ticks and clock give the same bars.</summary>
/// <remarks>
/// <para>A tick belongs to the bar [open, open + interval) its own time lies in, whenever it comes. Bars close by the clock alone: when it
/// reaches their end plus the allowance, with or without another tick; all symbols at once. A tick for a closed bar is counted and dropped.</para>
/// <para>Not safe for use from several threads.</para>
/// </remarks>
internal sealed class BarBuilder
{
    private readonly long _interval;
    private readonly long _allowance;
    private readonly SymbolBars[] _symbols;
    private long _closedUntil = long.MinValue;

    /// <summary>A builder without bars.</summary>
    /// <param name="symbols">Number of symbols, named by index.</param>
    /// <param name="interval">Length of the bars; they begin at multiples of it from 00:00 UTC.</param>
    /// <param name="allowance">How long after its end a bar waits for late ticks; not negative.</param>
    public BarBuilder(int symbols, Interval interval, TimeSpan allowance)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(symbols);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(interval.Minutes, nameof(interval));
        ArgumentOutOfRangeException.ThrowIfLessThan(allowance, TimeSpan.Zero);
        _interval = interval.Milliseconds;
        _allowance = (long)allowance.TotalMilliseconds;
        _symbols = Enumerable.Range(0, symbols).Select(_ => new SymbolBars()).ToArray();
    }

    /// <summary>Ticks of a symbol that came after their bar had closed.</summary>
    public long LateTicks(int symbol) => _symbols[symbol].Late;

    /// <summary>When the clock next closes a bar that has ticks; null when no bar is open.</summary>
    public long? NextClose
    {
        get
        {
            var earliest = long.MaxValue;
            foreach (var symbol in _symbols)
                if (symbol.Open.Count > 0) earliest = Math.Min(earliest, symbol.Open[0].Open);
            return earliest == long.MaxValue ? null : earliest + _interval + _allowance;
        }
    }

    /// <summary>Takes a tick that passed the <see cref="TickFilter"/>, late ones included.</summary>
    /// <returns>Whether its bar was still open; otherwise it is counted and changes nothing.</returns>
    public bool Add(int symbol, in Tick tick)
    {
        var bars = _symbols[symbol];
        var open = Floor(tick.Time);
        if (open < _closedUntil)
        {
            bars.Late++;
            return false;
        }

        var at = bars.Open.Count;
        while (at > 0 && bars.Open[at - 1].Open > open) at--;
        if (at > 0 && bars.Open[at - 1].Open == open) bars.Open[at - 1].Add(tick);
        else bars.Open.Insert(at, new OpenBar(open, tick));
        return true;
    }

    /// <summary>From this time on ticks of a symbol may be missing. A second call before <see cref="Restored"/> changes nothing.</summary>
    public void Lost(int symbol, long time)
    {
        var bars = _symbols[symbol];
        bars.LostSince = Math.Min(bars.LostSince, time);
    }

    /// <summary>Ticks of a symbol are complete again from this time on.</summary>
    public void Restored(int symbol, long time)
    {
        var bars = _symbols[symbol];
        if (bars.LostSince == long.MaxValue) return;
        bars.Gaps.Add(new Gap(bars.LostSince, time));
        bars.LostSince = long.MaxValue;
    }

    /// <summary>Time has come to this point: closes what is due.</summary>
    /// <param name="now">Unix ms; a time before an earlier one closes nothing.</param>
    /// <returns>Steps in order of time; usually none.</returns>
    public IReadOnlyList<BarStep> OnClock(long now)
    {
        var until = Floor(now - _allowance);
        if (until <= _closedUntil) return [];
        _closedUntil = until;
        List<BarStep>? steps = null;
        while (TakeStep() is { } step) (steps ??= []).Add(step);
        foreach (var symbol in _symbols) symbol.Gaps.RemoveAll(g => g.To <= until);
        return steps ?? (IReadOnlyList<BarStep>)[];
    }

    private BarStep? TakeStep()
    {
        var open = long.MaxValue;
        foreach (var symbol in _symbols)
            if (symbol.Open.Count > 0) open = Math.Min(open, symbol.Open[0].Open);
        if (open >= _closedUntil) return null;
        var built = new List<BuiltBar>();
        for (var i = 0; i < _symbols.Length; i++)
        {
            var bars = _symbols[i];
            if (bars.Open.Count == 0 || bars.Open[0].Open != open) continue;
            built.Add(new BuiltBar(bars.Open[0].Complete(i), bars.Open[0].Ticks, bars.IsBroken(open, open + _interval)));
            bars.Open.RemoveAt(0);
        }

        return new BarStep(open, built);
    }

    private long Floor(long time) => (time >= 0 ? time / _interval : (time - _interval + 1) / _interval) * _interval;

    private readonly record struct Gap(long From, long To);

    private sealed class SymbolBars
    {
        /// <summary>Bars not yet closed, ascending: one, for a moment two.</summary>
        public List<OpenBar> Open { get; } = [];

        public List<Gap> Gaps { get; } = [];

        public long LostSince { get; set; } = long.MaxValue;

        public long Late { get; set; }

        public bool IsBroken(long from, long to)
        {
            if (LostSince < to) return true;
            foreach (var gap in Gaps)
                if (gap.From < to && gap.To > from) return true;
            return false;
        }
    }
}
