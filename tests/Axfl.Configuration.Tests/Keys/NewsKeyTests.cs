using Axfl.Configuration.Plan;
using Axfl.Configuration.Yaml;
using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Configuration.Tests.Keys;

public class NewsKeyTests
{
    private const string Calendar = "time,currency,impact,title\n2026-01-13 13:30,USD,High,Prices\n";

    private static (RunPlan? Plan, IReadOnlyList<ConfigurationProblem> Problems) Read(string news, params (string Name, string Text)[] files)
    {
        using var sessions = new SessionsFiles(SessionsFiles.Small + "\n  " + news);
        foreach (var (name, text) in files) File.WriteAllText(Path.Combine(sessions.Folder, name), text);
        var request = new RunRequest { SessionsPath = sessions.Path };
        var problems = SessionsLoader.Check(request, StrategyCatalogue.BuiltIn);
        return (problems.Any(p => !p.IsWarning) ? null : SessionsLoader.Load(request, StrategyCatalogue.BuiltIn), problems);
    }

    [Fact]
    public void A_calendar_alone_is_enough_and_the_rest_has_the_defaults_of_the_page()
    {
        var plan = Read("news: {calendar: news.csv}", ("news.csv", "time,currency,impact,title\n2026-01-13T13:30:00Z,USD,High,Prices\n")).Plan!;
        var news = plan.Engine.News!;
        Assert.Equal((NewsImpacts.High, 30, 30, false, 5, false), (news.Impacts, news.BeforeMinutes, news.AfterMinutes, news.Flat, news.FlatBeforeMinutes, news.RefusesUnknownWeeks));
        Assert.Equal("Prices", Assert.Single(news.Calendar.Events).Title);
        Assert.Equal("news.csv", Path.GetFileName(Assert.Single(plan.NewsFiles.Files).Path));
    }

    [Theory]
    [InlineData("warmup_days: 3")]
    [InlineData("news: null")]
    public void Without_it_there_is_no_news_gate(string line) => Assert.Null(Read(line).Plan!.Engine.News);

    [Fact]
    public void The_events_of_several_files_count_together()
    {
        var plan = Read("news: {calendar: [a.csv, b.json], timezone: America/New_York}", ("a.csv", Calendar),
            ("b.json", "[{\"title\":\"Summit\",\"country\":\"All\",\"date\":\"2026-01-12T08:00:00-05:00\",\"impact\":\"High\"}]")).Plan!;
        Assert.Equal(["Summit 2026-01-12T13:00:00Z", "Prices 2026-01-13T18:30:00Z"], plan.Engine.News!.Calendar.Events.Select(e => $"{e.Title} {EventTime.ToIso(e.Time)}"));
    }

    [Fact]
    public void A_line_that_cannot_be_read_is_an_error_with_file_and_line_and_all_of_them_are_told()
    {
        var problems = Read("news: {calendar: news.csv, timezone: UTC}", ("news.csv", Calendar + "2026-01-13 14:30,USD,huge,x\n2026-01-13,USD,high,x\n")).Problems;
        Assert.Equal([("news.csv", 3), ("news.csv", 4)], problems.Select(p => (Path.GetFileName(p.File), p.Line)));
        Assert.All(problems, p => Assert.Equal("portfolio.news.calendar", p.Key));
    }

    [Fact]
    public void A_time_without_a_zone_says_that_timezone_is_absent() =>
        Assert.Contains("news.timezone", Assert.Single(Read("news: {calendar: news.csv}", ("news.csv", Calendar)).Problems).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("news: {impact: [high]}", "is missing")]
    [InlineData("news: {calendar: []}", "is empty")]
    [InlineData("news: {calendar: nowhere.csv}", "does not exist")]
    [InlineData("news: {calendar: news.csv, timezone: UTC, impact: []}", "is empty")]
    [InlineData("news: {calendar: news.csv, timezone: UTC, missing: ignore}", "is not one of allow, refuse")]
    [InlineData("news: {calendar: news.csv, timezone: UTC, flat: true, before_minutes: 4}", "more than before_minutes")]
    [InlineData("news: {calender: news.csv}", "Did you mean 'calendar'?")]
    public void What_is_wrong_with_it_is_said(string news, string why) =>
        Assert.Contains(Read(news, ("news.csv", Calendar)).Problems, p => !p.IsWarning && p.Message.Contains(why, StringComparison.Ordinal));

    [Fact]
    public void A_file_of_events_for_other_currencies_than_the_plans_is_warned_of_by_its_name()
    {
        var warning = Assert.Single(Read("news: {calendar: [a.csv, b.csv, bare.csv], timezone: UTC}", ("a.csv", Calendar.Replace("High", "low", StringComparison.Ordinal)),
            ("b.csv", Calendar.Replace("USD", "USA", StringComparison.Ordinal) + "2026-01-13 13:30,\"GER;USA\",High,Prices\n"), ("bare.csv", "time,currency,impact,title\n")).Problems);
        Assert.True(warning.IsWarning);
        Assert.Equal(("b.csv", 1, "portfolio.news.calendar"), (Path.GetFileName(warning.File), warning.Line, warning.Key));
        Assert.Contains("none of its 2 events concerns a symbol of the plan: it has the currencies GER, USA, the plan EUR, GBP, USD.", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Events_for_all_currencies_concern_every_plan() =>
        Assert.Empty(Read("news: {calendar: news.csv, timezone: UTC}", ("news.csv", Calendar.Replace("USD", "all", StringComparison.Ordinal))).Problems);

    [Fact]
    public void Plans_of_one_template_share_what_was_read()
    {
        using var sessions = new SessionsFiles(SessionsFiles.Small + "\n  news: {calendar: news.csv, timezone: UTC}");
        File.WriteAllText(Path.Combine(sessions.Folder, "news.csv"), Calendar);
        var template = SessionsLoader.Open(new RunRequest { SessionsPath = sessions.Path }, StrategyCatalogue.BuiltIn);
        var text = template.Text;
        Assert.Equal(Calendar, text.Calendars[Path.Combine(sessions.Folder, "news.csv")]);
        File.Delete(Path.Combine(sessions.Folder, "news.csv"));
        var log = new ProblemLog();
        var other = template.Read([PlanOverride.Parse("news.before_minutes", "7", log)], log);
        Assert.Same(template.Plan.Engine.News!.Calendar, other.Engine.News!.Calendar);
        Assert.Equal(7, SessionsLoader.Load(new RunRequest { SessionsText = text, Set = ["news.before_minutes=7"] }, StrategyCatalogue.BuiltIn).Engine.News!.BeforeMinutes);
    }
}
