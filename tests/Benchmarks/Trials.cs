using System.Diagnostics;
using Axfl.Contracts;
using Axfl.Data.Simulated;
using Axfl.Engine;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Streams;

namespace Axfl.Benchmarks;

internal static class Trials
{
    public static void Run(int trials)
    {
        const int bars = 750_000;
        string[] names = ["EURUSD", "GBPUSD", "AUDUSD"];
        var instruments = names.Select(n => new Instrument(n, n[..3], "USD", 0.0001, 5, 0.6)).ToArray();
        var start = EventTime.FromDateTime(new DateTime(2012, 1, 2, 0, 0, 0, DateTimeKind.Utc));
        var series = instruments.Select((x, i) =>
        {
            using var made = new SimulatedBars(i, x, new Interval(5), start, long.MaxValue / 4);
            var buffer = new StepBar[bars];
            for (var done = 0; done < bars;) done += made.Read(buffer.AsSpan(done));
            return (ReadOnlyMemory<StepBar>)buffer;
        }).ToArray();
        var shared = series.Select(x => SharedBars.Of(x.Span)).ToArray();
        var streams = new SignalStreams();
        foreach (var halt in new[] { true, false })
        for (var k = 0; k < 4; k++)
        {
            var plan = EngineBenchmark.Plan(start);
            plan = plan with { Symbols = [.. instruments.Select(i => plan.Symbols[0] with { Instrument = i })], Risk = plan.Risk with { HaltCountsOpen = halt } };
            var cpu = Environment.CpuUsage.TotalTime; var clock = Stopwatch.StartNew();
            var b = GC.GetAllocatedBytesForCurrentThread();
            using var totals = new BacktestTotals();
            Backtest.Run(plan, series, totals);
            var bytes = GC.GetAllocatedBytesForCurrentThread() - b;
            Console.WriteLine(FormattableString.Invariant($"{(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds:0} ms, {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds * 1e9 / bars / 9:0.0} ns, trades {totals.Trades} accepted {totals.Accepted} blocked {totals.Blocked} cancelled {totals.Cancelled} {totals.LedgerHash[..8]} bytes {bytes}"));
            foreach (var st in new[] { null, streams })
            {
                cpu = Environment.CpuUsage.TotalTime; clock = Stopwatch.StartNew();
                b = GC.GetAllocatedBytesForCurrentThread();
                using var t2 = new BacktestTotals();
                Backtest.Run(plan, shared, t2, st);
                bytes = GC.GetAllocatedBytesForCurrentThread() - b;
                Console.WriteLine(FormattableString.Invariant($"  {(st is null ? "full" : "sparse")} {(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds:0.0} ms, trades {t2.Trades} accepted {t2.Accepted} blocked {t2.Blocked} cancelled {t2.Cancelled} {t2.LedgerHash[..8]} bytes {bytes} streams {streams.Count} {streams.Bytes}"));
            }
        }
    }
}
