using Axfl.Engine.Plan;
using Axfl.Engine.Risk;
using Axfl.Engine.Status;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Risk;

/// <summary>Halts are told as they begin and as they end; the time of an end is the end itself, whenever the next event comes.</summary>
public class HaltsTests
{
    // A loss of 1R at bar 2 (Tuesday 07:10), then a day and a half without bars.
    private static Scenario Loss(Func<RiskPlan, RiskPlan> risk) =>
        new Scenario().Risk(risk).At(0, d => d.Buy()).Flat(count: 2).Bar(0, 0, -10, 0).Gap(400).Flat();

    private static string[] Told(RunOutcome run) => [.. run.Halts.Select(h => $"{EngineTime(h.Time)} {h.Kind.Name} {h.Strategy} {(h.Began ? "on" : "off")} {h.Value:0.##} {h.Limit:0.##}")];

    private static string EngineTime(long time) => Contracts.EventTime.ToIso(time);

    [Fact]
    public void A_portfolio_halt_ends_with_its_trading_day() => Assert.Equal(
        ["2026-01-13T07:10:00Z portfolio_halted  on -1 -1", "2026-01-14T00:00:00Z portfolio_halted  off -1 -1"],
        Told(Loss(r => r with { GlobalDailyStopR = -1 }).Run()));

    [Fact]
    public void A_strategy_s_daily_stop_ends_with_its_trading_day_and_names_the_strategy() => Assert.Equal(
        ["2026-01-13T07:10:00Z strategy_daily_stop a on -1 -1", "2026-01-14T00:00:00Z strategy_daily_stop a off -1 -1"],
        Told(Loss(r => r with { PerStrategyDailyStopR = -1 }).Run()));

    [Fact]
    public void A_drawdown_lock_ends_after_its_cooloff_and_gives_the_equity_that_locks() => Assert.Equal(
        ["2026-01-13T07:10:00Z drawdown  on 99500 99500", "2026-01-13T09:10:00Z drawdown  off 99500 99500"],
        Told(Loss(r => r with { Drawdown = new DrawdownPlan(0.5, 120) }).Run()));

    [Fact]
    public void What_is_in_force_is_at_hand_with_its_end()
    {
        var run = Loss(r => r with { GlobalDailyStopR = -1, PerStrategyDailyStopR = -1, Drawdown = new DrawdownPlan(0.5, 120) });
        var halted = new Scenario().Risk(r => r with { GlobalDailyStopR = -1, PerStrategyDailyStopR = -1, Drawdown = new DrawdownPlan(0.5, 120) })
            .At(0, d => d.Buy()).Flat(count: 2).Bar(0, 0, -10, 0).Run();
        var midnight = EngineHarness.At("2026-01-14T00:00:00Z");
        Assert.Equal(
            [new HaltView(PortfolioHalt.Kind.Name, null, midnight), new HaltView(DrawdownGuard.Kind.Name, null, Scenario.Time(2) + 120 * 60_000), new HaltView(StrategyDailyStop.Kind.Name, "a", midnight)],
            halted.Engine.Risk().Halts);
        Assert.Equal(
            [new LimitView(null, -1, -1, 1, null), new LimitView("a", -1, -1, 1, null)], halted.Engine.Risk().Limits.Select(l => l with { R = Math.Round(l.R, 9) }));
        Assert.Empty(run.Run().Engine.Risk().Halts);
    }

    [Fact]
    public void Each_is_told_in_a_sentence_with_its_numbers()
    {
        var run = Loss(r => r with { GlobalDailyStopR = -0.8, PerStrategyDailyStopR = -0.5, Drawdown = new DrawdownPlan(0.4, 120) }).Run();
        var told = run.Halts.ToDictionary(h => (h.Kind.Name, h.Began), h => h.Description);
        Assert.Contains("-1.00R", told[("portfolio_halted", true)], StringComparison.Ordinal);
        Assert.Contains("-0.8R", told[("portfolio_halted", true)], StringComparison.Ordinal);
        Assert.Contains("new trading day", told[("portfolio_halted", false)], StringComparison.Ordinal);
        Assert.Contains("-0.5R", told[("strategy_daily_stop", true)], StringComparison.Ordinal);
        Assert.Contains("new trading day: a ", told[("strategy_daily_stop", false)], StringComparison.Ordinal);
        Assert.Contains("99600.00", told[("drawdown", true)], StringComparison.Ordinal);
        Assert.Contains("99500.00", told[("drawdown", true)], StringComparison.Ordinal);
        Assert.DoesNotContain("99600.00", told[("drawdown", false)], StringComparison.Ordinal);
        Assert.Equal(told.Count, told.Values.Distinct().Count());
    }
}
