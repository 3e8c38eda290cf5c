using Axfl.Engine.Plan;

namespace Axfl.Engine.Tests.Plan;

/// <summary>Some days of the week.</summary>
public class DaysOfWeekTests
{
    [Theory]
    [InlineData(DayOfWeek.Sunday, false)]
    [InlineData(DayOfWeek.Monday, true)]
    [InlineData(DayOfWeek.Friday, true)]
    [InlineData(DayOfWeek.Saturday, false)]
    public void Weekdays_are_Monday_to_Friday(DayOfWeek day, bool isOne) => Assert.Equal(isOne, DaysOfWeek.Weekdays.Contains(day));

    [Fact]
    public void All_are_seven() => Assert.All(Enum.GetValues<DayOfWeek>(), d => Assert.True(DaysOfWeek.All.Contains(d)));

    [Fact]
    public void Equal_days_are_equal_in_any_order() => Assert.Equal(DaysOfWeek.Of(DayOfWeek.Friday, DayOfWeek.Sunday), DaysOfWeek.Of(DayOfWeek.Sunday, DayOfWeek.Friday, DayOfWeek.Friday));

    [Fact]
    public void None_is_the_default() => Assert.All(Enum.GetValues<DayOfWeek>(), d => Assert.False(default(DaysOfWeek).Contains(d)));
}
