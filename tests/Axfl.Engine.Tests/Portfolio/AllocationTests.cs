using Axfl.Contracts;

namespace Axfl.Engine.Tests;

public class AllocationTests
{
    [Fact]
    public void The_hot_path_allocates_nothing_per_bar()
    {
        var plan = EngineHarness.Plan((_, _) => { }) with
        {
            Strategies = ["lsg", "orb", "arls"],
            Symbols = [new SymbolPlan(EngineHarness.EurUsd, 0.6, [.. StrategyCatalogue.BuiltIn.Select(d => new SlotPlan(
                d.Name, d, d.Parameters.ToDictionary(p => p.Name, p => p.Default),
                [new SessionWindow(new TimeOfDay(420), new TimeOfDay(600), TimeZoneInfo.Utc, Enum.GetValues<DayOfWeek>().ToHashSet(), new HashSet<int>())], 120))])],
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
            return new StepBar(0, new Bar(time + i * 300_000L, open, high, low, price));
        })];
    }

    private sealed class CountingObserver : IEngineObserver
    {
        public int Trades { get; private set; }

        public void OnDecision(in DecisionRecord decision)
        {
        }

        public void OnTrade(in TradeRecord trade) => Trades++;

        public void OnHalt(in HaltRecord halt)
        {
        }
    }
}
