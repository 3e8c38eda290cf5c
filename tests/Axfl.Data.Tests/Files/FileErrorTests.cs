using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Testing;

namespace Axfl.Data.Tests.Files;

public sealed class FileErrorTests : IDisposable
{
    private const string Hourly = "time,open,high,low,close\n2025-07-01T07:00:00Z,1,1,1,1\n2025-07-01T08:00:00Z,1,1,1,1\n2025-07-01T09:00:00Z,1,1,1,1\n";
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_symbol_without_a_file_names_folder_names_and_remedy()
    {
        var error = Fails("DataFileNotFound", _folder.Request());
        Assert.Contains(_folder.Path, error.Message, StringComparison.Ordinal);
        Assert.Contains("EURUSD.csv", error.Message, StringComparison.Ordinal);
        Assert.Contains("--data", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_file_that_does_not_exist_is_named()
    {
        var path = Path.Combine(_folder.Path, "nowhere.csv");
        Assert.Contains(path, Fails("DataFileNotFound", _folder.Request(dataPath: "EURUSD=" + path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hello,world\n1,2\n")]
    [InlineData("{\"candles\": [{\"time\": \"2025-07-01T07:00:00Z\", \"open\": 1, \"high\": 1, \"low\": 1, \"close\": 1}]}")]
    [InlineData("date,price\n2018-06-01 00:00,1.33\n")]
    [InlineData("20200101 170000065,1.121200,1.121720,0\n")]
    public void An_unknown_layout_is_shown_with_what_was_expected(string text)
    {
        _folder.Write("EURUSD.csv", text);
        var error = Fails("DataDialectUnknown", _folder.Request());
        Assert.Contains("EURUSD.csv(1)", error.Message, StringComparison.Ordinal);
        Assert.Contains("time,open,high,low,close", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_and_an_archive_without_bars_are_errors()
    {
        _folder.Write("EURUSD.csv", "\n\n");
        Fails("DataFileEmpty", _folder.Request());
        Fails("DataFileEmpty", _folder.Request(dataPath: "EURUSD=" + _folder.WriteZip("a.zip", ("a.pdf", "x"))));
    }

    [Fact]
    public void A_damaged_archive_is_an_error_that_names_it()
    {
        var zip = _folder.WriteBytes("a.zip", [80, 75, 3, 4, 9, 9, 9]);
        Assert.Contains("a.zip", Fails("DataFileUnreadable", _folder.Request(dataPath: "EURUSD=" + zip)).Message, StringComparison.Ordinal);
        var gzip = _folder.WriteBytes("a.csv.gz", [1, 2, 3, 4, 5]);
        Assert.Contains("a.csv.gz", Fails("DataFileUnreadable", _folder.Request(dataPath: "EURUSD=" + gzip)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_damaged_further_on_is_an_error_of_the_run_that_names_it()
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => EventTime.ToIso(1_750_000_200_000 + i * 300_000L) + $",1.{i % 977:000},2,1,1.{i % 977:000}\n"));
        var path = _folder.WriteGzip("a.csv.gz", text);
        var bytes = File.ReadAllBytes(path);
        for (var i = bytes.Length / 2; i < bytes.Length - 8; i++) bytes[i] = 0xFF;
        File.WriteAllBytes(path, bytes);
        Assert.Contains("a.csv.gz", Fails("DataFileUnreadable", _folder.Request(dataPath: "EURUSD=" + path)).Message, StringComparison.Ordinal);

        File.WriteAllBytes(path, bytes[..(bytes.Length / 3)]);
        Assert.Contains("a.csv.gz", Fails("DataFileUnreadable", _folder.Request(dataPath: "EURUSD=" + path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_longer_than_the_runs_are_refused()
    {
        _folder.Write("EURUSD.csv", Hourly);
        var error = Fails("DataIntervalUnfit", _folder.Request());
        Assert.Contains("bars of 1h", error.Message, StringComparison.Ordinal);
        Assert.Contains("bars of 5m", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_disagree_on_a_bar_are_refused_and_both_named()
    {
        _folder.Write("EURUSD_a.csv", Hourly);
        _folder.Write("EURUSD_b.csv", Hourly.Replace("08:00:00Z,1,1", "08:00:00Z,1,2", StringComparison.Ordinal));
        var error = Fails("DataFilesDisagree", _folder.Request("1h"));
        Assert.Contains("EURUSD_a.csv", error.Message, StringComparison.Ordinal);
        Assert.Contains("EURUSD_b.csv", error.Message, StringComparison.Ordinal);
        Assert.Contains("2025-07-01T08:00:00Z", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zone_that_does_not_exist_is_named()
    {
        _folder.Write("EURUSD.csv", Hourly);
        Assert.Contains("Mars/Olympus", Fails("TimeZoneUnknown", _folder.Request("1h", timezone: "Mars/Olympus")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_without_history_is_refused()
    {
        var error = Assert.Throws<AxflException>(() => BarSources.Open("oanda", _folder.Request(), out _));
        Assert.Equal("SourceUnfit", error.ErrorId);
    }

    [Fact]
    public void Auto_takes_files_when_every_symbol_has_one_and_else_says_that_prices_are_simulated()
    {
        Assert.Equal("simulated", BarSources.Open("auto", _folder.Request(), out var warning).Name);
        Assert.Contains("SIMULATED", warning, StringComparison.Ordinal);
        _folder.Write("EURUSD.csv", Hourly);
        Assert.Equal("csv", BarSources.Open("auto", _folder.Request("1h"), out warning).Name);
        Assert.Null(warning);
    }

    private static AxflException Fails(string errorId, SourceRequest request)
    {
        var error = Assert.Throws<AxflException>(() => DataFolder.Read(request));
        Assert.Equal(errorId, error.ErrorId);
        return error;
    }
}
