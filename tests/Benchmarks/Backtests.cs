using System.Diagnostics;
using Axfl.Engine;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;

namespace Axfl.Benchmarks;

/// <summary>Many plans over one year of one symbol in one process: a plan differs from the next in spread, time stop and risk.</summary>
internal static class Backtests
{
    private const int Bars = 75_000, Strategies = 3;

    public static void Run(int plans)
    {
        var bars = MadeBars.Take(Bars);
        Fold(bars, 0, 20);
        var (one, bytes, trades) = Measure(() => Fold(bars, 0, plans));
        var clock = Stopwatch.StartNew();
        var second = new Thread(() => Fold(bars, plans / 2, plans));
        second.Start();
        Fold(bars, 0, plans / 2);
        second.Join();
        var two = clock.Elapsed.TotalSeconds;
        Console.WriteLine(FormattableString.Invariant(
            $"{plans} plans x {Bars} bars x {Strategies} strategies: {one:0.0} s, {one * 1e9 / plans / Bars / Strategies:0.0} ns a strategy-bar, {bytes / plans} bytes and {trades / (double)plans:0} trades a run; two threads {two:0.0} s, {one / two:0.00} times as fast"));
    }

    private static (double Seconds, long Bytes, long Trades) Measure(Func<long> fold)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        var trades = fold();
        return (clock.Elapsed.TotalSeconds, GC.GetAllocatedBytesForCurrentThread() - before, trades);
    }

    private static long Fold(StepBar[] bars, int from, int until)
    {
        var trades = 0L;
        ReadOnlyMemory<StepBar>[] series = [bars];
        for (var i = from; i < until; i++)
        {
            using var totals = new BacktestTotals();
            Backtest.Run(Plan(bars[0].Bar.Time, i), series, totals);
            trades += totals.Trades;
            _ = totals.LedgerHash;
        }

        return trades;
    }

    private static EnginePlan Plan(long since, int number)
    {
        var plan = EngineBenchmark.Plan(since);
        return plan with
        {
            Symbols = [plan.Symbols[0] with { SpreadPips = 0.2 + number % 10 * 0.1, Slots = [.. plan.Symbols[0].Slots.Select(s => s with { TimeStopMinutes = 30 + number / 10 % 10 * 30 })] }],
            Account = plan.Account with { RiskPerTradePct = 0.1 + number / 100 % 10 * 0.1 },
        };
    }
}
