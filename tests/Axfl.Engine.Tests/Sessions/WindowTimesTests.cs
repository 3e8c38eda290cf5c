using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Sessions;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Sessions;

public class WindowTimesTests
{
    private static string After(SessionWindow window, string time)
    {
        var (start, end) = new WindowTimes(window).EndingAfter(EngineHarness.At(time));
        return $"{EventTime.ToIso(start)} {EventTime.ToIso(end)}";
    }

    [Theory]
    [InlineData("2026-01-13T06:00:00Z")]
    [InlineData("2026-01-13T07:59:59Z")]
    public void The_first_that_has_not_ended_is_found(string time) =>
        Assert.Equal("2026-01-13T07:00:00Z 2026-01-13T08:00:00Z", After(SessionWindows.Daily("07:00", "08:00"), time));

    [Fact]
    public void At_its_end_the_next_one_is() => Assert.Equal("2026-01-14T07:00:00Z 2026-01-14T08:00:00Z", After(SessionWindows.Daily("07:00", "08:00"), "2026-01-13T08:00:00Z"));

    [Fact]
    public void One_that_crosses_midnight_belongs_to_the_day_of_its_start() => Assert.Equal(
        "2026-01-19T23:30:00Z 2026-01-20T00:40:00Z", After(SessionWindows.On("23:30", "00:40", "UTC", DaysOfWeek.Of(DayOfWeek.Monday)), "2026-01-13T00:40:00Z"));

    [Fact]
    public void One_that_daylight_saving_leaves_empty_is_passed_over() => Assert.Equal(
        "2026-03-09T06:10:00Z 2026-03-09T06:50:00Z", After(SessionWindows.Daily("02:10", "02:50", "America/New_York"), "2026-03-08T06:00:00Z"));

    [Fact]
    public void Times_may_go_back()
    {
        var times = new WindowTimes(SessionWindows.Daily("07:00", "08:00"));
        Assert.Equal(EngineHarness.At("2026-01-15T07:00:00Z"), times.EndingAfter(EngineHarness.At("2026-01-15T00:00:00Z")).Start);
        Assert.Equal(EngineHarness.At("2026-01-13T07:00:00Z"), times.EndingAfter(EngineHarness.At("2026-01-13T00:00:00Z")).Start);
    }
}
