using Axfl.Contracts;
using Axfl.Runs.Health;

namespace Axfl.Runs.Tests.Health;

/// <summary>The clock stands at Tuesday 2026-03-03; the week of the calendar ends with Saturday the 7th in New York.</summary>
public class NewsCalendarCheckTests
{
    private const string Header = "time_utc,currency,impact,title\n", ThisWeek = "2026-03-06T13:30:00Z,USD,high,Payrolls\n", NextWeek = "2026-03-11T12:30:00Z,USD,high,Prices\n";

    [Fact]
    public async Task A_plan_without_news_has_a_row_that_says_so()
    {
        using var stage = new HealthStage();
        Assert.Equal(new HealthResult("news calendar", HealthStates.Ok, "the plan has no news calendar", null), Assert.Single(await stage.Run(new NewsCalendarCheck())));
    }

    [Fact]
    public async Task Calendars_that_together_cover_the_next_seven_days_are_ok_and_say_until_when_they_go()
    {
        using var stage = Stage("[a.csv, b.csv]");
        await Write(stage, "a.csv", Header + "2026-03-02T09:00:00Z,EUR,low,Talk\n" + ThisWeek);
        await Write(stage, "b.csv", Header + NextWeek);
        var rows = await stage.Run(new NewsCalendarCheck());
        Assert.Equal(["news calendar", "news calendar a.csv", "news calendar b.csv"], rows.Select(r => r.Check));
        Assert.Equal(
            "covers the next 7 days: its last event is at 2026-03-11T12:30:00Z; the next that counts for the plan is Payrolls (USD) at 2026-03-06T13:30:00Z", rows.Of("news calendar").IsOk().Seen);
        Assert.Equal($"2 events from 2026-03-02 to 2026-03-06 in {stage["a.csv"]}", rows.Of("news calendar a.csv").IsOk().Seen);
        Assert.Equal($"1 event from 2026-03-11 to 2026-03-11 in {stage["b.csv"]}", rows.Of("news calendar b.csv").IsOk().Seen);
    }

    [Theory]
    [InlineData("allow", "entries are taken as if there were no news (missing: allow)")]
    [InlineData("refuse", "every entry is blocked (missing: refuse)")]
    public async Task A_calendar_that_ends_within_seven_days_warns_with_its_last_event_and_what_follows(string missing, string then)
    {
        using var stage = Stage("n.csv", missing);
        await Write(stage, "n.csv", Header + ThisWeek);
        (await stage.Run(new NewsCalendarCheck())).Of("news calendar").Warns("ends with this week, within the next 7 days: its last event is at 2026-03-06T13:30:00Z", $"Bring {stage["n.csv"]} up to date, past 2026-03-10")
            .Seen(then);
    }

    [Theory]
    [InlineData("2026-02-27T13:30:00Z", "its last event is at 2026-02-27T13:30:00Z")]
    [InlineData("2026-03-09T13:30:00Z", "its first event is at 2026-03-09T13:30:00Z, its last at 2026-03-09T13:30:00Z")]
    public async Task A_calendar_that_does_not_know_this_week_fails_where_entries_are_refused_and_warns_where_they_are_not(string time, string reach)
    {
        using var stage = Stage("n.csv", "refuse");
        await Write(stage, "n.csv", $"{Header}{time},USD,high,Payrolls\n");
        (await stage.Run(new NewsCalendarCheck())).Of("news calendar").Fails($"knows nothing of this week: {reach}. In a week it does not know every entry is blocked", "up to date");
        stage.Sessions = stage.Sessions.Replace("missing: refuse", "missing: allow", StringComparison.Ordinal);
        (await stage.Run(new NewsCalendarCheck())).Of("news calendar").Warns($"knows nothing of this week: {reach}", "up to date");
    }

    [Fact]
    public async Task A_file_without_events_warns_by_its_name_though_another_covers_the_days()
    {
        using var stage = Stage("[full.csv, bare.csv]");
        await Write(stage, "full.csv", Header + ThisWeek + NextWeek);
        await Write(stage, "bare.csv", Header);
        var rows = await stage.Run(new NewsCalendarCheck());
        rows.Of("news calendar").IsOk();
        rows.Of("news calendar bare.csv").Warns($"{stage["bare.csv"]} has no events", "take it out of news: calendar");
    }

    [Fact]
    public async Task Events_none_of_which_counts_for_the_plan_warn()
    {
        using var stage = Stage("n.csv");
        await Write(stage, "n.csv", Header + ThisWeek.Replace("USD", "JPY", StringComparison.Ordinal) + NextWeek.Replace("high", "low", StringComparison.Ordinal));
        (await stage.Run(new NewsCalendarCheck())).Of("news calendar").Warns("none of its events counts for the plan", "news: impact");
    }

    [Theory]
    [InlineData(true, "n.csv(3,1): error: ")]
    [InlineData(false, "n.csv")]
    public async Task A_calendar_that_cannot_be_read_fails_by_its_file_and_line(bool exists, string seen)
    {
        using var stage = Stage("n.csv");
        if (exists) await Write(stage, "n.csv", Header + ThisWeek + "soon,USD,high,Prices\n");
        var row = Assert.Single(await stage.Run(new NewsCalendarCheck()));
        Assert.Equal("news calendar", row.Check);
        row.Fails(stage[seen], "Correct the files and lines named").Seen("1 error: ");
    }

    [Fact]
    public async Task Of_many_errors_the_first_are_named_and_the_rest_counted()
    {
        using var stage = Stage("n.csv");
        await Write(stage, "n.csv", Header + string.Concat(Enumerable.Repeat("soon,USD,high,Prices\n", 7)));
        Assert.Single(await stage.Run(new NewsCalendarCheck())).Fails("7 errors: ", "axfl sessions check").Seen("n.csv(4,1)").Seen("; and 4 more");
    }

    [Fact]
    public async Task A_file_that_is_damaged_after_the_plan_was_read_fails_by_itself()
    {
        using var stage = Stage("n.csv");
        await Write(stage, "n.csv", Header + ThisWeek + NextWeek);
        var rows = await stage.Run(new Spoiling(() => File.WriteAllText(stage["n.csv"], "nothing of a calendar\n")));
        rows.Of("news calendar n.csv").Fails(stage["n.csv"], "Correct the file");
    }

    [Fact]
    public async Task A_plan_that_is_wrong_elsewhere_leaves_it_unlooked_at()
    {
        using var stage = Stage("n.csv");
        await Write(stage, "n.csv", Header + ThisWeek + NextWeek);
        stage.Sessions = stage.Sessions.Replace("interval: 5m", "intervall: 5m", StringComparison.Ordinal);
        Assert.Single(await stage.Run(new NewsCalendarCheck())).Warns("the plan cannot be used", "'sessions'");
    }

    private static HealthStage Stage(string calendar, string missing = "allow")
    {
        var stage = new HealthStage();
        stage.Sessions += $"\n  news: {{calendar: {calendar}, missing: {missing}}}";
        return stage;
    }

    private static Task Write(HealthStage stage, string name, string text) => File.WriteAllTextAsync(stage[name], text);

    // Something happens between the reading of the plan and the look at its files.
    private sealed class Spoiling(Action spoil) : HealthCheck("spoiling", TimeSpan.FromSeconds(20))
    {
        public override string Advice => "";

        public override async Task<IReadOnlyList<HealthResult>> Look(HealthScene scene, CancellationToken cancellationToken)
        {
            await scene.Plan;
            spoil();
            return await new NewsCalendarCheck().Look(scene, cancellationToken);
        }
    }
}
