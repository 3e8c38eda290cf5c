using Axfl.Contracts;
using Axfl.Runs.Fold;

namespace Axfl.Runs.Tests.Fold;

public class MarketHoursTests
{
    [Theory]
    [InlineData("2026-01-09T21:59:59Z", false)]
    [InlineData("2026-01-09T22:00:00Z", true)]
    [InlineData("2026-01-11T21:59:59Z", true)]
    [InlineData("2026-01-11T22:00:00Z", false)]
    [InlineData("2026-07-10T21:00:00Z", true)]
    [InlineData("2026-07-12T21:00:00Z", false)]
    public void The_weekend_is_from_Friday_to_Sunday_17_00_New_York(string time, bool closed) =>
        Assert.Equal(closed, new MarketHours([]).IsClosed(At(time)));

    [Theory]
    [InlineData("XAUUSD", true)]
    [InlineData("XAGUSD", true)]
    [InlineData("EURUSD", false)]
    [InlineData(null, false)]
    public void Metals_rest_for_an_hour_after_17_00_New_York_and_currencies_do_not(string? symbol, bool quiet)
    {
        var hours = new MarketHours([]);
        Assert.Equal(quiet, hours.IsQuiet(symbol, At("2026-01-13T22:30:00Z")));
        Assert.False(hours.IsQuiet(symbol, At("2026-01-13T23:00:00Z")));
    }

    [Fact]
    public void On_a_holiday_of_the_plan_silence_is_normal_and_prices_are_taken()
    {
        var hours = new MarketHours(["2026-12-25"]);
        Assert.True(hours.IsQuiet(null, At("2026-12-25T12:00:00Z")));
        Assert.False(hours.IsClosed(At("2026-12-25T12:00:00Z")));
        Assert.False(hours.IsQuiet(null, At("2026-12-24T12:00:00Z")));
    }

    private static long At(string time) => EventTime.TryParseIso(time, out var at) ? at : throw new FormatException(time);
}
