using Axfl.Engine.Plan;
using Axfl.Engine.Streams;
using Axfl.Testing.Golden;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Streams;

/// <summary>The plans of the expected results, under each intrabar policy and with the gates one by one: from streams as in full.</summary>
public class GoldenStreamTests
{
    public static TheoryData<string> Cases() => [.. GoldenFiles.Cases("cases", "cases-scripted", "cases-fine", "cases-guards")];

    public static TheoryData<string> Sets() => [.. GoldenPlan.Sets()];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_hand_made_case_is_the_same_from_streams_under_every_policy_and_gate(string name) => Verify(Path.Combine(AppContext.BaseDirectory, "data", name));

    [Theory]
    [MemberData(nameof(Sets))]
    public void A_set_of_real_bars_is_the_same_from_streams_under_every_policy_and_gate(string folder)
    {
        Assert.SkipUnless(Directory.Exists(folder), $"{GoldenPlan.SetsVariable} names no folder of sets.");
        Verify(folder);
    }

    private static void Verify(string folder)
    {
        var loaded = GoldenPlan.Load(folder);
        var streams = new SignalStreams();
        foreach (var plan in Variants(loaded.Run.Engine)) BothWays.AssertEqual(plan, loaded.Bars, streams);
        Assert.Equal(SignalStreams.Needed([loaded.Run.Engine]), ((int)streams.Made, 0));
    }

    private static IEnumerable<EnginePlan> Variants(EnginePlan plan)
    {
        yield return plan;
        foreach (var policy in Enum.GetValues<IntrabarPolicy>()) yield return plan with { Intrabar = policy };
        yield return plan with { FillAtClose = !plan.FillAtClose };
        yield return plan with { CloseAtEnd = !plan.CloseAtEnd };
        yield return plan with { MeasuredSpread = !plan.MeasuredSpread };
        var risk = plan.Risk;
        yield return plan with { Risk = risk with { HaltCountsOpen = !risk.HaltCountsOpen, FlattenOnHalt = !risk.FlattenOnHalt } };
        yield return plan with { Risk = risk with { GlobalDailyStopR = -0.5, FlattenOnHalt = true } };
        yield return plan with { Risk = risk with { PerStrategyDailyStopR = -0.5, PerStrategyDailyTrades = 1 } };
        yield return plan with { Risk = risk with { MaxOpenPositions = 1, MaxSymbolPositions = 1 } };
        yield return plan with { Risk = risk with { CooldownMinutes = 45, MinStopPips = 6, MaxSpreadPips = 0.5 } };
        yield return plan with { Risk = risk with { Drawdown = new DrawdownPlan(0.4, 90) } };
        yield return plan with { Risk = risk with { GlobalDailyTargetR = 0.5, HaltCountsOpen = true, FlattenOnHalt = true } };
        yield return plan with { Risk = risk with { MaxCurrencyNet = 1, LossStreak = new LossStreakPlan(1, 90), MaxOpenPositions = null } };
        yield return plan with { Risk = risk with { RiskParity = new RiskParityPlan(1, 0, 1) } };
        yield return plan with { Blackouts = [new BlackoutPlan(SessionWindows.Daily("07:42", "07:44"), Flat: true), new BlackoutPlan(SessionWindows.Daily("13:00", "14:00"), Flat: false)] };
        yield return plan with { Risk = new RiskPlan { GlobalDailyStopR = null, PerStrategyDailyStopR = null, PerStrategyDailyTrades = null, MaxOpenPositions = null, MaxSymbolPositions = null } };
    }
}
