using Axfl.Contracts;
using Axfl.Engine.Gates;
using Axfl.Engine.Results;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Results;

/// <summary>A decision as an object: what is written to decisions.jsonl.</summary>
public class DecisionTests
{
    [Fact]
    public void It_has_all_that_answers_why_it_did_not_trade()
    {
        var decision = new DecisionRecord(
            Scenario.Start, EngineHarness.EurUsd, "a", DecisionStage.Fill, GateList.InOrder.Single(g => g.Name == "spread"), new EntryOrder(Side.Short, EntryType.Stop, 1.1, 1.2, 1.0), 2, 1)
            .ToDecision();
        Assert.Equal(
            (new DateTime(2026, 1, 13, 7, 0, 0, DateTimeKind.Utc), "EURUSD", "a", "fill", "spread"),
            (decision.Time, decision.Symbol, decision.Strategy, decision.Stage, decision.Result));
        Assert.Equal(
            ("short", "stop", 1.1, 1.2, 1.0, "2 pips > 1 pips"),
            (decision.Side, decision.Type, decision.Price, decision.StopLoss, decision.Target, decision.Detail));
    }

    [Fact]
    public void What_an_order_has_not_is_null_never_0()
    {
        var decision = new DecisionRecord(0, EngineHarness.EurUsd, "a", DecisionStage.Place, GateList.InOrder.Single(g => g.Name == "risk_distance"), new EntryOrder(
            Side.Long, EntryType.Market, 1.1, double.NaN)).ToDecision();
        Assert.Null(decision.StopLoss);
        Assert.Null(decision.Target);
    }

    [Fact]
    public void The_gates_of_placing_and_filling_record_the_time_of_the_bar_in_hand()
    {
        var run = new Scenario().At(0, d => d.Buy()).Flat(count: 2).Run();
        Assert.Equal([Scenario.Time(0), Scenario.Time(1)], run.Decisions.Select(d => d.Time));
    }
}
