using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Data.Markets;
using Axfl.Testing;

namespace Axfl.Data.Tests.Bars;

public sealed class ValidationTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Broken_lines_between_good_ones_are_counted_and_named_and_never_read()
    {
        var path = _folder.Write("EURUSD.csv", """
            time,open,high,low,close,volume
            2026-01-13T06:45:00Z,1.10000,1.10020,1.09980,1.10000,1
            2026-01-13T06:50:00Z,1.10000,1.10020,1.09980,1.10000,1
            2026-01-13T06:50:00Z,1.10000,1.10020,1.09980,1.10000,1
            2026-01-13T06:55:00Z,1.10000,1.10020,1.09980,1.10000,1
            2026-01-13T06:45:00Z,1.10000,1.10500,1.09980,1.10000,1
            2026-01-13T07:00:00Z,1.10000,1.10050,1.09950,1.10000,1
            2026-01-13T07:05:00Z,1.10000,1.10500,1.09980,NaN,1
            2026-01-13T07:05:00Z,1.10000,1.10040,1.09980,1.10080,1
            2026-01-13T07:10:00Z,1.10000,1.10100,1.09980,1.10080,-1
            2026-01-13T07:10:00Z,1.10000,1.10100,0,1.10080,1
            2026-01-13T07:10:00Z,1.10000,1.10100,1.10010,1.10080,1
            2026-01-13T07:12:00Z,1.10000,1.10100,1.09980,1.10080,1
            2026-01-13T07:15:00Z,1.10000,1.10020,1.09980,1.10000,1
            2026-01-13T07:20:00Z,1.10000,1.10100,1.09980,1.10080,1
            2026-01-13T07:20:00Z,1.10000,1.10990,1.09980,1.10080,1
            not a time,1.1,1.1,1.1,1.1,1
            2026-01-13T07:25:00Z,1.10080,1.10100,1.10040,1.10070,1
            """);

        var reading = DataFolder.Read(_folder.Request());

        Assert.Equal(7, reading.Bars.Count);
        Assert.Equal(1, reading.Tally.Duplicates);
        Assert.Equal(9, reading.Tally.Rejected);
        Assert.Equal(1, reading.Tally.Gaps);
        Assert.Equal(
            [(6, "back in time"), (8, "not a finite"), (9, "high is below"), (10, "volume"), (11, "not positive"), (12, "low is above"), (13, "multiple of 5m"), (16, "differs"), (17, "time cannot be read")],
            reading.Tally.Lines.Select(l => ((int)l.Line, Expected(l.Reason))));
        Assert.All(reading.Tally.Lines, l => Assert.Equal(path, l.File));
        Assert.Equal("not a time,1.1,1.1,1.1,1.1,1", reading.Tally.Lines[^1].Text);
    }

    [Fact]
    public void Only_the_first_twenty_rejected_lines_are_kept()
    {
        _folder.Write("EURUSD.csv", "time,open,high,low,close\n2026-01-13T07:00:00Z,1,1,1,1\n" + string.Concat(Enumerable.Repeat("2026-01-13T07:05:00Z,1,1,x,1\n", 50)));
        var tally = DataFolder.Read(_folder.Request()).Tally;
        Assert.Equal((50, 20), (tally.Rejected, tally.Lines.Count));
    }

    [Theory]
    [InlineData("EURUSD", "2025-07-11T20:55:00Z", "2025-07-13T21:00:00Z", 0)] // a summer weekend
    [InlineData("EURUSD", "2025-10-31T20:55:00Z", "2025-11-02T22:00:00Z", 0)] // New York leaves summer time
    [InlineData("EURUSD", "2025-03-07T21:55:00Z", "2025-03-09T21:00:00Z", 0)] // and enters it
    [InlineData("EURUSD", "2025-07-09T20:55:00Z", "2025-07-09T22:00:00Z", 12)]
    [InlineData("EURUSD", "2025-07-09T07:00:00Z", "2025-07-09T07:10:00Z", 1)]
    [InlineData("EURUSD", "2025-07-09T07:00:00Z", "2025-07-09T07:05:00Z", 0)]
    [InlineData("XAUUSD", "2025-07-09T20:55:00Z", "2025-07-09T22:00:00Z", 0)] // the metals' rest
    [InlineData("XAUUSD", "2025-01-09T21:55:00Z", "2025-01-09T23:00:00Z", 0)]
    [InlineData("XAUUSD", "2025-07-09T20:50:00Z", "2025-07-09T22:00:00Z", 1)]
    [InlineData("XAUUSD", "2025-07-09T20:55:00Z", "2025-07-09T22:05:00Z", 1)]
    [InlineData("XAUUSD", "2025-07-09T20:55:00Z", "2025-07-10T20:55:00Z", 275)]
    [InlineData("XAUUSD", "2025-07-11T20:55:00Z", "2025-07-13T22:00:00Z", 0)] // gold's weekend
    [InlineData("XAUUSD", "2025-07-11T20:55:00Z", "2025-07-13T22:05:00Z", 1)]
    [InlineData("EURUSD", "2025-07-10T20:55:00Z", "2025-07-13T21:00:00Z", 288)] // a Friday missing whole
    [InlineData("EURUSD", "2025-07-11T20:55:00Z", "2025-07-13T21:05:00Z", 1)] // the first bar of the week
    [InlineData("EURUSD", "2025-07-11T20:50:00Z", "2025-07-13T21:00:00Z", 1)] // the last bar of the week
    [InlineData("EURUSD", "2025-07-11T20:55:00Z", "2025-07-20T21:00:00Z", 1440)] // a week missing whole
    [InlineData("EURUSD", "2025-07-12T10:00:00Z", "2025-07-13T15:00:00Z", 0)] // both bars in the weekend
    [InlineData("EURUSD", "2025-07-12T10:00:00Z", "2025-07-13T21:10:00Z", 2)]
    [InlineData("EURUSD", "2025-02-28T21:55:00Z", "2025-03-09T21:05:00Z", 1441)] // over New York's change of clocks
    public void A_gap_is_a_missing_bar_time_inside_trading_hours_however_many_weeks_apart(string symbol, string first, string second, int missing)
    {
        var counter = new GapCounter(symbol == "EURUSD" ? DataFolder.EurUsd : DataFolder.Gold, new Interval(5));
        Assert.Equal(0, counter.Next(DataFolder.Time(first)));
        Assert.Equal(missing, counter.Next(DataFolder.Time(second)));
        Assert.Equal(missing > 0 ? [(DataFolder.Time(second), (long)missing)] : [], counter.Largest.Select(g => (g.Until, g.Bars)));
    }

    [Theory]
    [InlineData("2025-07-10T00:00:00Z", "2025-07-14T00:00:00Z", 1)] // no Friday
    [InlineData("2025-07-11T00:00:00Z", "2025-07-14T00:00:00Z", 0)]
    [InlineData("2025-03-06T22:00:00Z", "2025-03-09T21:00:00Z", 0)] // days of New York over its change of clocks
    [InlineData("2025-10-30T21:00:00Z", "2025-11-02T22:00:00Z", 0)]
    public void Daily_bars_have_a_gap_where_a_trading_day_is_missing_whole(string first, string second, int missing)
    {
        var counter = new GapCounter(DataFolder.EurUsd, new Interval(1440));
        counter.Next(DataFolder.Time(first));
        Assert.Equal(missing, counter.Next(DataFolder.Time(second)));
    }

    [Fact]
    public void The_five_largest_gaps_are_kept_the_largest_first()
    {
        var counter = new GapCounter(DataFolder.EurUsd, new Interval(5));
        var time = DataFolder.Time("2025-07-08T00:00:00Z");
        counter.Next(time);
        foreach (var missing in new[] { 3, 1, 7, 2, 5, 7, 4 }) counter.Next(time += (missing + 1) * 300_000L);
        Assert.Equal([7L, 7, 5, 4, 3], counter.Largest.Select(g => g.Bars));
        Assert.True(counter.Largest[0].From < counter.Largest[1].From);
    }

    [Fact]
    public void A_hole_of_two_centuries_is_counted_at_once()
    {
        var counter = new GapCounter(DataFolder.Gold, new Interval(1));
        counter.Next(DataFolder.Time("1970-01-05T00:00:00Z"));
        Assert.True(counter.Next(DataFolder.Time("2199-12-01T00:00:00Z")) > 80_000_000);
    }

    [Theory]
    [InlineData("2025-07-11T20:59:59Z", false)]
    [InlineData("2025-07-11T21:00:00Z", true)]
    [InlineData("2025-07-13T20:59:59Z", true)]
    [InlineData("2025-07-13T21:00:00Z", false)]
    [InlineData("2025-01-10T21:59:59Z", false)]
    [InlineData("2025-01-10T22:00:00Z", true)]
    [InlineData("2025-11-02T21:30:00Z", true)]
    [InlineData("2025-11-02T22:00:00Z", false)]
    [InlineData("1970-01-01T12:00:00Z", false)]
    public void The_week_runs_from_Sunday_to_Friday_17_00_New_York(string time, bool closed)
    {
        var week = new FxWeek();
        Assert.Equal(closed, week.IsClosed(DataFolder.Time(time)));
        week.IsClosed(DataFolder.Time("2030-05-05T00:00:00Z"));
        Assert.Equal(closed, week.IsClosed(DataFolder.Time(time)));
    }

    private static string Expected(string reason) => new[] { "back in time", "not a finite", "high is below", "volume", "not positive", "low is above", "multiple of 5m", "differs", "time cannot be read" }
        .First(e => reason.Contains(e, StringComparison.Ordinal));
}
