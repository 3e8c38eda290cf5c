using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Testing;

namespace Axfl.Data.Tests.Bars;

/// <summary>A gap is one count for each two consecutive bars between which a bar time inside trading hours is missing.</summary>
public class GapCounterTests
{
    private static (int Gaps, GapCounter Counter) Count(Instrument instrument, string interval, params string[] times)
    {
        Assert.True(Interval.TryParse(interval, out var parsed));
        var counter = new GapCounter(instrument, parsed);
        return (times.Count(t => counter.Next(DataFolder.Time(t)) > 0), counter);
    }

    [Theory]
    [InlineData("2026-01-09T21:55:00Z", "2026-01-11T22:00:00Z", 0)]
    [InlineData("2026-01-09T21:50:00Z", "2026-01-11T22:00:00Z", 1)]
    [InlineData("2026-01-09T21:55:00Z", "2026-01-11T22:05:00Z", 1)]
    [InlineData("2026-07-10T20:55:00Z", "2026-07-12T21:00:00Z", 0)]
    [InlineData("2026-01-08T21:55:00Z", "2026-01-11T22:00:00Z", 1)]
    [InlineData("2026-01-02T21:55:00Z", "2026-01-11T22:00:00Z", 1)]
    [InlineData("2026-01-13T07:00:00Z", "2026-01-13T07:05:00Z", 0)]
    [InlineData("2026-01-13T07:00:00Z", "2026-01-13T07:10:00Z", 1)]
    [InlineData("2026-01-10T07:00:00Z", "2026-01-10T09:00:00Z", 0)]
    public void Weekends_are_none_days_and_weeks_that_are_missing_whole_are_one(string before, string after, int gaps) =>
        Assert.Equal(gaps, Count(DataFolder.EurUsd, "5m", before, after).Gaps);

    [Theory]
    [InlineData("2026-01-13T21:55:00Z", "2026-01-13T23:00:00Z", 0)]
    [InlineData("2026-01-13T21:55:00Z", "2026-01-13T23:05:00Z", 1)]
    [InlineData("2026-01-13T21:50:00Z", "2026-01-13T23:00:00Z", 1)]
    [InlineData("2026-01-09T21:55:00Z", "2026-01-11T23:00:00Z", 0)]
    [InlineData("2026-07-14T20:55:00Z", "2026-07-14T22:00:00Z", 0)]
    public void Metals_rest_an_hour_a_day_and_on_Sundays_open_an_hour_later(string before, string after, int gaps) =>
        Assert.Equal(gaps, Count(DataFolder.Gold, "5m", before, after).Gaps);

    [Theory]
    [InlineData("2026-03-05T22:00:00Z", "2026-03-08T21:00:00Z", "2026-03-09T21:00:00Z")]
    [InlineData("2026-10-29T21:00:00Z", "2026-11-01T22:00:00Z", "2026-11-02T22:00:00Z")]
    public void Daily_bars_that_follow_New_York_over_a_change_of_its_clock_have_none(params string[] times) =>
        Assert.Equal(0, Count(DataFolder.EurUsd, "1d", times).Gaps);

    [Fact]
    public void The_largest_are_kept_with_their_dates_and_the_bars_missing_inside_trading_hours()
    {
        var (gaps, counter) = Count(DataFolder.EurUsd, "1h",
            "2026-01-05T00:00:00Z", "2026-01-05T02:00:00Z", "2026-01-08T21:00:00Z", "2026-01-11T22:00:00Z", "2026-01-12T01:00:00Z");
        Assert.Equal(4, gaps);
        Assert.Equal(
            [
                new DataGap(DataFolder.Time("2026-01-05T03:00:00Z"), DataFolder.Time("2026-01-08T21:00:00Z"), 90),
                new DataGap(DataFolder.Time("2026-01-08T22:00:00Z"), DataFolder.Time("2026-01-11T22:00:00Z"), 24),
                new DataGap(DataFolder.Time("2026-01-11T23:00:00Z"), DataFolder.Time("2026-01-12T01:00:00Z"), 2),
                new DataGap(DataFolder.Time("2026-01-05T01:00:00Z"), DataFolder.Time("2026-01-05T02:00:00Z"), 1),
            ],
            counter.Largest);
    }

    [Fact]
    public void Five_are_kept_at_the_most()
    {
        var counter = new GapCounter(DataFolder.EurUsd, new Interval(5));
        for (var i = 0; i < 20; i++) counter.Next(DataFolder.Time("2026-01-12T00:00:00Z") + i * 600_000L);
        Assert.Equal(5, counter.Largest.Count);
        Assert.Equal(DataFolder.Time("2026-01-12T00:05:00Z"), counter.Largest[0].From);
    }

    [Fact]
    public void Bars_outside_trading_hours_are_counted() => Assert.Equal(
        2, Count(DataFolder.EurUsd, "1h", "2026-01-09T21:00:00Z", "2026-01-09T22:00:00Z", "2026-01-11T21:00:00Z", "2026-01-11T22:00:00Z").Counter.OutsideHours);
}
