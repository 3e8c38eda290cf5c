using System.Globalization;
using System.Text;
using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Engine.Portfolio;
using Axfl.Testing;

namespace Axfl.Data.Tests.Files;

/// <summary>A file of bars that is written while it is read.</summary>
public sealed class SteadyFileTests : IDisposable
{
    private const int Bars = 60_000;
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> Ways()
    {
        var ways = new TheoryData<string, string>();
        foreach (var file in new[] { "EURUSD.csv", "EURUSD.csv.gz", "EURUSD.zip", "other columns" })
            foreach (var way in new[] { "cut short", "cut to nothing", "appended to", "written over", "times of tomorrow" })
                ways.Add(file, way);
        return ways;
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_file_that_is_written_while_it_is_read_ends_the_reading_with_an_error_that_says_so(string file, string way)
    {
        var path = Write(file);
        using var reader = BarSources.Open("csv", _folder.Request(), out _).Open(0, long.MinValue, long.MaxValue);
        Assert.True(reader.Read(new StepBar[IBarReader.BlockBars]) > 0);
        Change(path, way);
        var error = Assert.Throws<AxflException>(() => DataFolder.ReadToTheEnd(reader));
        Assert.Equal(("DataFileUnreadable", ErrorKind.Data), (error.ErrorId, error.Kind));
        Assert.Contains("changed while it was read", error.Message, StringComparison.Ordinal);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_written_between_two_readings_is_no_longer_the_one_that_was_looked_at()
    {
        var path = Write("EURUSD.csv");
        var source = BarSources.Open("csv", _folder.Request(), out _);
        Change(path, "appended to");
        var error = Assert.Throws<AxflException>(() =>
        {
            using var reader = source.Open(0, long.MinValue, long.MaxValue);
            DataFolder.ReadToTheEnd(reader);
        });
        Assert.Contains("changed while it was read: it had ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_another_takes_the_place_of_is_read_to_its_end()
    {
        var path = Write("EURUSD.csv");
        using var reader = BarSources.Open("csv", _folder.Request(), out _).Open(0, long.MinValue, long.MaxValue);
        Assert.True(reader.Read(new StepBar[IBarReader.BlockBars]) > 0);
        File.WriteAllText(path + ".new", "time,open,high,low,close\n");
        File.Move(path + ".new", path, overwrite: true);
        DataFolder.ReadToTheEnd(reader);
        Assert.Equal(Bars, reader.Counts.Bars);
    }

    private string Write(string file)
    {
        var text = new StringBuilder(file == "other columns" ? "open,high,low,close,time\n" : "time,open,high,low,close\n");
        for (var i = 0; i < Bars; i++)
        {
            // Prices that pack badly, so that an archive is not read in one go.
            var (time, price) = (EventTime.ToIso(1_750_000_200_000 + i * 300_000L), 1 + (i * 2_654_435_761L % 100_000 / 1e5));
            var prices = string.Create(CultureInfo.InvariantCulture, $"{price:F5},2,1,{price:F5}");
            text.Append(file == "other columns" ? $"{prices},{time}\n" : $"{time},{prices}\n");
        }

        var path = file switch
        {
            "EURUSD.csv.gz" => _folder.WriteGzip(file, text.ToString()),
            "EURUSD.zip" => _folder.WriteZip(file, ("EURUSD.csv", text.ToString())),
            _ => _folder.Write("EURUSD.csv", text.ToString()),
        };
        File.SetLastWriteTimeUtc(path, new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        return path;
    }

    private static void Change(string path, string way)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        if (way == "cut short") file.SetLength(file.Length * 9 / 10);
        else if (way == "cut to nothing") file.SetLength(0);
        else if (way == "times of tomorrow") File.SetLastWriteTimeUtc(file.SafeFileHandle, DateTime.UtcNow.AddDays(1));
        else
        {
            file.Seek(way == "appended to" ? 0 : -1, SeekOrigin.End);
            file.WriteByte((byte)'\n');
        }
    }
}
