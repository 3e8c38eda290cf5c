using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Properties;

/// <summary>Made bars that give the strategies something to do, and plans over them.</summary>
internal static class MadeMarket
{
    public static readonly Instrument GbpUsd = new("GBPUSD", "GBP", "USD", 0.0001, 5, 0);

    /// <summary>Steps of so many 5-minute bars of each symbol; a few bars are missing.</summary>
    public static List<StepBar[]> Steps(int seed, int count, int symbols = 1)
    {
        var random = new Random(seed);
        var start = EngineHarness.At("2026-01-05T00:00:00Z");
        var prices = Enumerable.Repeat(1.1, symbols).ToArray();
        var steps = new List<StepBar[]>();
        for (var i = 0; i < count; i++)
        {
            var step = new List<StepBar>();
            for (var s = 0; s < symbols; s++)
            {
                var open = prices[s];
                var minuteOfDay = i * 5 % 1440;
                prices[s] = Math.Round(open + (random.NextDouble() - 0.5) * (minuteOfDay < 420 ? 0.0004 : 0.0012), 5);
                var high = Math.Round(Math.Max(open, prices[s]) + random.NextDouble() * 0.0003, 5);
                var low = Math.Round(Math.Min(open, prices[s]) - random.NextDouble() * 0.0003, 5);
                if (random.Next(200) > 0) step.Add(new StepBar(s, new Bar(start + i * 300_000L, open, high, low, prices[s])));
            }

            if (step.Count > 0) steps.Add([.. step]);
        }

        return steps;
    }

    public static EnginePlan Plan(IEnumerable<StrategyDefinition> strategies, params Instrument[] instruments)
    {
        var definitions = strategies.ToArray();
        IReadOnlyList<SessionWindow> windows =
            [new SessionWindow(new TimeOfDay(420), new TimeOfDay(720), TimeZoneInfo.Utc, DaysOfWeek.All, new HashSet<int>())];
        return new EnginePlan
        {
            Since = long.MinValue, Interval = new Interval(5), Strategies = [.. definitions.Select(d => d.Name)],
            Symbols = [.. instruments.Select(i => new SymbolPlan(i, 0.6, [.. definitions.Select(d => new SlotPlan(
                d.Name, d, d.Parameters.ToDictionary(p => p.Name, p => p.Default), windows, 120))]))],
            Risk = new RiskPlan { Drawdown = new DrawdownPlan(2, 600) },
        };
    }

    public static EngineHarness Run(EnginePlan plan, IEnumerable<StepBar[]> steps, bool end = false)
    {
        var harness = new EngineHarness();
        var engine = new PortfolioEngine(plan, harness);
        foreach (var step in steps) engine.Step(step);
        if (end) engine.End();
        return harness;
    }
}
