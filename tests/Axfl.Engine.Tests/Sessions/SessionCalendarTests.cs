using Axfl.Contracts;

namespace Axfl.Engine.Tests;

public class SessionCalendarTests
{
    [Theory]
    [InlineData("07:00", "10:00", "UTC", "2026-01-13T07:00:00Z", true)]
    [InlineData("07:00", "10:00", "UTC", "2026-01-13T09:59:59Z", true)]
    [InlineData("07:00", "10:00", "UTC", "2026-01-13T10:00:00Z", false)]
    [InlineData("07:00", "10:00", "UTC", "2026-01-17T08:00:00Z", false)]
    [InlineData("22:00", "02:00", "UTC", "2026-01-17T01:00:00Z", true)]
    [InlineData("22:00", "02:00", "UTC", "2026-01-12T01:00:00Z", false)]
    [InlineData("22:00", "24:00", "UTC", "2026-01-13T23:59:00Z", true)]
    [InlineData("07:00", "10:00", "Europe/London", "2026-03-30T06:00:00Z", true)]
    [InlineData("07:00", "10:00", "Europe/London", "2026-03-27T06:00:00Z", false)]
    [InlineData("09:00", "17:00", "Asia/Kathmandu", "2026-01-13T03:15:00Z", true)]
    [InlineData("09:00", "17:00", "Asia/Kathmandu", "2026-01-13T03:14:00Z", false)]
    public void A_window_is_half_open_and_follows_local_time(string start, string end, string zone, string time, bool open)
    {
        Assert.Equal(open, Calendar(start, end, zone).IsOpen(EngineHarness.At(time)));
    }

    [Fact]
    public void A_start_in_the_missing_hour_moves_forward_and_an_ambiguous_one_is_the_earlier()
    {
        var spring = Calendar("01:30", "04:00", "Europe/London", DayOfWeek.Sunday);
        Assert.False(spring.IsOpen(EngineHarness.At("2026-03-29T00:59:00Z")));
        Assert.True(spring.IsOpen(EngineHarness.At("2026-03-29T01:00:00Z")));
        var autumn = Calendar("01:30", "04:00", "Europe/London", DayOfWeek.Sunday);
        Assert.True(autumn.IsOpen(EngineHarness.At("2026-10-25T00:30:00Z")));
        Assert.False(autumn.IsOpen(EngineHarness.At("2026-10-25T00:29:00Z")));
    }

    [Fact]
    public void A_holiday_closes_the_windows_that_start_on_it()
    {
        var calendar = new SessionCalendar([new SessionWindow(
            TimeOfDay.Parse("07:00"), TimeOfDay.Parse("10:00"), TimeZoneInfo.Utc, new HashSet<DayOfWeek> { DayOfWeek.Friday }, new HashSet<int> { 20447 })]);
        Assert.Equal(20447, LocalTime.DateOf(TimeZoneInfo.Utc, EngineHarness.At("2025-12-25T08:00:00Z")));
        Assert.False(calendar.IsOpen(EngineHarness.At("2025-12-25T08:00:00Z")));
        Assert.True(calendar.IsOpen(EngineHarness.At("2025-12-26T08:00:00Z")));
    }

    [Fact]
    public void The_cached_answer_equals_a_fresh_one_at_every_minute_of_a_clock_change()
    {
        var cached = Calendar("22:00", "03:30", "America/New_York", Enum.GetValues<DayOfWeek>());
        var from = EngineHarness.At("2025-11-01T00:00:00Z");
        for (var t = from; t < from + 3 * EventTime.Day; t += EventTime.Minute)
            Assert.Equal(Calendar("22:00", "03:30", "America/New_York", Enum.GetValues<DayOfWeek>()).IsOpen(t), cached.IsOpen(t));
    }

    private static SessionCalendar Calendar(string start, string end, string zone, params DayOfWeek[] days) => new([new SessionWindow(
        TimeOfDay.Parse(start), TimeOfDay.Parse(end), TimeZoneInfo.FindSystemTimeZoneById(zone),
        (days.Length > 0 ? days : [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday]).ToHashSet(),
        new HashSet<int>())]);
}
