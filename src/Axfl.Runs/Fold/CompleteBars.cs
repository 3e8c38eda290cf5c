using System.Runtime.InteropServices;
using Axfl.Contracts;
using Axfl.Engine;
using Axfl.Engine.Portfolio;
using Axfl.Runs.Journal;
using Axfl.Runs.Recording;

namespace Axfl.Runs.Fold;

/// <summary>Complete bars on their way to the engine: those built from prices at once, or in an open gap only after what history gives of the time before them.</summary>
/// <param name="engine">The engine.</param>
/// <param name="results">Takes results.</param>
/// <param name="symbols">What is known of each symbol.</param>
/// <param name="freshness">Judges symbols before bars of history reach the engine.</param>
/// <param name="prices">Are measured against bars.</param>
/// <param name="traded">Takes open times.</param>
/// <param name="interval">Bar length.</param>
/// <param name="staleAfter">How long a price is good for, ms: a bar that ended longer ago opens no trade.</param>
/// <param name="rules">By which rules: see <see cref="JournalStart.NewestRules"/>.</param>
internal sealed class CompleteBars(
    PortfolioEngine engine, JournalResults results, FoldSymbol[] symbols, Freshness freshness, BelievedPrices prices, TradedTimes traded, Interval interval,
    long staleAfter, int rules)
{
    private readonly List<StepBar> _ready = [];
    private readonly List<MissedBar> _missed = [];

    /// <summary>Bars of one open time, built from prices, have closed.</summary>
    public void Built(BarStep step)
    {
        _ready.Clear();
        foreach (var built in step.Bars)
        {
            var symbol = symbols[built.Bar.Symbol];
            if (built.Bar.Bar.Time <= symbol.LastBar) continue;
            // While a gap is open even a bar that was seen wholly waits: those before it come first.
            if (built.Broken || symbol.Held.Count > 0 || symbol.GapFrom != long.MaxValue) symbol.Held.Add(built);
            else _ready.Add(built.Bar);
        }

        if (_ready.Count > 0) Complete(CollectionsMarshal.AsSpan(_ready));
    }

    /// <summary>Bars of one open time from history, in plan order; bars a symbol has already are left out.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="now">Time of the newest input, unix ms.</param>
    public void History(ReadOnlySpan<MissedBar> bars, long now)
    {
        _missed.Clear();
        foreach (ref readonly var bar in bars)
        {
            freshness.Judge(bar.Bar.Symbol, now);
            var symbol = symbols[bar.Bar.Symbol];
            var time = bar.Bar.Bar.Time;
            while (symbol.Held.Count > 0 && symbol.Held[0].Bar.Bar.Time < time) ReleaseFirst(symbol, isSure: false, now);
            if (time <= symbol.LastBar) continue;
            if (symbol.Held.Count > 0 && symbol.Held[0].Bar.Bar.Time == time)
            {
                // A bar that was seen wholly stays ours, and history that agrees shows that a short gap hid nothing.
                var held = symbol.Held[0];
                if (!held.Broken || (IsShort(symbol, now) && Agrees(held.Bar.Bar, bar.Bar.Bar)))
                {
                    ReleaseFirst(symbol, isSure: true, now);
                    continue;
                }

                symbol.Held.RemoveAt(0);
            }

            _missed.Add(bar with { Bar = bar.Bar with { Backfilled = IsLate(time, now) } });
        }

        if (_missed.Count == 0) return;
        results.IsBackfilled = rules >= 2;
        engine.Backfill(CollectionsMarshal.AsSpan(_missed));
        results.IsBackfilled = false;
        foreach (var bar in _missed) Count(bar.Bar);
    }

    /// <summary>History has nothing more for the gap of a symbol: bars that waited are taken as they are.</summary>
    public void Release(FoldSymbol symbol, long now)
    {
        while (symbol.Held.Count > 0) ReleaseFirst(symbol, isSure: !symbol.Held[0].Broken, now);
    }

    // A bar that may lack something, or comes late, takes no entries.
    private void ReleaseFirst(FoldSymbol symbol, bool isSure, long now)
    {
        var bar = symbol.Held[0].Bar;
        symbol.Held.RemoveAt(0);
        Complete([bar with { Backfilled = !isSure || IsLate(bar.Bar.Time, now) }]);
    }

    private void Complete(ReadOnlySpan<StepBar> bars)
    {
        results.OnBars(bars);
        engine.CompleteBars(bars);
        foreach (ref readonly var bar in bars) Count(bar);
    }

    private void Count(in StepBar bar)
    {
        var symbol = symbols[bar.Symbol];
        results.Seen?.Add(bar);
        symbol.Complete(bar.Bar);
        prices.SetAtr(bar.Symbol, symbol.Atr);
        if (bar.Bar.Time + interval.Milliseconds is var end && end > symbol.LastTick.Time) prices.SetLast(bar.Symbol, bar.Bar.Close, end);
        traded.Take(bar.Bar.Time);
    }

    private bool IsShort(FoldSymbol symbol, long now) => Math.Min(now, symbol.GapUntil) - symbol.GapFrom <= staleAfter;

    private static bool Agrees(in Bar a, in Bar b) =>
        Math.Abs(a.Open - b.Open) + Math.Abs(a.High - b.High) + Math.Abs(a.Low - b.Low) + Math.Abs(a.Close - b.Close) < Prices.Tolerance;

    // Whether a bar that ended so long ago must open no trade any more.
    private bool IsLate(long time, long now) => now == long.MinValue || now - (time + interval.Milliseconds) > staleAfter;
}
