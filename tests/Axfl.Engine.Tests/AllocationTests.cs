using Axfl.Contracts;
using Axfl.Engine.Events;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Strategies.Catalogue;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests;

public class AllocationTests
{
    [Theory]
    [InlineData(IntrabarPolicy.Worst)]
    [InlineData(IntrabarPolicy.Path)]
    [InlineData(IntrabarPolicy.Best)]
    [InlineData(IntrabarPolicy.Drill)]
    public void The_hot_path_allocates_nothing_per_bar(IntrabarPolicy policy)
    {
        var plan = EngineHarness.Plan((_, _) => { }) with
        {
            Intrabar = policy,
            Strategies = ["lsg", "orb", "arls"],
            Symbols = [new SymbolPlan(EngineHarness.EurUsd, 0.6, [.. StrategyCatalogue.BuiltIn.Select(d => new SlotPlan(
                d.Name, d, d.Parameters.ToDictionary(p => p.Name, p => p.Default),
                [new SessionWindow(new TimeOfDay(420), new TimeOfDay(600), TimeZoneInfo.Utc, DaysOfWeek.All, new HashSet<int>())], 120))])],
        };
        var observer = new CountingObserver();
        var engine = new PortfolioEngine(plan, observer);
        var bars = RandomBars(60_000);
        foreach (var bar in bars.AsSpan(0, 30_000)) engine.Step([bar]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var bar in bars.AsSpan(30_000)) engine.Step([bar]);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(observer.Trades > 20, $"only {observer.Trades} trades: the path was not taken");
        // Time zones allocate when a day rolls; a bar must not. 30,000 bars are 104 days.
        Assert.True(bytes / 30_000.0 < 1, $"{bytes} bytes over 30,000 bars");
    }

    private static StepBar[] RandomBars(int count)
    {
        var random = new Random(7);
        var time = EngineHarness.At("2026-01-05T00:00:00Z");
        var price = 1.1;
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var open = price;
            price += (random.NextDouble() - 0.5) * 0.0008;
            var high = Math.Max(open, price) + random.NextDouble() * 0.0003;
            var low = Math.Min(open, price) - random.NextDouble() * 0.0003;
            var bar = new Bar(time + i * 300_000L, open, high, low, price);

            // Two smaller bars: one that rises to the high, one that falls to the low.
            var later = new Bar(bar.Time + 60_000, high, high, low, price);
            return new StepBar(0, bar) { Inner = new[] { new InnerBar(bar with { Low = open, Close = high }), new InnerBar(later) } };
        })];
    }

    private sealed class CountingObserver : IEngineObserver
    {
        public int Trades { get; private set; }

        public void OnOrderPlaced(in OrderPlaced placed)
        {
        }

        public void OnOrderBlocked(in OrderBlocked blocked)
        {
        }

        public void OnOrderCancelled(in OrderCancelled cancelled)
        {
        }

        public void OnTradeOpened(in TradeOpened opened)
        {
        }

        public void OnTradeClosed(in TradeClosed closed) => Trades++;

        public void OnHaltBegan(in HaltBegan began)
        {
        }

        public void OnHaltEnded(in HaltEnded ended)
        {
        }
    }
}
