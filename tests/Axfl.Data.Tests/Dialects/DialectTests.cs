using Axfl.Contracts;
using Axfl.Testing;

namespace Axfl.Data.Tests.Dialects;

public sealed class DialectTests : IDisposable
{
    private readonly DataFolder _folder = new();

    // The same three bars in every dialect: 2025-07-01 (New York and London in summer time).
    private static readonly Bar[] Expected =
    [
        new(DataFolder.Time("2025-07-01T07:00:00Z"), 1.1, 1.1005, 1.0995, 1.1002, 10),
        new(DataFolder.Time("2025-07-01T07:05:00Z"), 1.1002, 1.1007, 1.1, 1.1003, 11),
        new(DataFolder.Time("2025-07-01T07:10:00Z"), 1.1003, 1.1004, 1.0999, 1.1001, 12),
    ];

    public static TheoryData<string, string, string> Samples => new()
    {
        { "canonical", "America/Chicago", "time,open,high,low,close,volume\n2025-07-01T07:00:00Z,1.1,1.1005,1.0995,1.1002,10\n2025-07-01T07:05:00Z,1.1002,1.1007,1.1,1.1003,11\n2025-07-01T07:10:00Z,1.1003,1.1004,1.0999,1.1001,12\n" },
        { "canonical", "", "2025-07-01 09:00:00+02:00,1.1,1.1005,1.0995,1.1002,10\n2025-07-01 09:05:00+02:00,1.1002,1.1007,1.1,1.1003,11\n2025-07-01 09:10:00+02:00,1.1003,1.1004,1.0999,1.1001,12" },
        { "canonical", "Europe/London", "Date,Open,High,Low,Close,Volume\n2025-07-01 08:00,1.1,1.1005,1.0995,1.1002,10\n2025-07-01 08:05,1.1002,1.1007,1.1,1.1003,11\n2025-07-01 08:10,1.1003,1.1004,1.0999,1.1001,12\n" },
        { "histdata", "", "20250701 030000;1.1;1.1005;1.0995;1.1002;10\n20250701 030500;1.1002;1.1007;1.1;1.1003;11\n20250701 031000;1.1003;1.1004;1.0999;1.1001;12\n" },
        { "histdata", "-05:00", "20250701 020000;1.1;1.1005;1.0995;1.1002;10\n20250701 020500;1.1002;1.1007;1.1;1.1003;11\n20250701 021000;1.1003;1.1004;1.0999;1.1001;12\n" },
        { "metatrader", "+03:00", "<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>\n2025.07.01\t10:00:00\t1.1\t1.1005\t1.0995\t1.1002\t10\t0\t1\n2025.07.01\t10:05:00\t1.1002\t1.1007\t1.1\t1.1003\t11\t0\t1\n2025.07.01\t10:10:00\t1.1003\t1.1004\t1.0999\t1.1001\t12\t0\t1\n" },
        { "metatrader", "", "2025.07.01,07:00,1.1,1.1005,1.0995,1.1002,10\n2025.07.01,07:05,1.1002,1.1007,1.1,1.1003,11\n2025.07.01,07:10,1.1003,1.1004,1.0999,1.1001,12\n" },
        { "dukascopy", "", "Gmt time,Open,High,Low,Close,Volume\n01.07.2025 07:00:00.000,1.1,1.1005,1.0995,1.1002,10\n01.07.2025 07:05:00.000,1.1002,1.1007,1.1,1.1003,11\n01.07.2025 07:10:00.000,1.1003,1.1004,1.0999,1.1001,12\n" },
        { "twelvedata", "", "datetime;open;high;low;close;volume\n2025-07-01 07:10:00;1.1003;1.1004;1.0999;1.1001;12\n2025-07-01 07:05:00;1.1002;1.1007;1.1;1.1003;11\n2025-07-01 07:00:00;1.1;1.1005;1.0995;1.1002;10\n" },
        { "columns", "", "Date,Time,Open,High,Low,Close,Volume\n20250701,07:00:00,1.1,1.1005,1.0995,1.1002,10\n20250701,07:05:00,1.1002,1.1007,1.1,1.1003,11\n20250701,07:10:00,1.1003,1.1004,1.0999,1.1001,12\n" },
        { "columns", "", "\"Time\tOpen\tHigh\tLow\tClose\tVolume\"\n\"2025-07-01 07:00:00\t1.1\t1.1005\t1.0995\t1.1002\t10\"\n\"2025-07-01 07:05:00\t1.1002\t1.1007\t1.1\t1.1003\t11\"\n\"2025-07-01 07:10:00\t1.1003\t1.1004\t1.0999\t1.1001\t12\"\n" },
        { "columns", "", "\"time\",\"open\",\"high\",\"low\",\"close\",\"volume\"\n\"2025-07-01T07:00:00Z\",\"1.1\",\"1.1005\",\"1.0995\",\"1.1002\",\"10\"\n\"2025-07-01T07:05:00Z\",\"1.1002\",\"1.1007\",\"1.1\",\"1.1003\",\"11\"\n\"2025-07-01T07:10:00Z\",\"1.1003\",\"1.1004\",\"1.0999\",\"1.1001\",\"12\"\n" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_dialect_is_found_and_read_in_its_zone(string dialect, string zone, string text)
    {
        foreach (var (name, variant) in new[] { ("a", text), ("crlf", text.Replace("\n", "\r\n", StringComparison.Ordinal)), ("blank", text.Replace("\n", "\n\n", StringComparison.Ordinal)) })
        {
            var path = _folder.Write($"{name}.csv", variant, byteOrderMark: name == "crlf");

            var reading = DataFolder.Read(_folder.Request(timezone: zone.Length > 0 ? zone : null, dataPath: "EURUSD=" + path));

            Assert.Equal(Expected, reading.Bars);
            Assert.Equal(0, reading.Tally.Rejected);
            Assert.Contains($": {dialect}, 5m bars", Assert.Single(reading.Notes), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Plain_gzip_and_zip_hold_the_same_bars()
    {
        var text = "time,open,high,low,close,volume\n2025-07-01T07:00:00Z,1.1,1.1005,1.0995,1.1002,10\n2025-07-01T07:05:00Z,1.1002,1.1007,1.1,1.1003,11\n2025-07-01T07:10:00Z,1.1003,1.1004,1.0999,1.1001,12\n";
        string[] paths = [_folder.Write("a.csv", text), _folder.WriteGzip("a.csv.gz", text), _folder.WriteZip("a.zip", ("readme.txt", "gaps"), ("bars.csv", text))];
        foreach (var path in paths) Assert.Equal(Expected, DataFolder.Read(_folder.Request(dataPath: "EURUSD=" + path)).Bars);
    }

    [Fact]
    public void A_missing_volume_is_zero()
    {
        _folder.Write("EURUSD.csv", "time,open,high,low,close\n2025-07-01T07:00:00Z,1.1,1.1,1.1,1.1\n");
        Assert.Equal(0, Assert.Single(DataFolder.Read(_folder.Request()).Bars).Volume);
    }

    [Fact]
    public void A_first_row_that_cannot_be_read_does_not_hide_the_dialect()
    {
        _folder.Write("EURUSD.csv", "time,open,high,low,close\nnot a time,1,1,1,1\n2025-07-01T07:00:00Z,1.1,1.1,1.1,1.1\n");

        var reading = DataFolder.Read(_folder.Request());

        Assert.Single(reading.Bars);
        Assert.Equal(2, Assert.Single(reading.Tally.Lines).Line);
    }

    [Fact]
    public void An_hour_that_does_not_exist_moves_forward_and_an_ambiguous_one_is_the_earlier()
    {
        var path = _folder.Write("a.csv", "20250309 023000;1.1;1.1;1.1;1.1;0\n20251102 013000;1.1;1.1;1.1;1.1;0\n");
        var reading = DataFolder.Read(_folder.Request("30m", dataPath: "EURUSD=" + path));
        Assert.Equal(["2025-03-09T07:00:00Z", "2025-11-02T05:30:00Z"], reading.Bars.Select(b => EventTime.ToIso(b.Time)));
    }
}
