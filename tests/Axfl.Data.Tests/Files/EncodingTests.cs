using System.Text;
using Axfl.Contracts;
using Axfl.Data.Check;
using Axfl.Testing;

namespace Axfl.Data.Tests.Files;

/// <summary>One reading of text for every dialect: encodings, line ends, lines without end.</summary>
public sealed class EncodingTests : IDisposable
{
    private const string Canonical = "time,open,high,low,close\n2025-07-01T07:00:00Z,1.1,1.1,1.1,1.1\n2025-07-01T07:05:00Z,1.1,1.1,1.1,1.1\n";
    private const string MetaTrader = "2025.07.01,07:00,1.1,1.1,1.1,1.1,5\n2025.07.01,07:05,1.1,1.1,1.1,1.1,5\n";
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> Encodings()
    {
        var data = new TheoryData<string, string>();
        foreach (var text in new[] { Canonical, MetaTrader })
            foreach (var encoding in new[] { "utf-8", "utf-8 mark", "utf-16le", "utf-16le mark", "utf-16be", "utf-16be mark", "cr", "crlf", "crcrlf" }) data.Add(encoding, text);
        return data;
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_and_line_end_is_read_in_every_dialect(string encoding, string text)
    {
        var form = encoding.StartsWith("utf-16le", StringComparison.Ordinal) ? Encoding.Unicode : encoding.StartsWith("utf-16be", StringComparison.Ordinal) ? Encoding.BigEndianUnicode : Encoding.UTF8;
        var lines = encoding switch { "cr" => text.Replace('\n', '\r'), "crlf" => text.Replace("\n", "\r\n", StringComparison.Ordinal), "crcrlf" => text.Replace("\n", "\r\r\n", StringComparison.Ordinal), _ => text };
        byte[] bytes = [.. encoding.EndsWith("mark", StringComparison.Ordinal) ? form.GetPreamble() : [], .. form.GetBytes(lines)];
        var path = _folder.WriteBytes("EURUSD.csv", bytes);

        var reading = DataFolder.Read(_folder.Request());
        Assert.Equal([DataFolder.Time("2025-07-01T07:00:00Z"), DataFolder.Time("2025-07-01T07:05:00Z")], reading.Bars.Select(b => b.Time));
        Assert.Equal(0, reading.Tally.Rejected);
        Assert.Equal(2, Assert.Single(DataCheck.Run(new DataCheckRequest(path, null), null, CancellationToken.None)).Bars);
    }

    [Fact]
    public void A_long_UTF_16_file_loses_nothing_between_blocks()
    {
        var rows = string.Concat(Enumerable.Range(0, 30_000).Select(i => $"{EventTime.ToIso(DataFolder.Time("2025-07-01T00:00:00Z") + i * 60_000L)},1.1,1.1,1.1,1.1\n"));
        _folder.WriteBytes("EURUSD.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("time,open,high,low,close\n" + rows)]);
        Assert.Equal(30_000, DataFolder.Read(_folder.Request("1m")).Bars.Count);
    }

    [Fact]
    public void UTF_32_is_named_with_what_to_do()
    {
        _folder.WriteBytes("EURUSD.csv", [.. Encoding.UTF32.GetPreamble(), .. Encoding.UTF32.GetBytes(Canonical)]);
        Assert.Contains("It is UTF-32: save it as UTF-8", Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData((int)'1')]
    public void A_line_without_end_is_refused_and_not_kept(int content)
    {
        var bytes = new byte[40 << 20];
        bytes.AsSpan().Fill((byte)content);
        _folder.WriteBytes("EURUSD.csv", bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains(content == 0 ? "NUL bytes" : "longer than 65536 bytes", Refused(), StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 4 << 20);
    }

    [Fact]
    public void A_line_without_end_behind_good_bars_ends_the_reading_with_the_file_named()
    {
        _folder.Write("EURUSD.csv", Canonical + new string('7', 3 << 20));
        var error = Assert.Throws<AxflException>(() => DataFolder.Read(_folder.Request()));
        Assert.Equal("DataFileUnreadable", error.ErrorId);
        Assert.Contains("The line that begins at byte 99 is longer", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NUL_bytes_of_a_machine_that_lost_its_power_are_one_rejected_line()
    {
        _folder.Write("EURUSD.csv", "time,open,high,low,close\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"{EventTime.ToIso(DataFolder.Time("2025-07-01T00:00:00Z") + i * 300_000L)},1.1,1.1,1.1,1.1\n")) + new string('\0', 100));
        var reading = DataFolder.Read(_folder.Request());
        Assert.Equal((50, 1L), (reading.Bars.Count, reading.Tally.Rejected));
        Assert.Equal(52, Assert.Single(reading.Tally.Lines).Line);
    }

    private string Refused()
    {
        var error = Assert.Throws<AxflException>(() => BarSources.Open("csv", _folder.Request(), out _));
        Assert.Equal("DataFileUnreadable", error.ErrorId);
        Assert.Contains("EURUSD.csv", error.Message, StringComparison.Ordinal);
        return error.Message;
    }
}
