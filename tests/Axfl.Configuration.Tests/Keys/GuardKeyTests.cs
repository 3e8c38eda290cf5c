using Axfl.Engine.Plan;
using Axfl.Testing;

namespace Axfl.Configuration.Tests.Keys;

/// <summary>Blackouts, weights, risk parity, pauses after losses.</summary>
public class GuardKeyTests
{
    private static EnginePlan Plan(string line, params string[] set) => SessionsFiles.Load(SessionsFiles.Small + "\n  " + line, set).Engine;

    private static string Error(string line) => Assert.Single(SessionsFiles.Check(SessionsFiles.Small + "\n  " + line), p => !p.IsWarning).ToString();

    [Fact]
    public void Blackouts_are_windows_that_may_close_positions()
    {
        var plan = Plan("blackouts: [{start: \"23:30\", end: \"00:40\", timezone: America/New_York, days: [Fri], flat: true}, {start: \"12:00\", end: \"12:30\"}]");
        Assert.Equal(["23:30-00:40 America/New_York True", "12:00-12:30 UTC False"], plan.Blackouts.Select(b => $"{b.Text} {b.Flat}"));
        Assert.Empty(Plan("blackouts: null").Blackouts);
        Assert.Empty(Plan("blackouts: [{start: \"12:00\", end: \"12:30\"}]", "blackouts=[]").Blackouts);
    }

    [Fact]
    public void Holidays_of_the_profile_do_not_reach_them() =>
        Assert.Empty(Plan("holidays: [2026-01-12]\n  blackouts: [{start: \"12:00\", end: \"12:30\"}]").Blackouts[0].Window.Holidays);

    [Theory]
    [InlineData("blackouts: [{start: \"12:00\", end: \"12:00\"}]", "an empty window")]
    [InlineData("blackouts: [{start: \"12:00\"}]", "blackouts[0].end: is missing")]
    [InlineData("blackouts: [noon]", "is 'noon'")]
    [InlineData("blackouts: [{start: \"12:00\", end: \"12:30\", holidays: [2026-01-12]}]", "'holidays' does not exist")]
    [InlineData("risk: {loss_streak: {losses: 3}}", "pause_minutes: is missing")]
    [InlineData("risk: {loss_streak: {losses: 0, pause_minutes: 10}}", "out of range")]
    [InlineData("risk: {global_daily_target_r: 0}", "global_daily_target_r")]
    [InlineData("risk: {max_currency_net: 0}", "max_currency_net")]
    [InlineData("risk: {weights: {strategies: {lsq: 0.5}}}", "Did you mean 'lsg'?")]
    [InlineData("risk: {weights: {symbols: {XAUUSD: 0.5}}}", "risk.weights.symbols.XAUUSD")]
    [InlineData("risk: {weights: {symbols: {EURUSD: -1}}}", "out of range")]
    [InlineData("risk: {weights: {symbols: {EURUSD: 1, eur/usd: 2}}}", "listed twice")]
    [InlineData("risk: {risk_parity: {floor: 0.5, cap: 0.4}}", "a cap of 0.4")]
    [InlineData("risk: {risk_parity: {floor: 0.51}}", "out of range")]
    public void What_is_wrong_with_them_is_said(string line, string why) => Assert.Contains(why, Error(line), StringComparison.Ordinal);

    [Fact]
    public void Shares_that_cannot_sum_to_1_are_an_error()
    {
        var three = SessionsFiles.Small.Replace("GBPUSD]", "GBPUSD, XAUUSD]", StringComparison.Ordinal) + "\n  risk: ";
        Assert.Contains("a floor of 0.4", Assert.Single(SessionsFiles.Check(three + "{risk_parity: {floor: 0.4, cap: 1}}"), p => !p.IsWarning).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(SessionsFiles.Check(three + "{risk_parity: {floor: 0.3333333333, cap: 1}}"), p => !p.IsWarning);
    }

    [Fact]
    public void A_symbol_that_nothing_trades_does_not_count_for_parity()
    {
        const string One = SessionsFiles.Small + "\n      symbols: [EURUSD]\n  risk: {risk_parity: {}}";
        Assert.Contains("two traded symbols", Assert.Single(SessionsFiles.Check(One), p => !p.IsWarning).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_short_a_warm_up_for_parity_is_a_warning()
    {
        var problem = SessionsFiles.Problem(SessionsFiles.Small + "\n  risk: {risk_parity: {floor: 0.2}}");
        Assert.True(problem.IsWarning);
        Assert.Contains("warmup_days: 21", problem.Message, StringComparison.Ordinal);
        Assert.Empty(SessionsFiles.Check(SessionsFiles.Small + "\n  warmup_days: 20\n  risk: {risk_parity: {floor: 0.2}}"));
    }

    [Fact]
    public void The_plan_says_beside_weights_what_they_do_not_change()
    {
        var plan = SessionsFiles.Load(SessionsFiles.Small + "\n  risk: {weights: {symbols: {eur/usd: 0.5}}}", "risk.weights.strategies.lsg=0.25");
        Assert.Equal((0.5, 0.25), (plan.Engine.Risk.Weights.Symbols["EURUSD"], plan.Engine.Risk.Weights.Strategies["lsg"]));
        Assert.Contains("weights: {strategies: {lsg: 0.25}, symbols: {EURUSD: 0.5}}  # sizes alone: limits", plan.Description.Yaml, StringComparison.Ordinal);
    }
}
