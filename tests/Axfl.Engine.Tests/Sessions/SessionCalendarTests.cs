using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Sessions;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Sessions;

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
            TimeOfDay.Parse("07:00"), TimeOfDay.Parse("10:00"), TimeZoneInfo.Utc, DaysOfWeek.Of(DayOfWeek.Friday), new HashSet<int> { 20447 })]);
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

    [Fact]
    public void A_slot_is_in_session_in_any_of_its_windows()
    {
        var calendar = new SessionCalendar([SessionWindows.Daily("07:00", "09:00"), SessionWindows.Daily("08:00", "10:00"), SessionWindows.Daily("13:00", "14:00")]);
        Assert.Equal(
            [false, true, true, true, false, true, false],
            new[] { "06:59", "07:00", "09:00", "09:59", "10:00", "13:30", "14:00" }.Select(t => calendar.IsOpen(EngineHarness.At($"2026-01-13T{t}:00Z"))));
    }

    [Fact]
    public void A_window_that_crosses_midnight_belongs_to_the_day_on_which_it_starts()
    {
        var friday = DaysOfWeek.Of(DayOfWeek.Friday);
        var calendar = new SessionCalendar([SessionWindows.On("22:00", "02:00", "UTC", friday)]);
        Assert.True(calendar.IsOpen(EngineHarness.At("2026-01-16T22:00:00Z")));
        Assert.True(calendar.IsOpen(EngineHarness.At("2026-01-17T01:59:00Z")));
        Assert.False(calendar.IsOpen(EngineHarness.At("2026-01-17T22:00:00Z")));
        // 2026-01-16 is day 20,469: a holiday on it closes the window into the next morning.
        Assert.Equal(20_469, LocalTime.DateOf(TimeZoneInfo.Utc, EngineHarness.At("2026-01-16T22:00:00Z")));
        Assert.False(new SessionCalendar([SessionWindows.On("22:00", "02:00", "UTC", friday, 20_469)]).IsOpen(EngineHarness.At("2026-01-17T01:00:00Z")));
        Assert.True(new SessionCalendar([SessionWindows.On("22:00", "02:00", "UTC", friday, 20_470)]).IsOpen(EngineHarness.At("2026-01-17T01:00:00Z")));
    }

    [Fact]
    public void A_holiday_is_a_date_of_the_window_s_zone()
    {
        // 08:00 to 10:00 in Tokyo on the 14th is 23:00 to 01:00 UTC from the 13th; day 20,467 is 2026-01-14.
        Assert.False(new SessionCalendar([SessionWindows.Daily("08:00", "10:00", "Asia/Tokyo", 20_467)]).IsOpen(EngineHarness.At("2026-01-13T23:30:00Z")));
        Assert.True(new SessionCalendar([SessionWindows.Daily("08:00", "10:00", "Asia/Tokyo", 20_466)]).IsOpen(EngineHarness.At("2026-01-13T23:30:00Z")));
    }

    [Theory]
    [InlineData("2026-01-13T06:00:00Z", "2026-01-13T07:00:00Z")]
    [InlineData("2026-01-13T07:00:00Z", "2026-01-13T10:00:00Z")]
    [InlineData("2026-01-13T09:59:00Z", "2026-01-13T10:00:00Z")]
    [InlineData("2026-01-13T10:00:00Z", "2026-01-14T07:00:00Z")]
    public void The_next_change_is_the_end_of_the_session_or_the_start_of_the_next(string time, string change)
    {
        var calendar = Calendar("07:00", "10:00", "UTC");
        Assert.Equal(change, EventTime.ToIso(calendar.NextChange(EngineHarness.At(time))));
        Assert.Equal(change, EventTime.ToIso(calendar.NextChange(EngineHarness.At(time))));
    }

    [Fact]
    public void The_next_change_is_right_whatever_was_asked_before()
    {
        var calendar = Calendar("07:00", "10:00", "UTC");
        var asked = new[] { "06:00", "07:00", "08:00", "06:30", "10:00", "09:59", "07:00", "06:59" };
        Assert.Equal(
            ["13T07", "13T10", "13T10", "13T07", "14T07", "13T10", "13T10", "13T07"],
            asked.Select(t => EventTime.ToIso(calendar.NextChange(EngineHarness.At($"2026-01-13T{t}:00Z")))[8..13]));
    }

    [Theory]
    [InlineData("UTC", DayOfWeek.Tuesday, "2026-01-13T12:00:00Z", true)]
    [InlineData("UTC", DayOfWeek.Wednesday, "2026-01-13T12:00:00Z", false)]
    [InlineData("UTC", DayOfWeek.Sunday, "2026-01-18T12:00:00Z", true)]
    [InlineData("UTC", DayOfWeek.Monday, "2026-01-12T12:00:00Z", true)]
    [InlineData("Pacific/Auckland", DayOfWeek.Wednesday, "2026-01-13T12:00:00Z", true)]
    public void Days_are_those_of_the_window_s_zone(string zone, DayOfWeek day, string time, bool open) =>
        Assert.Equal(open, new SessionCalendar([SessionWindows.On("00:00", "24:00", zone, DaysOfWeek.Of(day))]).IsOpen(EngineHarness.At(time)));

    [Fact]
    public void A_time_that_goes_back_is_answered_anew()
    {
        var calendar = Calendar("07:00", "10:00", "UTC");
        Assert.True(calendar.IsOpen(EngineHarness.At("2026-01-13T09:00:00Z")));
        Assert.False(calendar.IsOpen(EngineHarness.At("2026-01-12T06:00:00Z")));
        Assert.True(calendar.IsOpen(EngineHarness.At("2026-01-13T09:00:00Z")));
    }

    private static SessionCalendar Calendar(string start, string end, string zone, params DayOfWeek[] days) => new([new SessionWindow(
        TimeOfDay.Parse(start), TimeOfDay.Parse(end), TimeZoneInfo.FindSystemTimeZoneById(zone),
        days.Length > 0 ? DaysOfWeek.Of(days) : DaysOfWeek.Weekdays,
        new HashSet<int>())]);
}
