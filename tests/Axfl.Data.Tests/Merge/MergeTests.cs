using Axfl.Contracts;
using Axfl.Testing;

namespace Axfl.Data.Tests.Merge;

public sealed class MergeTests : IDisposable
{
    private const string Header = "time,open,high,low,close,volume\n";
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Minutes_become_bars_with_the_true_open_high_low_and_close()
    {
        _folder.Write("EURUSD_1m.csv", Header
            + "2025-07-01T06:58:00Z,9,9,9,9,1\n2025-07-01T06:59:00Z,9,9,9,9,1\n2025-07-01T07:00:00Z,1.10,1.12,1.09,1.11,1\n2025-07-01T07:01:00Z,1.11,1.15,1.10,1.12,2\n2025-07-01T07:04:00Z,1.12,1.13,1.05,1.06,3\n2025-07-01T07:07:00Z,1.06,1.07,1.06,1.07,4\n");

        var reading = DataFolder.Read(_folder.Request(inner: true, from: DataFolder.Time("2025-07-01T07:00:00Z")));

        Assert.Equal([new Bar(DataFolder.Time("2025-07-01T07:00:00Z"), 1.10, 1.15, 1.05, 1.06, 6), new Bar(DataFolder.Time("2025-07-01T07:05:00Z"), 1.06, 1.07, 1.06, 1.07, 4)], reading.Bars);
        Assert.Equal(2, reading.Tally.Bars);
        Assert.Equal(["2025-07-01T07:00:00Z", "2025-07-01T07:01:00Z", "2025-07-01T07:04:00Z"], reading.Steps[0].Inner.ToArray().Select(b => EventTime.ToIso(b.Bar.Time)));
        Assert.True(DataFolder.Read(_folder.Request()).Steps[0].Inner.IsEmpty);
    }

    [Fact]
    public void A_period_takes_bars_put_together_as_a_whole_or_not_at_all()
    {
        _folder.Write("EURUSD_1m.csv", Header + string.Concat(Enumerable.Range(0, 15).Select(m => $"2025-07-01T07:{m:00}:00Z,1,1,1,1,1\n")));

        var reading = DataFolder.Read(_folder.Request(from: DataFolder.Time("2025-07-01T07:02:00Z"), until: DataFolder.Time("2025-07-01T07:12:00Z")));

        Assert.Equal([("2025-07-01T07:05:00Z", 5.0), ("2025-07-01T07:10:00Z", 5.0)], reading.Bars.Select(b => (EventTime.ToIso(b.Time), b.Volume)));
    }

    [Fact]
    public void Files_are_merged_by_time_and_equal_bars_count_once()
    {
        _folder.Write("EURUSD_b.csv", Header + "2025-07-01T07:10:00Z,3,3,3,3,0\n2025-07-01T07:15:00Z,4,4,4,4,0\n2025-07-01T07:20:00Z,5,5,5,5,0\n");
        _folder.Write("EURUSD_a.csv", Header + "2025-07-01T07:00:00Z,1,1,1,1,0\n2025-07-01T07:05:00Z,2,2,2,2,0\n2025-07-01T07:10:00Z,3,3,3,3,0\n");

        var reading = DataFolder.Read(_folder.Request());

        Assert.Equal([1.0, 2, 3, 4, 5], reading.Bars.Select(b => b.Open));
        Assert.Equal(1, reading.Tally.Duplicates);
        Assert.Equal(0, reading.Tally.Gaps);
        Assert.Equal(2, reading.Notes.Count);
    }

    [Fact]
    public void A_bar_whose_minutes_are_in_two_files_is_put_together_from_both()
    {
        _folder.Write("EURUSD_1m_a.csv", Header + "2025-07-01T07:00:00Z,1,1,1,1,1\n2025-07-01T07:01:00Z,2,2,2,2,1\n2025-07-01T07:02:00Z,3,3,3,3,1\n");
        _folder.Write("EURUSD_1m_b.csv", Header + "2025-07-01T07:02:00Z,3,3,3,3,1\n2025-07-01T07:03:00Z,4,4,4,4,1\n2025-07-01T07:04:00Z,5,5,5,5,1\n");

        var bar = Assert.Single(DataFolder.Read(_folder.Request()).Bars);

        Assert.Equal(new Bar(DataFolder.Time("2025-07-01T07:00:00Z"), 1, 5, 1, 5, 5), bar);
    }
}
