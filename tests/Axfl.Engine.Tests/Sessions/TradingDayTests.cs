using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Sessions;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Sessions;

public class TradingDayTests
{
    [Theory]
    [InlineData("UTC", "00:00", "2026-01-13T23:59:00Z", "2026-01-13")]
    [InlineData("America/New_York", "17:00", "2026-01-11T22:00:00Z", "2026-01-12")]
    [InlineData("America/New_York", "17:00", "2026-01-12T21:59:00Z", "2026-01-12")]
    [InlineData("America/New_York", "17:00", "2026-07-12T21:00:00Z", "2026-07-13")]
    [InlineData("UTC", "06:00", "2026-01-13T05:59:00Z", "2026-01-12")]
    [InlineData("UTC", "11:59", "2026-01-13T12:00:00Z", "2026-01-13")]
    [InlineData("UTC", "12:00", "2026-01-13T12:00:00Z", "2026-01-14")]
    [InlineData("UTC", "12:00", "2026-01-13T11:59:00Z", "2026-01-13")]
    public void A_trading_day_is_named_by_the_date_in_which_most_of_it_lies(string zone, string start, string time, string name)
    {
        var day = new TradingDay(new TradingDayPlan(TimeZoneInfo.FindSystemTimeZoneById(zone), TimeOfDay.Parse(start)));
        Assert.True(day.Roll(EngineHarness.At(time)));
        Assert.Equal(name, TradingDay.Format(day.Name));
    }

    [Fact]
    public void The_name_of_another_day_is_told_without_leaving_the_present_one()
    {
        var day = new TradingDay(new TradingDayPlan(TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), TimeOfDay.Parse("17:00")));
        day.Roll(EngineHarness.At("2026-01-13T12:00:00Z"));
        Assert.Equal("2026-01-09", TradingDay.Format(day.NameOf(EngineHarness.At("2026-01-09T21:59:00Z"))));
        Assert.Equal("2026-01-13", TradingDay.Format(day.NameOf(EngineHarness.At("2026-01-12T22:00:00Z"))));
        Assert.Equal("2026-01-13", TradingDay.Format(day.Name));
        Assert.Equal(EngineHarness.At("2026-01-13T22:00:00Z"), day.End);
    }

    [Fact]
    public void A_day_ends_before_its_last_moment()
    {
        var day = new TradingDay(new TradingDayPlan(TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), TimeOfDay.Parse("17:00")));
        day.Roll(EngineHarness.At("2026-01-13T12:00:00Z"));
        Assert.Equal("2026-01-13", TradingDay.Format(day.NameOf(day.End - 1)));
        Assert.Equal("2026-01-14", TradingDay.Format(day.NameOf(day.End)));
        Assert.False(day.Roll(day.End - 1));
        Assert.True(day.Roll(day.End));
    }

    [Theory]
    [InlineData("2026-01-12T00:00:00Z", 1, "2026-01-09T00:00:00Z")]
    [InlineData("2026-01-14T12:00:00Z", 3, "2026-01-09T00:00:00Z")]
    [InlineData("2026-01-14T12:00:00Z", 0, "2026-01-14T12:00:00Z")]
    public void Warm_up_counts_weekdays_back_from_the_start(string since, int days, string start)
    {
        Assert.Equal(EngineHarness.At(start), Warmup.Start(EngineHarness.At(since), days));
    }
}
