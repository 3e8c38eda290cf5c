using Axfl.Engine.Gates;
using Axfl.Engine.Plan;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Plan;

/// <summary>The one table of the rules that plan keys switch.</summary>
public class PlanRulesTests
{
    private static readonly RiskPlan Full = new()
    {
        GlobalDailyStopR = -5, PerStrategyDailyStopR = -2, PerStrategyDailyTrades = 3, MaxOpenPositions = 2, MaxSymbolPositions = 1, MaxSpreadPips = 3, MinStopPips = 1,
        CooldownMinutes = 10, HaltCountsOpen = true, FlattenOnHalt = true, Drawdown = new DrawdownPlan(5, 120), GlobalDailyTargetR = 3, MaxCurrencyNet = 2,
        LossStreak = new LossStreakPlan(3, 60),
    };

    private static readonly EnginePlan Plan = new()
    {
        Since = 0, Interval = new(5), Symbols = [], Strategies = [], Risk = Full, Blackouts = [new BlackoutPlan(SessionWindows.Always, Flat: true)],
        News = new NewsPlan { Calendar = NewsCalendar.Empty },
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
        Assert.Equal(PlanRules.InOrder, PlanRules.InForce(Plan));
        var rule = PlanRules.InOrder.Single(r => r.Name == name);
        Assert.Equal(PlanRules.InOrder.Except([rule]), PlanRules.InForce(rule.Remove(Plan)));
    }

    [Fact]
    public void Without_all_of_them_none_is_in_force() =>
        Assert.Empty(PlanRules.InForce(PlanRules.Without(Plan, PlanRules.InOrder)));
}
