using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Sessions;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Sessions;

public class NextWindowTests
{

    [Theory]
    [InlineData("07:00", "10:00", "2026-01-13T08:00:00Z", "2026-01-13T07:00:00Z", "2026-01-13T10:00:00Z")]
    [InlineData("07:00", "10:00", "2026-01-13T06:59:00Z", "2026-01-13T07:00:00Z", "2026-01-13T10:00:00Z")]
    [InlineData("07:00", "10:00", "2026-01-13T07:00:00Z", "2026-01-13T07:00:00Z", "2026-01-13T10:00:00Z")]
    [InlineData("07:00", "10:00", "2026-01-13T09:59:59Z", "2026-01-13T07:00:00Z", "2026-01-13T10:00:00Z")]
    [InlineData("07:00", "10:00", "2026-01-13T10:00:00Z", "2026-01-14T07:00:00Z", "2026-01-14T10:00:00Z")]
    [InlineData("07:00", "10:00", "2026-01-16T11:00:00Z", "2026-01-19T07:00:00Z", "2026-01-19T10:00:00Z")]
    [InlineData("22:00", "02:00", "2026-01-14T01:00:00Z", "2026-01-13T22:00:00Z", "2026-01-14T02:00:00Z")]
    [InlineData("22:00", "02:00", "2026-01-14T02:00:00Z", "2026-01-14T22:00:00Z", "2026-01-15T02:00:00Z")]
    [InlineData("00:00", "24:00", "2026-01-13T00:00:00Z", "2026-01-13T00:00:00Z", "2026-01-14T00:00:00Z")]
    public void The_open_window_else_the_next_is_told_with_its_start_and_end(string start, string end, string now, string from, string until)
    {
        var found = NextWindow.At([SessionWindows.On(start, end, "UTC", DaysOfWeek.Weekdays)], EngineHarness.At(now));
        Assert.Equal((EngineHarness.At(from), EngineHarness.At(until)), found);
    }

    [Fact]
    public void A_window_that_daylight_saving_leaves_empty_is_passed_over()
    {
        var found = NextWindow.At([SessionWindows.Daily("02:10", "02:50", "America/New_York")], EngineHarness.At("2026-03-08T06:00:00Z"));
        Assert.Equal((EngineHarness.At("2026-03-09T06:10:00Z"), EngineHarness.At("2026-03-09T06:50:00Z")), found);
    }

    [Theory]
    [InlineData("14:00", "07:00")]
    [InlineData("07:00", "14:00")]
    public void Of_several_windows_the_one_that_starts_first_is_told(string first, string second)
    {
        var found = NextWindow.At([SessionWindows.Daily(first, "16:00"), SessionWindows.Daily(second, "16:00")], EngineHarness.At("2026-01-13T05:00:00Z"));
        Assert.Equal((EngineHarness.At("2026-01-13T07:00:00Z"), EngineHarness.At("2026-01-13T16:00:00Z")), found);
    }

    [Fact]
    public void Of_windows_that_start_together_the_first_in_the_plan_is_told()
    {
        var found = NextWindow.At([SessionWindows.Daily("07:00", "09:00"), SessionWindows.Daily("07:00", "16:00")], EngineHarness.At("2026-01-13T05:00:00Z"));
        Assert.Equal(EngineHarness.At("2026-01-13T09:00:00Z"), found!.Value.End);
    }

    [Theory]
    [InlineData(13, "2026-01-27T07:00:00Z")]
    [InlineData(14, null)]
    public void A_window_is_looked_for_two_weeks_ahead(int holidays, string? start)
    {
        var now = EngineHarness.At("2026-01-13T05:00:00Z");
        var today = LocalTime.DateOf(TimeZoneInfo.Utc, now);
        var window = SessionWindows.Daily("07:00", "10:00", "UTC", [.. Enumerable.Range(today, holidays + 1)]);
        var found = NextWindow.At([window], now);
        Assert.Equal(start is null ? null : EngineHarness.At(start), found?.Start);
    }
}
