using System.Globalization;
using Axfl.Contracts;
using Axfl.Data.Simulated;
using Axfl.Engine;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Streams;
using Axfl.Research.Trials;
using Axfl.Runs.Metrics;

namespace Axfl.Benchmarks;

/// <summary>
/// Many trials over ten years of three symbols, every strategy on each: full folds against trials whose streams are known, which differ in limits, costs
/// and windows. Times are of the processor, so that a busy machine says nothing else; two threads against one are of the clock and want a quiet one.
/// </summary>
internal static class Trials
{
    private const int Bars = 750_000, FullFolds = 8;
    private static readonly Instrument[] Instruments = [.. "EURUSD GBPUSD AUDUSD".Split(' ').Select(n => new Instrument(n, n[..3], "USD", 0.0001, 5, 0.6))];

    /// <summary>Runs it.</summary>
    /// <param name="trials">How many from streams. Default 500.</param>
    public static void Run(int trials)
    {
        SharedBars[] bars = [.. Instruments.Select((_, i) => Make(i))];
        Console.WriteLine(Text($"{bars.Sum(b => (long)b.Count)} bars, {bars.Sum(b => b.Bytes) / (double)bars.Sum(b => b.Count):0.0} bytes each"));
        foreach (var isWatched in (bool[])[false, true])
        {
            Console.WriteLine($"halt_counts_open: {(isWatched ? "true" : "false")}");
            Compare(bars, isWatched, trials);
        }
    }

    private static void Compare(SharedBars[] bars, bool isWatched, int trials)
    {
        var strategyBars = bars.Sum(b => (long)b.Count) * 3;
        var streams = new SignalStreams();
        Fold(bars, isWatched, null, 0, 2);
        var full = Measure(FullFolds, n => {
            var sum = 0L;
            for (var i = 0; i < n; i++) sum += Fold(bars, isWatched, null, i * trials / n, i * trials / n + 1);
            return sum;
        });
        Console.WriteLine(Text($"  full fold: {full.Milliseconds:0.0} ms a trial, {full.Milliseconds * 1e6 / strategyBars:0.0} ns a strategy-bar, {full.Bytes} bytes and {full.Trades} trades a trial"));
        var first = Measure(1, n => Fold(bars, isWatched, streams, 0, n));
        Console.WriteLine(Text($"  the first with streams: {first.Milliseconds:0.0} ms; {streams.Count} streams of {streams.Bytes / 1024} KiB"));
        Fold(bars, isWatched, streams, 0, 50);
        var known = Measure(trials, n => Fold(bars, isWatched, streams, 0, n));
        Console.WriteLine(Text($"  streams known: {known.Milliseconds:0.00} ms a trial, 1/{full.Milliseconds / known.Milliseconds:0.0} of a full fold, {known.Bytes} bytes and {known.Trades} trades a trial"));
        var times = Times(bars);
        foreach (var (name, kept, count) in (ReadOnlySpan<(string, SignalStreams?, int)>)[("in full", null, FullFolds), ("streams known", streams, trials)])
        {
            var whole = Measure(count, n =>
            {
                var sum = 0L;
                for (var i = 0; i < n; i++) sum += TrialRun.Run(Plan(bars[0].Bars[0].Time, isWatched, i * trials / n), bars, times, kept, CancellationToken.None).Trades.Count;
                return sum;
            });
            Console.WriteLine(Text($"  with trades and metrics, {name}: {whole.Milliseconds:0.00} ms and {whole.Bytes} bytes a trial"));
        }

        var one = Clock(() => Fold(bars, isWatched, streams, 0, trials));
        var two = Clock(() =>
        {
            var second = new Thread(() => Fold(bars, isWatched, streams, trials / 2, trials));
            second.Start();
            Fold(bars, isWatched, streams, 0, trials / 2);
            second.Join();
        });
        Console.WriteLine(Text($"  {trials} trials: {one.TotalSeconds:0.00} s, on two threads {two.TotalSeconds:0.00} s, {one / two:0.00} times as fast"));
        if (Hashes(bars, isWatched, null) != Hashes(bars, isWatched, streams)) throw new InvalidOperationException("The ledgers differ.");
    }

    private static string Hashes(SharedBars[] bars, bool isWatched, SignalStreams? streams)
    {
        var hashes = new List<string>();
        Fold(bars, isWatched, streams, 0, 3, hashes.Add);
        return string.Join(' ', hashes);
    }

    private static (double Milliseconds, long Bytes, long Trades) Measure(int trials, Func<int, long> fold)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var processor = Environment.CpuUsage.TotalTime;
        var trades = fold(trials);
        return ((Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / trials, (GC.GetAllocatedBytesForCurrentThread() - bytes) / trials, trades / trials);
    }

    private static TimeSpan Clock(Action run)
    {
        var began = TimeProvider.System.GetTimestamp();
        run();
        return TimeProvider.System.GetElapsedTime(began);
    }

    private static long Fold(SharedBars[] bars, bool isWatched, SignalStreams? streams, int from, int until) => Fold(bars, isWatched, streams, from, until, static _ => { });

    private static long Fold(SharedBars[] bars, bool isWatched, SignalStreams? streams, int from, int until, Action<string> hash)
    {
        var trades = 0L;
        for (var i = from; i < until; i++)
        {
            using var totals = new BacktestTotals();
            Backtest.Run(Plan(bars[0].Bars[0].Time, isWatched, i), bars, totals, streams);
            trades += totals.Trades;
            hash(totals.LedgerHash);
        }

        return trades;
    }

    private static EnginePlan Plan(long since, bool isWatched, int number)
    {
        var plan = EngineBenchmark.Plan(since);
        IReadOnlyList<SessionWindow> windows = [plan.Symbols[0].Slots[0].Windows[0] with { End = new TimeOfDay(600 + number / 40 % 5 * 30) }];
        return plan with
        {
            Symbols = [.. Instruments.Select(i => new SymbolPlan(
                i, 0.2 + number % 10 * 0.1, [.. plan.Symbols[0].Slots.Select(s => s with { Windows = windows })]))],
            Risk = plan.Risk with { HaltCountsOpen = isWatched, MaxOpenPositions = 1 + number / 10 % 4 },
        };
    }

    private static RunBars Times(SharedBars[] bars)
    {
        var all = new HashSet<long>();
        foreach (var series in bars)
            foreach (ref readonly var bar in series.Bars) all.Add(bar.Time);
        return new RunBars([.. all.Select(t => (int)(t / EventTime.Day)).Distinct().Order()], [], all.Count, new Interval(5));
    }

    private static SharedBars Make(int symbol)
    {
        var start = EventTime.FromDateTime(new DateTime(2012, 1, 2, 0, 0, 0, DateTimeKind.Utc));
        using var made = new SimulatedBars(symbol, Instruments[symbol], new Interval(5), start, long.MaxValue / 4);
        var builder = new SharedBarsBuilder();
        var block = new StepBar[4096];
        for (int left = Bars, count; left > 0; left -= count)
        {
            count = made.Read(block.AsSpan(0, Math.Min(left, block.Length)));
            builder.Add(block.AsSpan(0, count));
        }

        return builder.Build();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
