using Axfl.Engine.Gates;
using Axfl.Engine.Plan;

namespace Axfl.Engine.Tests.Plan;

/// <summary>The one table of the rules that plan keys switch.</summary>
public class PlanRulesTests
{
    private static readonly RiskPlan Full = new()
    {
        GlobalDailyStopR = -5, PerStrategyDailyStopR = -2, PerStrategyDailyTrades = 3, MaxOpenPositions = 2, MaxSymbolPositions = 1, MaxSpreadPips = 3, MinStopPips = 1,
        CooldownMinutes = 10, HaltCountsOpen = true, FlattenOnHalt = true, Drawdown = new DrawdownPlan(5, 120),
    };

    public static TheoryData<string> Rules => [.. PlanRules.InOrder.Select(r => r.Name)];

    [Fact]
    public void Every_gate_has_a_rule_that_removes_it_or_is_named_as_one_that_no_key_switches() =>
        Assert.Equal(GateList.InOrder.Select(g => g.Name).Order(StringComparer.Ordinal), PlanRules.InOrder.Where(r => r != PlanRules.MinStop).Select(r => r.Gate).Concat(PlanRules.GatesWithoutRule).Append(PlanRules.MinStop.Gate).Order(StringComparer.Ordinal));

    [Fact]
    public void Rules_come_in_the_order_of_their_gates() =>
        Assert.Equal(GateList.InOrder.Select(g => g.Name).Where(g => PlanRules.InOrder.Any(r => r.Gate == g)), PlanRules.InOrder.Select(r => r.Gate));

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_that_is_removed_is_no_longer_in_force_and_the_others_are(string name)
    {
        var plan = new EnginePlan { Since = 0, Interval = new(5), Symbols = [], Strategies = [], Risk = Full };
        Assert.Equal(PlanRules.InOrder, PlanRules.InForce(plan));
        var rule = PlanRules.InOrder.Single(r => r.Name == name);
        Assert.Equal(PlanRules.InOrder.Except([rule]), PlanRules.InForce(rule.Remove(plan)));
    }

    [Fact]
    public void Without_all_of_them_none_is_in_force() =>
        Assert.Empty(PlanRules.InForce(PlanRules.Without(new EnginePlan { Since = 0, Interval = new(5), Symbols = [], Strategies = [], Risk = Full }, PlanRules.InOrder)));
}
