using Axfl.Contracts;
using Axfl.Data.Dialects;
using Axfl.Testing;

namespace Axfl.Data.Tests.Dialects;

/// <summary>Layouts and forms of times: by the names of the columns, by the evidence of the column, or stated.</summary>
public sealed class LayoutTests : IDisposable
{
    private const string Row = "1.1,1.2,1.0,1.15";
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Each has bars of 2026-03-13 07:05 and 07:10 UTC.
    public static TheoryData<string, string> Layouts => new()
    {
        { "", "timestamp,open,high,low,close,volume\n1773385500,1.1,1.2,1.0,1.15,7\n1773385800,1.1,1.2,1.0,1.15,7\n" },
        { "", "timestamp,open,high,low,close,volume\n1773385500.0,1.1,1.2,1.0,1.15,7\n1773385800.0,1.1,1.2,1.0,1.15,7\n" },
        { "Asia/Tokyo", "timestamp,open,high,low,close,volume\n1773385500000,1.1,1.2,1.0,1.15,7\n1773385800000,1.1,1.2,1.0,1.15,7\n" }, // Unix times are UTC whatever the zone.
        { "", "ts,open,high,low,close,volume\n1773385500000000,1.1,1.2,1.0,1.15,7\n1773385800000000,1.1,1.2,1.0,1.15,7\n" },
        { "", "time,open,high,low,close,volume\n1773385500000000000,1.1,1.2,1.0,1.15,7\n1773385800000000000,1.1,1.2,1.0,1.15,7\n" },
        { "", "1773385500000,1.1,1.2,1.0,1.15,7\n1773385800000,1.1,1.2,1.0,1.15,7\n" },
        { "", "Time,Open,High,Low,Close,Volume\n03/13/2026 07:05:00,1.1,1.2,1.0,1.15,7\n03/13/2026 07:10:00,1.1,1.2,1.0,1.15,7\n" },
        { "", "Time,Open,High,Low,Close,Volume\n13/03/2026 7:05,1.1,1.2,1.0,1.15,7\n13/03/2026 7:10,1.1,1.2,1.0,1.15,7\n" },
        { "", "Time,Open,High,Low,Close,Volume\n3/13/2026 7:05 AM,1.1,1.2,1.0,1.15,7\n3/13/2026 7:10 AM,1.1,1.2,1.0,1.15,7\n" },
        { "", "13/03/2026,07:05:00,1.1,1.2,1.0,1.15,7\n13/03/2026,07:10:00,1.1,1.2,1.0,1.15,7\n" },
        { "", "<TICKER>,<DTYYYYMMDD>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>\nEURUSD,20260313,70500,1.1,1.2,1.0,1.15,7\nEURUSD,20260313,71000,1.1,1.2,1.0,1.15,7\n" },
        { "", "EURUSD,20260313,070500,1.1,1.2,1.0,1.15,7\nEURUSD,20260313,071000,1.1,1.2,1.0,1.15,7\n" },
        { "", "Time (EET),Open,High,Low,Close,Volume\n2026.03.13 09:05:00,1.1,1.2,1.0,1.15,7\n2026.03.13 09:10:00,1.1,1.2,1.0,1.15,7\n" },
        { "", "Local time,Open,High,Low,Close,Volume\n13.03.2026 08:05:00.000 GMT+0100,1.1,1.2,1.0,1.15,7\n13.03.2026 08:10:00.000 GMT+0100,1.1,1.2,1.0,1.15,7\n" },
        { "", "Gmt time,Open,High,Low,Close,Volume\n13.03.2026 07:05:00.000,1.1,1.2,1.0,1.15,7\n13.03.2026 07:10:00.000,1.1,1.2,1.0,1.15,7\n" },
        { "America/New_York+7", "2026.03.13,10:05,1.1,1.2,1.0,1.15,7\n2026.03.13,10:10,1.1,1.2,1.0,1.15,7\n" },
        { "", "close,low,high,open,volume,spread,time\n1.15,1.0,1.2,1.1,7,3,2026-03-13 07:05\n1.15,1.0,1.2,1.1,7,3,2026-03-13 07:10\n" },
        { "", ",open,high,low,close,volume\n2026-03-13 07:05:00+00:00,1.1,1.2,1.0,1.15,7\n2026-03-13 07:10:00+00:00,1.1,1.2,1.0,1.15,7\n" },
        { "", "Zeit;x\n2026-03-13 07:05;0\n" }, // Replaced below: decimal commas between semicolons.
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void A_layout_is_found(string zone, string text)
    {
        if (text.StartsWith("Zeit", StringComparison.Ordinal)) text = "time;open;high;low;close;volume\n13.03.2026 07:05;1,1;1,2;1,0;1,15;7\n13.03.2026 07:10;1,1;1,2;1,0;1,15;7\n";
        var path = _folder.Write("a.csv", text);
        var bars = DataFolder.Read(_folder.Request(timezone: zone.Length > 0 ? zone : null, dataPath: "EURUSD=" + path)).Bars;
        Assert.Equal(
            [new Bar(DataFolder.Time("2026-03-13T07:05:00Z"), 1.1, 1.2, 1.0, 1.15, 7), new Bar(DataFolder.Time("2026-03-13T07:10:00Z"), 1.1, 1.2, 1.0, 1.15, 7)], bars);
    }

    [Fact]
    public void MetaTrader_without_a_time_of_day_is_daily()
    {
        var path = _folder.Write("a.csv", "2026.03.12,1.1,1.2,1.0,1.15,7\n2026.03.13,1.1,1.2,1.0,1.15,7\n");
        var reading = DataFolder.Read(_folder.Request("1d", dataPath: "EURUSD=" + path));
        Assert.Equal(["2026-03-12T00:00:00Z", "2026-03-13T00:00:00Z"], reading.Bars.Select(b => EventTime.ToIso(b.Time)));
        Assert.Contains("metatrader, 1d", Assert.Single(reading.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("01/03/2026 23:50", "02/03/2026 00:00", "2026-03-02T00:00:00Z")]
    [InlineData("03/01/2026 23:50", "03/02/2026 00:00", "2026-03-02T00:00:00Z")]
    public void Days_that_follow_each_other_tell_the_day_from_the_month(string first, string second, string expected)
    {
        var path = _folder.Write("a.csv", $"time,open,high,low,close\n{first},{Row}\n{second},{Row}\n");
        Assert.Equal(expected, EventTime.ToIso(DataFolder.Read(_folder.Request(dataPath: "EURUSD=" + path)).Bars[^1].Time));
    }

    [Fact]
    public void Evidence_far_down_the_column_counts()
    {
        var rows = string.Concat(Enumerable.Range(0, 288 * 14).Select(i => EventTime.ToDateTime(DataFolder.Time("2026-03-01T00:00:00Z") + i * 300_000L).ToString("MM'/'dd'/'yyyy HH:mm", null) + "," + Row + "\n"));
        var path = _folder.Write("a.csv", "time,open,high,low,close\n" + rows);
        Assert.Equal("2026-03-14T23:55:00Z", EventTime.ToIso(DataFolder.Read(_folder.Request(dataPath: "EURUSD=" + path)).Bars[^1].Time));
    }

    [Theory]
    [InlineData("03/04/2026 07:05", "03/04/2026 07:10")]
    [InlineData("13/04/2026 07:05", "04/13/2026 07:10")]
    public void Dates_that_nothing_decides_are_an_error_that_says_how_to_state_them(string first, string second)
    {
        var path = _folder.Write("a.csv", $"time,open,high,low,close\n{first},{Row}\n{second},{Row}\n");
        var error = Fails("DataDatesAmbiguous", path);
        Assert.Contains($"'{first}'", error.Message, StringComparison.Ordinal);
        Assert.Contains("--time-format", error.Message, StringComparison.Ordinal);

        var stated = _folder.Request(dataPath: "EURUSD=" + path) with { TimeFormat = "dd/MM/yyyy HH:mm" };
        Assert.Equal(first[3..5] == "04", EventTime.ToIso(DataFolder.Read(stated).Bars[0].Time).StartsWith("2026-04-", StringComparison.Ordinal));
    }

    [Fact]
    public void The_error_of_an_unknown_time_names_the_time_and_its_line()
    {
        var path = _folder.Write("a.csv", $"time,open,high,low,close\n13-Mar-2026 07:05,{Row}\n");
        Assert.Contains("a.csv(2): the time '13-Mar-2026 07:05' cannot be read", Fails("DataDialectUnknown", path).Message, StringComparison.Ordinal);
        Assert.Single(DataFolder.Read(_folder.Request(dataPath: "EURUSD=" + path) with { TimeFormat = "dd-MMM-yyyy HH:mm" }).Bars);
    }

    [Fact]
    public void A_stated_layout_is_read_with_and_without_a_header()
    {
        foreach (var header in new[] { "", "Zeit|Hoch\n", "wann,hoch,tief,ende,anfang,zeug\n" })
        {
            var path = _folder.Write("a.csv", header + "13.3.2026 7:05,1.2,1.0,1.15,1.1,x\n13.3.2026 7:10,1.2,1.0,1.15,1.1,x\n");
            var reading = DataFolder.Read(_folder.Request(dataPath: "EURUSD=" + path) with { Columns = "time,high,low,close,open,-", TimeFormat = "d.M.yyyy H:mm" });
            Assert.Equal([1.1, 1.1], reading.Bars.Select(b => b.Open));
            Assert.Equal("2026-03-13T07:05:00Z", EventTime.ToIso(reading.Bars[0].Time));
            Assert.Contains(": stated, 5m bars", reading.Notes[0], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("dd.MM.yyyy, HH:mm", "\"13.03.2026, 07:05\"")]
    [InlineData("MMM d, yyyy HH:mm", "\"Mar 13, 2026 07:05\"")]
    public void A_quoted_time_may_hold_the_delimiter(string form, string time)
    {
        foreach (var header in new[] { "time,open,high,low,close\n", "" })
        {
            _folder.Write("EURUSD.csv", $"{header}{time},1.1,1.2,1.0,1.15\n");
            Assert.Equal("2026-03-13T07:05:00Z", EventTime.ToIso(Assert.Single(DataFolder.Read(_folder.Request() with { TimeFormat = form }).Bars).Time));
        }
    }

    [Theory]
    [InlineData("time,open,high,low", "close")]
    [InlineData("open,high,low,close", "time")]
    [InlineData("time,open,open,high,low,close", "'open' twice")]
    public void Columns_that_say_too_little_are_refused(string columns, string expected) =>
        Assert.Contains(expected, Assert.Throws<AxflException>(() => StatedLayout.Of(columns, null)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("HH:mm")]
    [InlineData("dd/MM")]
    [InlineData("dd/MM/yyyy hh:mm")]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("%")]
    public void A_form_of_times_that_gives_no_time_back_is_refused(string form) =>
        Assert.Equal("DataTimeFormatInvalid", Assert.Throws<AxflException>(() => StatedLayout.Of(null, form)).ErrorId);

    [Theory]
    [InlineData("time,open,high,low,close,symbol\n2026-03-13 07:05,1.1,1.2,1.0,1.15,EURUSD\n", 0)]
    [InlineData("time,open,high,low,close,spread\n2026-03-13 07:05,1.1,1.2,1.0,1.15,3\n", 0)]
    [InlineData("time,open,high,low,close,Volume\n2026-03-13 07:05,1.1,1.2,1.0,1.15,3\n", 3)]
    [InlineData("2026-03-13 07:05,1.1,1.2,1.0,1.15,EURUSD\n", 0)]
    public void The_sixth_column_is_what_its_name_says(string text, double volume) =>
        Assert.Equal(volume, Assert.Single(DataFolder.Read(_folder.Request(dataPath: "EURUSD=" + _folder.Write("a.csv", text))).Bars).Volume);

    [Theory]
    [InlineData("Date,Time,Open,High,Low,Close,Volume\n2026.03.01,22:00,1,0850,1,0857,1,0850,1,0856,100\n", "DataFieldsTooMany")]
    [InlineData("time,open,high,low,close\n2026-03-13 07:05,1,1,1,2,1,0,1,15\n", "DataFieldsTooMany")]
    [InlineData("2026-03-13 07:05,1,0850,1,0857,1,0850,1,0856,100\n2026-03-13 07:10,1,0850,1,0857,1,0850,1,0856,100\n", "DataDecimalCommas")]
    public void Decimal_commas_between_commas_are_an_error_and_never_prices(string text, string errorId)
    {
        var error = Fails(errorId, _folder.Write("a.csv", text));
        Assert.Contains("decimal", error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Line);
    }

    [Fact]
    public void One_line_with_more_fields_is_rejected_in_every_reader()
    {
        foreach (var head in new[] { "time,open,high,low,close\n", "time,open,high,low,close,spread\n" })
        {
            var extra = head.Contains("spread", StringComparison.Ordinal) ? ",1" : "";
            var path = _folder.Write("a.csv", head + string.Concat(Enumerable.Range(0, 5).Select(i => $"2026-03-13 07:{i * 5:00},{Row}{extra}{(i == 2 ? ",9" : i == 3 ? ",," : "")}\n")));
            var reading = DataFolder.Read(_folder.Request(dataPath: "EURUSD=" + path));
            Assert.Equal((4, 4L), (reading.Bars.Count, Assert.Single(reading.Tally.Lines).Line));
            Assert.Contains("more fields than the", reading.Tally.Lines[0].Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Mid_prices_of_a_file_win_over_the_mean_of_its_sides()
    {
        var path = _folder.Write("a.csv", "time,open,high,low,close,bid_o,bid_h,bid_l,bid_c,ask_o,ask_h,ask_l,ask_c\n2026-03-13 07:05,1.1,1.3,0.9,1.15,1.09,1.2,0.8,1.14,1.11,1.5,1.1,1.17\n");
        var step = Assert.Single(DataFolder.Read(_folder.Request(dataPath: "EURUSD=" + path)).Steps);
        Assert.Equal((1.3, 0.9), (step.Bar.High, step.Bar.Low));
        Assert.Equal(0.02, step.OpenSpread, 9);
        Assert.Equal(0.03, step.CloseSpread, 9);
    }

    private AxflException Fails(string errorId, string path)
    {
        var error = Assert.Throws<AxflException>(() => DataFolder.Read(_folder.Request(dataPath: "EURUSD=" + path)));
        Assert.Equal((errorId, ErrorKind.Data), (error.ErrorId, error.Kind));
        Assert.Contains("a.csv", error.Message, StringComparison.Ordinal);
        return error;
    }
}
