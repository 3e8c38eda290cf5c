using System.Globalization;
using Axfl.Contracts;
using Axfl.Data.Check;
using Axfl.Data.Markets;
using Axfl.Testing;

namespace Axfl.Data.Tests.Check;

public sealed class DataCheckTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_report_says_what_a_file_is_and_counts_what_is_wrong()
    {
        var path = _folder.Write("EURUSD_5m.csv", """
            time,open,high,low,close
            2025-07-01T07:00:00Z,1,1,1,1
            2025-07-01T07:05:00Z,1,1,1,1
            2025-07-01T07:05:00Z,1,1,1,1
            2025-07-01T07:15:00Z,1,1,1,1
            2025-07-01T07:20:00Z,1,x,1,1
            2025-07-01T07:25:00Z,1,1,1,1
            2025-07-01T07:30:00Z,1,1,1,1
            2025-07-05T07:30:00Z,1,1,1,1
            """);

        var report = Assert.Single(DataCheck.Run(new DataCheckRequest(path, null), null, CancellationToken.None));

        Assert.Equal(("EURUSD", "canonical", "offset in file", "5m"), (report.Symbol, report.Dialect, report.Timezone, report.Interval));
        Assert.Equal((6L, 1L, 1L, 1L), (report.Bars, report.Duplicates, report.Rejected, report.WeekendBars));
        Assert.Equal([new GapBucket("1", 2), new GapBucket("288+", 1)], report.GapSizes);
        Assert.Equal(new DateTime(2025, 7, 5, 7, 30, 0, DateTimeKind.Utc), report.LargestGaps[0].Until);
        Assert.Equal((path, 6L, "2025-07-01T07:20:00Z,1,x,1,1"), report.RejectedLines.Select(l => (l.File, l.Line, l.Text)).Single());
        Assert.Equal(new DateTime(2025, 7, 1, 7, 0, 0, DateTimeKind.Utc), report.First);
        Assert.Equal(new DateTime(2025, 7, 5, 7, 30, 0, DateTimeKind.Utc), report.Last);
    }

    [Theory]
    [InlineData("-05:00", "UTC-05:00")]
    [InlineData("UTC-03:30", "UTC-03:30")]
    [InlineData("America/New_York", "America/New_York")]
    [InlineData("America/New_York+7", "America/New_York+7")]
    [InlineData("Europe/Athens", "Europe/Athens")]
    public void A_clock_that_is_not_the_one_given_is_recognised_by_when_the_weeks_open(string clock, string expected)
    {
        var path = _folder.Write("EURUSD.csv", Weeks(DataZone.Find(clock)));

        var wrong = Assert.Single(DataCheck.Run(new DataCheckRequest(path, null), null, CancellationToken.None));
        Assert.Contains(wrong.Warnings, w => w.Contains($"fits best is {expected} ", StringComparison.Ordinal));

        var right = Assert.Single(DataCheck.Run(new DataCheckRequest(path, clock), null, CancellationToken.None));
        Assert.DoesNotContain(right.Warnings, w => w.Contains("mislabelled", StringComparison.Ordinal));
        Assert.Equal(0, right.WeekendBars);
    }

    [Fact]
    public void The_hours_by_which_most_weeks_are_off_are_named_the_more_frequent_first()
    {
        var path = _folder.Write("EURUSD.csv", Weeks(DataZone.Find("America/New_York+7")));
        var wrong = Assert.Single(DataCheck.Run(new DataCheckRequest(path, null), null, CancellationToken.None));
        Assert.Contains(wrong.Warnings, w => w.Contains(" weeks open +3 h or +2 h away from Sunday 17:00 New York", StringComparison.Ordinal));
    }

    [Fact]
    public void Mixed_intervals_and_scaled_prices_are_pointed_out()
    {
        var hours = string.Concat(Enumerable.Range(0, 20).Select(h => $"2025-07-01T{h:00}:00:00Z,158611,158611,158611,158611\n"));
        var minutes = string.Concat(Enumerable.Range(1, 100).Select(m => EventTime.ToIso(DataFolder.Time("2025-07-01T20:00:00Z") + m * 300_000L) + ",158611,158611,158611,158611\n"));
        var path = _folder.Write("GBPUSD.csv", "time,open,high,low,close\n" + hours + minutes);

        var report = Assert.Single(DataCheck.Run(new DataCheckRequest(path, null), null, CancellationToken.None));

        Assert.Equal("5m", report.Interval);
        Assert.Contains(report.Warnings, w => w.StartsWith("Mixed intervals: 19 steps of 60 minutes", StringComparison.Ordinal));
        Assert.Contains(report.Warnings, w => w.Contains("158611", StringComparison.Ordinal));
    }

    [Fact]
    public void The_metals_daily_rest_and_later_opening_are_no_fault()
    {
        var times = Enumerable.Range(0, 21 * 24).Select(h => DataFolder.Time("2025-06-30T00:00:00Z") + h * 3_600_000L);
        var week = new FxWeek();
        var text = "time,open,high,low,close\n" + string.Concat(times.Where(t => !week.IsClosed(t) && !FxWeek.IsMetalsRest(t)).Select(t => EventTime.ToIso(t) + ",3300,3300,3300,3300\n"));

        var report = Assert.Single(DataCheck.Run(new DataCheckRequest(_folder.Write("XAUUSD.csv", text), null), null, CancellationToken.None));

        Assert.Equal(0, report.Gaps);
        Assert.Empty(report.Warnings);
    }

    [Fact]
    public void A_strange_file_of_a_folder_does_not_hide_the_others()
    {
        _folder.Write("EURUSD.csv", "time,open,high,low,close\n2025-07-01T07:00:00Z,1,1,1,1\n");
        _folder.Write("notes.txt", "remember the milk");

        var reports = DataCheck.Run(new DataCheckRequest(_folder.Path, null), null, CancellationToken.None);

        Assert.Equal(["canonical", "unknown"], reports.Select(r => r.Dialect));
        Assert.Contains("notes.txt", Assert.Single(reports[1].Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2300-01-05T00:01:00Z")]
    [InlineData("1969-12-31T23:59:00Z")]
    public void Rows_outside_1970_to_2199_are_named_with_what_to_do(string time)
    {
        var path = _folder.Write("EURUSD.csv", $"time,open,high,low,close\n{time},1,1,1,1\n{time},1,1,1,1\n");

        var report = Check(path);

        Assert.Equal([(path, 2L), (path, 3L)], report.RejectedLines.Select(l => (l.File, l.Line)));
        Assert.All(report.RejectedLines, l => Assert.Contains("not within 1970 to 2199: correct the row, or say with ", l.Reason, StringComparison.Ordinal));
        Assert.Contains("all 2 lines are rejected, the first is line 2", report.Refusal, StringComparison.Ordinal);
        Assert.Equal(("unknown", 0L), (report.Interval, report.Bars));
    }

    [Fact]
    public void The_interval_of_one_bar_is_unknown()
    {
        // A day's range, which would be hard to believe of a minute.
        var report = Check(_folder.Write("EURUSD.csv", "time,open,high,low,close\n2025-07-01T00:00:00Z,1.10,1.12,1.09,1.11\n"));

        Assert.Equal(("unknown", 1L, 0L), (report.Interval, report.Bars, report.Gaps));
        Assert.Empty(report.Warnings);
    }

    [Fact]
    public void The_interval_of_two_bars_is_the_step_between_them() => Assert.Equal(
        "1h", Check(_folder.Write("EURUSD.csv", "time,open,high,low,close\n2025-07-01T07:00:00Z,1,1,1,1\n2025-07-01T08:00:00Z,1,1,1,1\n")).Interval);

    [Fact]
    public void Rows_in_no_order_are_said_to_be_so_with_the_first_that_goes_back()
    {
        // The minutes of a day, shuffled the same way each time: 00:00, 20:00, 13:25, ...
        var times = Enumerable.Range(0, 1440).OrderBy(i => (i * (long)i * 7919 + i * 104729L) % 1_000_003).Select(i => DataFolder.Time("2025-07-01T00:00:00Z") + i * 60_000L);
        var path = _folder.Write("EURUSD.csv", "time,open,high,low,close\n" + string.Concat(times.Select(t => EventTime.ToIso(t) + ",1,1,1,1\n")));

        var report = Check(path);

        Assert.Contains(report.Warnings, w => w.Contains("not in order of time: ", StringComparison.Ordinal)
            && w.Contains("the first in line 4, 2025-07-01T13:25:00Z after 2025-07-01T20:00:00Z. Sort the file", StringComparison.Ordinal));
        Assert.Equal("unknown", report.Interval);
        Assert.NotNull(report.Refusal);
    }

    [Fact]
    public void Two_files_joined_in_the_wrong_order_keep_their_interval()
    {
        string Day(string day) => string.Concat(Enumerable.Range(0, 200).Select(i => EventTime.ToIso(DataFolder.Time(day) + i * 300_000L) + ",1,1,1,1\n"));
        var report = Check(_folder.Write("EURUSD.csv", "time,open,high,low,close\n" + Day("2025-07-02T00:00:00Z") + Day("2025-07-01T00:00:00Z")));

        Assert.Equal("5m", report.Interval);
        Assert.Contains(report.Warnings, w => w.Contains("1 of them go back, the first in line 202, 2025-07-01T00:00:00Z after 2025-07-02T16:35:00Z", StringComparison.Ordinal));
    }

    [Fact]
    public void A_path_that_does_not_exist_is_named()
    {
        var error = Assert.Throws<AxflException>(() => DataCheck.Run(new DataCheckRequest("/no/such/file.csv", null), null, CancellationToken.None));
        Assert.Equal("DataFileNotFound", error.ErrorId);
    }

    private static DataReport Check(string path) => Assert.Single(DataCheck.Run(new DataCheckRequest(path, null), null, CancellationToken.None));

    // Half-hourly bars of a year's open market, written in a clock, without offset.
    private static string Weeks(DataZone clock)
    {
        var week = new FxWeek();
        var begin = DataFolder.Time("2024-01-01T00:00:00Z");
        var times = Enumerable.Range(0, 364 * 48).Select(h => begin + h * 1_800_000L).Where(t => !week.IsClosed(t));
        return "time,open,high,low,close\n" + string.Concat(times.Select(t =>
            EventTime.ToDateTime(clock.ToLocal(t)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + ",1,1,1,1\n"));
    }
}
