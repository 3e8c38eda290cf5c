using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Configuration.Tests.Compatibility;

/// <summary><c>news_guard</c> and <c>risk_parity</c> of the older program.</summary>
public class OlderGuardTests
{
    private static (RunPlan? Plan, IReadOnlyList<ConfigurationProblem> Problems) Read(string lines)
    {
        using var sessions = new SessionsFiles(SessionsFiles.Small + "\n  warmup_days: 30\n  " + lines);
        File.WriteAllText(Path.Combine(sessions.Folder, "events.csv"), "time_utc,currency,impact,title\n2026-01-13 13:30,USD,High,Prices\n");
        var request = new RunRequest { SessionsPath = sessions.Path };
        var problems = SessionsLoader.Check(request, StrategyCatalogue.BuiltIn);
        return (problems.Any(p => !p.IsWarning) ? null : SessionsLoader.Load(request, StrategyCatalogue.BuiltIn), problems);
    }

    [Theory]
    [InlineData("news_guard: {enabled: true, csv_path: events.csv, pad_before_m: 15, pad_after_m: 20}")]
    [InlineData("risk: {news_guard: {csv_path: events.csv, pad_before_m: 15, pad_after_m: 20}}")]
    public void The_news_guard_is_read_as_news_with_warnings_that_name_the_present_keys(string lines)
    {
        var (plan, problems) = Read(lines);
        Assert.Equal((15, 20, 1), (plan!.Engine.News!.BeforeMinutes, plan.Engine.News.AfterMinutes, plan.Engine.News.Calendar.Events.Count));
        Assert.All(problems, p => Assert.True(p.IsWarning));
        foreach (var word in (string[])["write news: {calendar", "write 'calendar'", "write 'before_minutes'", "write 'after_minutes'"])
            Assert.Contains(problems, p => p.Message.Contains(word, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("risk_parity: {enabled: true, lookback_d: 10, floor: 0.2, cap: 0.7}")]
    [InlineData("risk: {risk_parity: {enabled: true, lookback_d: 10, floor: 0.2, cap: 0.7}}")]
    public void Risk_parity_is_read_with_warnings_that_name_the_present_keys(string lines)
    {
        var (plan, problems) = Read(lines);
        Assert.Equal(new RiskParityPlan(10, 0.2, 0.7), plan!.Engine.Risk.RiskParity);
        Assert.Contains(problems, p => p.IsWarning && p.Message.Contains("write 'lookback_days'", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_only_switched_on_has_the_defaults() => Assert.Equal(new RiskParityPlan(), Read("risk_parity: true").Plan!.Engine.Risk.RiskParity);

    [Theory]
    [InlineData("news_guard: {enabled: false, minutes: 30}")]
    [InlineData("news_guard: false")]
    [InlineData("risk: {risk_parity: {enabled: false, lookback_d: 3}}")]
    [InlineData("risk_parity: {enabled: false}")]
    public void What_is_off_is_absent(string lines)
    {
        var plan = Read(lines).Plan!;
        Assert.Null(plan.Engine.News);
        Assert.Null(plan.Engine.Risk.RiskParity);
    }

    [Theory]
    [InlineData("news_guard: {enabled: true}", "calendar: is missing")]
    [InlineData("news_guard: {csv_path: events.csv, minutes: 30}", "'minutes' does not exist")]
    [InlineData("news_guard: {csv_path: events.csv}\n  news: {calendar: events.csv}", "keep 'news'")]
    [InlineData("risk_parity: true\n  risk: {risk_parity: {}}", "keep that one")]
    [InlineData("risk_parity: {lookback_d: 3, lookback_days: 4}", "are the same key")]
    public void What_cannot_be_read_so_is_an_error(string lines, string why) =>
        Assert.Contains(Read(lines).Problems, p => !p.IsWarning && p.ToString().Contains(why, StringComparison.Ordinal));
}
