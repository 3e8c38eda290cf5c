using Axfl.Contracts;
using Axfl.Runs.Health;

namespace Axfl.Runs.Tests.Health;

public class WindowsCheckTests
{
    [Fact]
    public async Task The_next_windows_are_told_in_utc_and_in_local_time()
    {
        using var stage = new HealthStage();
        stage.Time.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Asia/Kathmandu"));
        var row = (await stage.Run(new WindowsCheck())).Of("windows orb").IsOk();
        Assert.Equal(
            "next 2026-03-04 07:00 to 10:00 UTC (12:45 to 15:45 Asia/Kathmandu); then 2026-03-05 07:00 to 10:00 UTC (12:45 to 15:45 Asia/Kathmandu); then 2026-03-06 07:00 to 10:00 UTC (12:45 to 15:45 Asia/Kathmandu)",
            row.Seen);
    }

    [Fact]
    public async Task Another_local_day_is_told_and_a_window_that_is_open_is_said_to_be()
    {
        using var stage = new HealthStage();
        stage.Sessions = stage.Sessions.Replace("""start: "07:00", end: "10:00", timezone: Europe/London""", """start: "13:00", end: "16:00", timezone: UTC""", StringComparison.Ordinal);
        stage.Time.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Australia/Brisbane"));
        Assert.StartsWith(
            "open, 2026-03-03 13:00 to 16:00 UTC (23:00 to 2026-03-04 02:00 Australia/Brisbane); then 2026-03-04 13:00", (await stage.Run(new WindowsCheck())).Of("windows orb").IsOk().Seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_strategy_has_a_row()
    {
        using var stage = new HealthStage();
        stage.Sessions = stage.Sessions.Replace("strategies: [", """strategies: [{name: lsg, windows: [{start: "07:00", end: "10:00"}]}, """, StringComparison.Ordinal);
        Assert.Equal(["windows lsg", "windows orb"], (await stage.Run(new WindowsCheck())).Select(r => r.Check));
    }

    [Theory]
    [InlineData("America/New_York", "UTC")]
    [InlineData("UTC", "America/New_York")]
    public async Task A_change_of_clocks_within_two_weeks_warns_of_a_windows_zone_and_of_this_machines(string window, string local)
    {
        // Daylight saving begins in New York on Sunday 2026-03-08 at 07:00 UTC.
        using var stage = new HealthStage();
        stage.Sessions = stage.Sessions.Replace("Europe/London", window, StringComparison.Ordinal);
        stage.Time.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById(local));
        var row = (await stage.Run(new WindowsCheck())).Of("windows orb")
            .Warns("Clocks are changed: America/New_York on 2026-03-08 07:00 UTC from UTC-05:00 to UTC-04:00, then 2026-03-09 ", "before they open and after they close");
        row.Seen(window == "UTC" ? "next 2026-03-04 07:00 to 10:00 UTC (02:00 to 05:00 America/New_York)" : "then 2026-03-04 12:00 to 15:00 UTC");
        row.Seen(window == "UTC" ? "then 2026-03-09 07:00 to 10:00 UTC (03:00 to 06:00 America/New_York)" : "then 2026-03-09 11:00 to 14:00 UTC");
    }

    [Theory]
    [InlineData("2026-03-14T12:00:00Z", false)]
    [InlineData("2026-03-15T12:00:00Z", true)]
    public void Fourteen_days_are_looked_ahead(string from, bool isFound)
    {
        // In London the clocks are changed on 2026-03-29 at 01:00 UTC.
        Assert.True(EventTime.TryParseIso(from, out var time));
        var changes = ClockChange.Within([TimeZoneInfo.FindSystemTimeZoneById("Europe/London")], time);
        Assert.Equal(isFound ? ["2026-03-29T01:00:00Z"] : [], changes.Select(c => EventTime.ToIso(c.Time)));
    }

    [Fact]
    public async Task Windows_that_do_not_open_within_two_weeks_fail()
    {
        using var stage = new HealthStage();
        stage.Sessions = stage.Sessions.Replace("timezone: Europe/London", "timezone: Europe/London, days: [Mon], holidays: [2026-03-09, 2026-03-16]", StringComparison.Ordinal);
        (await stage.Run(new WindowsCheck())).Of("windows orb").Fails("no window opens within two weeks", "days and holidays of the windows of orb");
    }
}
