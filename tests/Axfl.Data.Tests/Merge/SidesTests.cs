using Axfl.Contracts;
using Axfl.Testing;

namespace Axfl.Data.Tests.Merge;

public sealed class SidesTests : IDisposable
{
    private const string Bid = "time,open,high,low,close\n2025-07-01T07:00:00Z,1.1000,1.1010,1.0990,1.1002\n2025-07-01T07:05:00Z,1.1002,1.1012,1.1000,1.1004\n";
    private const string Ask = "time,open,high,low,close\n2025-07-01T07:00:00Z,1.1002,1.1012,1.0992,1.1006\n2025-07-01T07:05:00Z,1.1004,1.1014,1.1002,1.1006\n";
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Bid_and_ask_files_make_mid_prices_and_measured_spreads()
    {
        _folder.Write("EURUSD_5m_bid_2025.csv", Bid);
        _folder.Write("EURUSD_5m_ask_2025.csv", Ask);

        var reading = DataFolder.Read(_folder.Request());

        Assert.Equal(2, reading.Steps.Count);
        Assert.Equal(1.1001, reading.Bars[0].Open, 12);
        Assert.Equal(1.1004, reading.Bars[0].Close, 12);
        Assert.Equal(0.0002, reading.Steps[0].OpenSpread, 12);
        Assert.Equal(0.0004, reading.Steps[0].CloseSpread, 12);
        Assert.Contains("mid and measured spread", Assert.Single(reading.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Both_sides_in_one_file_do_the_same()
    {
        _folder.Write("EURUSD.csv", "time,bid_o,bid_h,bid_l,bid_c,ask_o,ask_h,ask_l,ask_c\n2025-07-01T07:00:00Z,1.1000,1.1010,1.0990,1.1002,1.1002,1.1012,1.0992,1.1006\n"
            + "2025-07-01T07:05:00Z,1.1000,1.1010,1.0990,1.1002,,,,\n");

        var reading = DataFolder.Read(_folder.Request());

        Assert.Equal(0.0004, Assert.Single(reading.Steps).CloseSpread, 12);
        Assert.Equal("one side is missing", Assert.Single(reading.Tally.Lines).Reason);
    }

    [Fact]
    public void A_spread_over_several_bars_is_that_of_the_first_open_and_the_last_close()
    {
        _folder.Write("EURUSD_bid.csv", Bid.Replace("07:05", "07:01", StringComparison.Ordinal));
        _folder.Write("EURUSD_ask.csv", Ask.Replace("07:05", "07:01", StringComparison.Ordinal));

        var step = Assert.Single(DataFolder.Read(_folder.Request()).Steps);

        Assert.Equal(0.0002, step.OpenSpread, 12);
        Assert.Equal(0.0002, step.CloseSpread, 12);
    }

    [Fact]
    public void A_bar_with_one_side_is_rejected_with_the_line_and_file_of_that_side()
    {
        _folder.Write("EURUSD_bid.csv", Bid);
        var ask = _folder.Write("EURUSD_ask.csv", Ask.Replace("07:05:00Z,1.1004", "07:10:00Z,1.1004", StringComparison.Ordinal));

        var reading = DataFolder.Read(_folder.Request());

        Assert.Single(reading.Bars);
        Assert.Equal(["the ask side is missing", "the bid side is missing"], reading.Tally.Lines.Select(l => l.Reason));
        Assert.Equal("2025-07-01T07:05:00Z,1.1002,1.1012,1.1000,1.1004", reading.Tally.Lines[0].Text);
        Assert.Equal(ask, reading.Tally.Lines[1].File);
    }

    [Fact]
    public void A_pair_of_which_much_is_rejected_names_the_file_of_the_first_bad_line()
    {
        string Side(string price, string from, Func<int, string, string> spoil) => "time,open,high,low,close\n" + string.Concat(Enumerable.Range(0, 300)
            .Select(i => spoil(i, $"{EventTime.ToIso(DataFolder.Time(from) + i * 300_000L)},{price},{price},{price},{price}\n")));
        _folder.Write("EURUSD_bid.csv", Side("1.1", "2025-07-01T00:00:00Z", static (_, row) => row));
        var ask = _folder.Write("EURUSD_ask.csv", Side("1.2", "2025-07-01T00:00:00Z", static (i, row) => i < 150 ? row : row.Replace("1.2", "x", StringComparison.Ordinal)));
        var error = Assert.Throws<AxflException>(() => DataFolder.Read(_folder.Request()));
        Assert.Equal("DataRejected", error.ErrorId);
        Assert.Contains($"the first is line 152 of {ask}: open is not a number", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sides_are_used_only_in_a_period_that_no_other_file_covers()
    {
        _folder.Write("EURUSD_5m_bid_2025.csv", Bid);
        _folder.Write("EURUSD_5m_ask_2025.csv", Ask);
        _folder.Write("EURUSD_5m_2024-2025.csv", "time,open,high,low,close\n2024-07-01T07:00:00Z,1.2,1.2,1.2,1.2\n2024-07-01T07:05:00Z,1.2,1.2,1.2,1.2\n");
        long july = DataFolder.Time("2025-07-01T00:00:00Z");

        Assert.Equal(1.2, DataFolder.Read(_folder.Request(until: july)).Bars[0].Open);
        Assert.Equal(1.1001, DataFolder.Read(_folder.Request(from: july)).Bars[0].Open, 12);
        Assert.Equal(1.2, DataFolder.Read(_folder.Request()).Bars[0].Open);
    }

    [Fact]
    public void Several_pairs_are_matched_by_name_and_merged_by_time()
    {
        foreach (var (day, name) in new[] { ("2025-07-01", "a"), ("2025-07-02", "b") })
        {
            _folder.Write($"EURUSD-bid-{name}.csv", Bid.Replace("2025-07-01", day, StringComparison.Ordinal));
            _folder.Write($"EURUSD-ask-{name}.csv", Ask.Replace("2025-07-01", day, StringComparison.Ordinal));
        }

        var reading = DataFolder.Read(_folder.Request());

        Assert.Equal(4, reading.Bars.Count);
        Assert.All(reading.Steps, s => Assert.True(s.OpenSpread > 0));
    }

    [Fact]
    public void Minutes_of_a_day_in_an_archive_take_their_date_from_the_name()
    {
        var path = _folder.WriteZip("20140507_quote.zip", ("20140507_eurusd_minute_quote.csv",
            "0,1.39286,1.39286,1.39278,1.39278,0,1.39298,1.39298,1.39289,1.39290,0\n60000,1.39279,1.39280,1.39278,1.39280,0,1.39290,1.39292,1.39289,1.39291,0\n"));

        var reading = DataFolder.Read(_folder.Request("1m", dataPath: "EURUSD=" + path));

        Assert.Equal(["2014-05-07T00:00:00Z", "2014-05-07T00:01:00Z"], reading.Bars.Select(b => EventTime.ToIso(b.Time)));
        Assert.Equal(0.00012, reading.Steps[0].OpenSpread, 12);
    }
}
