using Axfl.Engine.Results;
using Axfl.Strategies.Catalogue;
using Axfl.Testing.Harness;
using FsCheck;
using FsCheck.Fluent;

namespace Axfl.Engine.Tests.Properties;

public class FoldProperties
{
    public static TheoryData<string> Strategies() => [.. StrategyCatalogue.BuiltIn.Select(d => d.Name)];

    [Theory]
    [MemberData(nameof(Strategies))]
    public void No_strategy_looks_ahead_the_first_bars_give_a_prefix_of_all_results(string name)
    {
        var plan = MadeMarket.Plan(StrategyCatalogue.BuiltIn.Where(d => d.Name == name), EngineHarness.EurUsd);
        var steps = MadeMarket.Steps(11, 6000);
        var whole = MadeMarket.Run(plan, steps);
        Assert.NotEmpty(whole.Trades);
        for (var k = 50; k < steps.Count; k += 293)
        {
            var part = MadeMarket.Run(plan, steps.Take(k));
            Assert.Equal(whole.Decisions.Take(part.Decisions.Count), part.Decisions);
            Assert.Equal(whole.Trades.Take(part.Trades.Count), part.Trades);
        }
    }

    [Fact]
    public void The_same_events_give_the_same_records_twice()
    {
        var plan = MadeMarket.Plan(StrategyCatalogue.BuiltIn, EngineHarness.EurUsd, MadeMarket.GbpUsd);
        var steps = MadeMarket.Steps(5, 5000, symbols: 2);
        MadeMarket.Run(plan, steps, end: true).Trades.ShouldEqual(MadeMarket.Run(plan, steps, end: true).Trades);
    }

    [Fact]
    public void Totals_are_the_sum_of_trades() => Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
    {
        var run = new RunOutcome(MadeMarket.Plan(StrategyCatalogue.BuiltIn, EngineHarness.EurUsd, MadeMarket.GbpUsd));
        foreach (var step in MadeMarket.Steps(seed, 2500, symbols: 2)) run.Engine.Step(step);
        var view = run.Engine.View();
        var today = run.Trades.Where(t => t.TradingDay == view.Day).ToArray();
        return Same(view.Equity, 100_000 + run.Trades.Sum(t => t.Pnl)) && view.Trades == run.Trades.Count && Same(view.Today.RTotal, today.Sum(t => t.R))
            && Same(view.Today.PnlTotal, today.Sum(t => t.Pnl)) && view.ByStrategy.All(s => Same(s.R, today.Where(t => t.Strategy == s.Name).Sum(t => t.R)))
            && view.ByStrategy.All(s => s.Trades == today.Count(t => t.Strategy == s.Name)) && run.Trades.Select(t => t.Id).SequenceEqual(Enumerable.Range(1, run.Trades.Count));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(10));

    [Fact]
    public void Each_accepted_order_has_exactly_one_end() =>
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
        {
            var plan = MadeMarket.Plan(StrategyCatalogue.BuiltIn, EngineHarness.EurUsd, MadeMarket.GbpUsd);
            var run = MadeMarket.Run(plan, MadeMarket.Steps(seed, 2500, symbols: 2), end: true);
            var accepted = run.Decisions.Count(d => d.Result == DecisionResult.Accepted);
            var ended = run.Decisions.Count(d => d.Stage != DecisionStage.Place);
            var filled = run.Decisions.Count(d => d.Result == DecisionResult.Filled);
            return accepted == ended && filled == run.Trades.Count && run.Trades.All(t => t.MaeR <= 0 && t.MfeR >= 0 && t.ExitTime >= t.EntryTime);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    private static bool Same(double a, double b) => Math.Abs(a - b) < 1e-6;
}

internal static class Records
{
    public static void ShouldEqual<T>(this IReadOnlyList<T> actual, IReadOnlyList<T> expected) => Assert.Equal(expected, actual);
}
