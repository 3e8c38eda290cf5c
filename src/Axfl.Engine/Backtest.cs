using Axfl.Contracts;
using Axfl.Engine.Events;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Status;
using Axfl.Engine.Streams;

namespace Axfl.Engine;

/// <summary>A backtest as a function: a plan and bars in memory in, results to an observer out. No file, no thread, no console, no clock.</summary>
/// <remarks>
/// It reads its arguments only and keeps nothing between calls: one plan and the same bars serve any number of runs, also at the same time on several
/// threads, each with an observer of its own. The results are those of a replay of the same plan over the same bars.
/// </remarks>
public static class Backtest
{
    private const int StepsBetweenLooks = 4096;

    /// <summary>Folds a plan over bars.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="bars">
    /// Bars of each symbol in plan order, those of the warm-up before <see cref="EnginePlan.Since"/> included: strictly ascending open times,
    /// <see cref="StepBar.Symbol"/> is the symbol's place in the plan. A symbol may have none.
    /// </param>
    /// <param name="observer">Sees decisions, trades and halts as they happen, e.g. <see cref="BacktestTotals"/>.</param>
    /// <param name="cancellation">Stops the run between two steps.</param>
    /// <returns>The portfolio at the end: equity, trades, and what the plan leaves open.</returns>
    /// <exception cref="ArgumentException">There is not one series of bars for each symbol, or one is out of order or of another symbol.</exception>
    /// <exception cref="AxflException">A symbol's profit cannot be converted into the account currency, or a strategy fails.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static PortfolioView Run(
        EnginePlan plan, IReadOnlyList<ReadOnlyMemory<StepBar>> bars, IEngineObserver observer, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(bars);
        if (bars.Count != plan.Symbols.Count) throw new ArgumentException($"The plan has {Counted.Of(plan.Symbols.Count, "symbol")}, there are bars of {bars.Count}.", nameof(bars));
        for (var i = 0; i < bars.Count; i++) Check(bars[i].Span, i, plan.Symbols[i].Instrument.Symbol);
        var engine = new PortfolioEngine(plan, observer);
        if (bars.Count == 1) Fold(engine, bars[0].Span, cancellation);
        else Fold(engine, bars, cancellation);
        engine.End();
        return engine.View();
    }

    /// <summary>Folds a plan over shared bars.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="bars">Bars of each symbol in plan order, those of the warm-up before <see cref="EnginePlan.Since"/> included. A symbol may have none.</param>
    /// <param name="observer">Sees decisions, trades and halts as they happen.</param>
    /// <param name="streams">
    /// Where strategies' actions are found, or kept when they are not there yet: then bars on which nothing can happen are passed over. Null: every
    /// strategy sees every bar. The results are the same.
    /// </param>
    /// <param name="cancellation">Stops the run between two steps.</param>
    /// <returns>The portfolio at the end: equity, trades, and what the plan leaves open.</returns>
    /// <exception cref="ArgumentException">There is not one series of bars for each symbol.</exception>
    /// <exception cref="AxflException">A symbol's profit cannot be converted into the account currency, or a strategy fails.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static PortfolioView Run(
        EnginePlan plan, IReadOnlyList<SharedBars> bars, IEngineObserver observer, SignalStreams? streams, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(bars);
        if (bars.Count != plan.Symbols.Count) throw new ArgumentException($"The plan has {Counted.Of(plan.Symbols.Count, "symbol")}, there are bars of {bars.Count}.", nameof(bars));
        if (streams is not null) return SparseFold.Run(plan, bars, streams.Of(plan, bars, cancellation), observer, cancellation).Engine.View();
        var engine = new PortfolioEngine(plan, observer);
        Fold(engine, bars, cancellation);
        engine.End();
        return engine.View();
    }

    private static void Check(ReadOnlySpan<StepBar> bars, int symbol, string name)
    {
        var before = long.MinValue;
        foreach (ref readonly var bar in bars)
        {
            if (bar.Symbol != symbol) throw new ArgumentException($"A bar of {name} says that it is of symbol {bar.Symbol}, not {symbol}.", nameof(bars));
            if (bar.Bar.Time <= before) throw new ArgumentException($"The bars of {name} are out of order at {EventTime.ToIso(bar.Bar.Time)}.", nameof(bars));
            before = bar.Bar.Time;
        }
    }

    private static void Fold(PortfolioEngine engine, ReadOnlySpan<StepBar> bars, CancellationToken cancellation)
    {
        for (var i = 0; i < bars.Length; i++)
        {
            if (i % StepsBetweenLooks == 0) cancellation.ThrowIfCancellationRequested();
            engine.Step(bars.Slice(i, 1));
        }
    }

    private static void Fold(IStepFold fold, IReadOnlyList<ReadOnlyMemory<StepBar>> bars, CancellationToken cancellation)
    {
        var series = new StepSeries[bars.Count];
        for (var i = 0; i < series.Length; i++) series[i] = new StepSeries(bars[i]);
        Fold(fold, series, cancellation);
    }

    /// <summary>Hands bars to a fold, step by step.</summary>
    internal static void Fold(IStepFold fold, IReadOnlyList<SharedBars> bars, CancellationToken cancellation)
    {
        var series = new SharedSeries[bars.Count];
        for (var i = 0; i < series.Length; i++) series[i] = new SharedSeries(bars[i], i);
        Fold(fold, series, cancellation);
    }

    // All bars with the least open time are one step, in plan order.
    private static void Fold<TSeries>(IStepFold fold, TSeries[] series, CancellationToken cancellation)
        where TSeries : struct, ISeries
    {
        var step = new StepBar[series.Length];
        var next = new int[series.Length];
        var times = new long[series.Length];
        for (var i = 0; i < series.Length; i++) times[i] = series[i].TimeAt(0);
        for (var steps = 0L; ; steps++)
        {
            if (steps % StepsBetweenLooks == 0) cancellation.ThrowIfCancellationRequested();
            var time = long.MaxValue;
            foreach (var candidate in times) time = Math.Min(time, candidate);
            if (time == long.MaxValue) return;
            var count = 0;
            for (var i = 0; i < times.Length; i++)
            {
                if (times[i] != time) continue;
                step[count++] = series[i].At(next[i]++);
                times[i] = series[i].TimeAt(next[i]);
            }

            fold.Step(step.AsSpan(0, count));
        }
    }

    // Bars of one symbol; a struct each, so that the fold is compiled for it.
    private interface ISeries
    {
        // Open time of a bar; long.MaxValue behind the last.
        long TimeAt(int index);

        StepBar At(int index);
    }

    private readonly struct StepSeries(ReadOnlyMemory<StepBar> bars) : ISeries
    {
        public long TimeAt(int index) => index < bars.Length ? bars.Span[index].Bar.Time : long.MaxValue;

        public StepBar At(int index) => bars.Span[index];
    }

    private readonly struct SharedSeries(SharedBars bars, int symbol) : ISeries
    {
        public long TimeAt(int index) => index < bars.Count ? bars.Bars[index].Time : long.MaxValue;

        public StepBar At(int index) => bars.At(index, symbol);
    }
}
