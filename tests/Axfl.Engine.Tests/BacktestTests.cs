using System.Reflection;
using System.Runtime.CompilerServices;
using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;
using Axfl.Strategies.Catalogue;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests;

/// <summary>A backtest is a function: the same arguments give the same results, whoever else runs.</summary>
public class BacktestTests
{
    private const int Bars = 75_000;
    private static readonly StepBar[] Year = MadeYear(Bars, 11);

    [Fact]
    public async Task Two_threads_at_once_get_what_one_after_the_other_gets()
    {
        EnginePlan[] plans = [Plan(0.6), Plan(0.2)];
        var alone = plans.Select(Hash).ToArray();
        var together = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => Hash(plans[i % 2]))));
        Assert.Equal([alone[0], alone[1], alone[0], alone[1], alone[0], alone[1]], together);
        Assert.NotEqual(alone[0], alone[1]);
    }

    [Fact]
    public void A_run_over_a_year_allocates_less_than_512_KiB_and_100_bytes_a_trade()
    {
        var plan = Plan(0.6);
        Hash(plan);
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var totals = new BacktestTotals();
        Backtest.Run(plan, [Year], totals);
        _ = totals.LedgerHash;
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(totals.Trades > 100, $"only {totals.Trades} trades");
        TestContext.Current.SendDiagnosticMessage("{0} bytes, {1} trades", bytes, totals.Trades);
        Assert.True(bytes < 512 * 1024 + 100 * totals.Trades, $"{bytes} bytes for {totals.Trades} trades");
    }

    [Fact]
    public void Totals_are_the_sums_of_what_was_observed()
    {
        var seen = new EngineHarness();
        var view = Backtest.Run(Plan(0.6), [Year], seen);
        using var totals = new BacktestTotals();
        Backtest.Run(Plan(0.6), [Year], totals);
        Assert.Equal(
            (seen.Trades.Count, seen.Trades.Count(t => t.R > 1e-9), seen.Trades.Sum(t => t.R), seen.Trades.Sum(t => t.Pnl), seen.Trades.Sum(t => t.Costs)),
            (totals.Trades, totals.Wins, totals.R, totals.Pnl, totals.Costs));
        Assert.Equal(
            (seen.Decisions.Count(d => d.Result == DecisionResult.Accepted), seen.Decisions.Count(d => d.Result == DecisionResult.Filled), seen.Decisions.Count(d => d.Result.IsBlock),
                seen.Decisions.Count(d => d.Stage == DecisionStage.Cancel), seen.Halts.Count(h => h.Began)),
            (totals.Accepted, totals.Filled, totals.Blocked, totals.Cancelled, totals.Halts));
        Assert.Equal(totals.Trades, view.Trades);
        Assert.Equal(100_000 + totals.Pnl, view.Equity, 6);
    }

    [Fact]
    public void Without_a_plan_or_bars_it_is_an_error_that_names_the_argument()
    {
        Assert.Throws<ArgumentNullException>("plan", () => Backtest.Run(null!, [], new EngineHarness()));
        Assert.Throws<ArgumentNullException>("bars", () => Backtest.Run(Plan(0.6), null!, new EngineHarness()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void It_stops_between_two_steps_when_it_is_asked_to(int symbols)
    {
        using var source = new CancellationTokenSource();
        var seen = 0;
        var plan = EngineHarness.Plan((_, _) =>
        {
            if (++seen == 100) source.Cancel();
        }, null, [.. new[] { EngineHarness.EurUsd, Scenario.GbpUsd }.Take(symbols)]);
        Assert.Throws<OperationCanceledException>(() => Backtest.Run(plan, [.. Enumerable.Range(0, symbols).Select(i => Series(i, [.. Enumerable.Range(0, 10_000)]))], new EngineHarness(), source.Token));
        Assert.InRange(seen, 4_096, 4_096 * symbols);
    }

    [Fact]
    public void Bars_of_all_symbols_are_merged_by_open_time_in_plan_order()
    {
        var script = new List<(string, long)>();
        StrategyDefinition Noting(string symbol) => EngineHarness.Scripted((bar, _) => script.Add((symbol, bar.Time)));
        var plan = EngineHarness.Plan((_, _) => { }, null, EngineHarness.EurUsd, Scenario.GbpUsd);
        plan = plan with { Symbols = [.. plan.Symbols.Select(s => s with { Slots = [s.Slots[0] with { Definition = Noting(s.Instrument.Symbol) }] })] };
        Backtest.Run(plan, [Series(0, 0, 1, 3), Series(1, 1, 2, 3)], new EngineHarness());
        Assert.Equal(
            [("EURUSD", 0), ("EURUSD", 1), ("GBPUSD", 1), ("GBPUSD", 2), ("EURUSD", 3), ("GBPUSD", 3)],
            script.Select(s => (s.Item1, (int)((s.Item2 - Scenario.Start) / 300_000))));
    }

    [Fact]
    public void Bars_out_of_order_of_another_symbol_or_of_too_few_symbols_are_an_error()
    {
        var plan = EngineHarness.Plan((_, _) => { });
        string Message(params ReadOnlyMemory<StepBar>[] bars) => Assert.Throws<ArgumentException>(() => Backtest.Run(plan, bars, new EngineHarness())).Message;
        Assert.StartsWith("The bars of EURUSD are out of order at 2026-01-13T07:05:00Z.", Message(Series(0, 0, 1, 1)), StringComparison.Ordinal);
        Assert.StartsWith("A bar of EURUSD says that it is of symbol 1, not 0.", Message(Series(1, 0)), StringComparison.Ordinal);
        Assert.StartsWith("The plan has 1 symbol, there are bars of 0.", Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_can_be_stopped() => Assert.Throws<OperationCanceledException>(
        () => Backtest.Run(EngineHarness.Plan((_, _) => { }), [Series(0, 0, 1)], new EngineHarness(), new CancellationToken(canceled: true)));

    [Fact]
    public void The_engine_has_no_static_that_changes() => Assert.Empty(typeof(PortfolioEngine).Assembly.GetTypes()
        .Where(t => t.GetCustomAttribute<CompilerGeneratedAttribute>() is null)
        .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(f => !f.IsInitOnly && !f.IsLiteral).Select(f => $"{f.DeclaringType}.{f.Name}"));

    private static string Hash(EnginePlan plan)
    {
        using var totals = new BacktestTotals();
        Backtest.Run(plan, [Year], totals);
        return totals.LedgerHash;
    }

    private static ReadOnlyMemory<StepBar> Series(int symbol, params int[] indexes) =>
        indexes.Select(i => new StepBar(symbol, Scenario.BarAt(i, 0, 0, 0, 0))).ToArray();

    // New York time: its days are worked out by the rules of daylight saving.
    private static EnginePlan Plan(double spread)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        IReadOnlyList<SessionWindow> windows = [new SessionWindow(new TimeOfDay(120), new TimeOfDay(660), zone, DaysOfWeek.All, new HashSet<int>())];
        return EngineHarness.Plan((_, _) => { }) with
        {
            TradingDay = new TradingDayPlan(zone, new TimeOfDay(17 * 60)),
            Strategies = ["lsg", "orb", "arls"],
            Symbols = [new SymbolPlan(EngineHarness.EurUsd, spread, [.. StrategyCatalogue.BuiltIn.Select(d => new SlotPlan(
                d.Name, d, d.Parameters.ToDictionary(p => p.Name, p => p.Default), windows, 120))])],
            Risk = new RiskPlan { MaxSpreadPips = 3, CooldownMinutes = 30, Drawdown = new DrawdownPlan(5, 120), HaltCountsOpen = true },
        };
    }

    private static StepBar[] MadeYear(int count, int seed)
    {
        var random = new Random(seed);
        var time = EngineHarness.At("2026-01-05T00:00:00Z");
        var price = 1.1;
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var open = price;
            price += (random.NextDouble() - 0.5) * 0.0008;
            return new StepBar(0, new Bar(
                time + i * 300_000L, open, Math.Max(open, price) + random.NextDouble() * 0.0003, Math.Min(open, price) - random.NextDouble() * 0.0003, price));
        })];
    }
}
