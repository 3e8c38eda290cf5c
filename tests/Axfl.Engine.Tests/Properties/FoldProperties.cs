using Axfl.Contracts;
using Axfl.Engine.Results;
using Axfl.Strategies.Catalogue;
using Axfl.Testing.Harness;
using FsCheck;
using FsCheck.Fluent;

namespace Axfl.Engine.Tests.Properties;

public class FoldProperties
{
    private const double Tolerance = 1e-6;

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
        var (first, second) = (MadeMarket.Run(plan, steps, end: true), MadeMarket.Run(plan, steps, end: true));
        Assert.NotEmpty(first.Trades);
        Assert.Equal(first.Decisions, second.Decisions);
        Assert.Equal(first.Trades, second.Trades);
        Assert.Equal(first.Halts, second.Halts);
    }

    [Fact]
    public void Totals_are_the_sum_of_trades() => Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
    {
        var run = new RunOutcome(MadeMarket.Plan(StrategyCatalogue.BuiltIn, EngineHarness.EurUsd, MadeMarket.GbpUsd));
        foreach (var step in MadeMarket.Steps(seed, 2500, symbols: 2)) run.Engine.Step(step);
        var view = run.Engine.View();
        var today = run.Trades.Where(t => t.TradingDay == view.Day).ToArray();
        Assert.NotEmpty(run.Trades);
        Assert.Equal(Enumerable.Range(1, run.Trades.Count), run.Trades.Select(t => t.Id));
        Assert.Equal(run.Trades.Count, view.Trades);
        Assert.Equal(100_000 + run.Trades.Sum(t => t.Pnl), view.Equity, Tolerance);
        Assert.Equal(today.Sum(t => t.R), view.Today.RTotal, Tolerance);
        Assert.Equal(today.Sum(t => t.Pnl), view.Today.PnlTotal, Tolerance);
        Assert.All(view.ByStrategy, s =>
        {
            Assert.Equal(today.Count(t => t.Strategy == s.Name), s.Trades);
            Assert.Equal(today.Where(t => t.Strategy == s.Name).Sum(t => t.R), s.R, Tolerance);
        });
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(10));

    [Fact]
    public void Each_accepted_order_has_exactly_one_end_and_each_fill_exactly_one_trade() => Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
    {
        var plan = MadeMarket.Plan(StrategyCatalogue.BuiltIn, EngineHarness.EurUsd, MadeMarket.GbpUsd);
        var run = MadeMarket.Run(plan, MadeMarket.Steps(seed, 2500, symbols: 2), end: true);
        var waiting = new Dictionary<(string, string), EntryOrder>();
        foreach (var d in run.Decisions)
        {
            var slot = (d.Instrument.Symbol, d.Strategy);
            if (d.Result == DecisionResult.Accepted)
            {
                Assert.True(waiting.TryAdd(slot, d.Order), $"the order before has no end: {d}");
            }
            else if (d.Stage != DecisionStage.Place)
            {
                Assert.True(waiting.Remove(slot, out var placed), $"no order waits for this end: {d}");
                // A fill has a price of its own.
                Assert.Equal(placed with { Price = d.Order.Price }, d.Order);
            }
        }

        Assert.Empty(waiting);
        Assert.NotEmpty(run.Trades);
        var fills = run.Decisions.Where(d => d.Result == DecisionResult.Filled).Select(d => (d.Time, d.Instrument.Symbol, d.Strategy, d.Order.Side, d.Order.StopLoss, d.Order.Tag));
        Assert.Equal(fills.Order(), run.Trades.Select(t => (t.EntryTime, t.Instrument.Symbol, t.Strategy, t.Side, t.StopLoss, t.Tag)).Order());
        Assert.All(run.Trades, t => Assert.True(t.MaeR <= 0 && t.MfeR >= 0 && t.ExitTime >= t.EntryTime, $"{t}"));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));
}
