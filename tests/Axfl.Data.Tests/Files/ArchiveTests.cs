using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Axfl.Contracts;
using Axfl.Data.Check;
using Axfl.Data.Files;
using Axfl.Testing;

namespace Axfl.Data.Tests.Files;

/// <summary>Archives are verified before anything is made of them.</summary>
public sealed class ArchiveTests : IDisposable
{
    private static readonly string Bars = "time,open,high,low,close\n" + string.Concat(Enumerable.Range(0, 200).Select(i =>
        $"{EventTime.ToIso(DataFolder.Time("2025-07-01T00:00:00Z") + i * 300_000L)},1.1000{i % 10},1.2,1.0,1.1\n"));

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_sum_is_that_of_the_zip_standard()
    {
        var sum = new Crc32();
        sum.Add("123456789"u8);
        Assert.Equal(0xCBF43926u, sum.Value);

        // Whatever way the bytes come in.
        var parts = new Crc32();
        foreach (var part in new[] { "1", "2345", "", "6789" }) parts.Add(Encoding.ASCII.GetBytes(part));
        Assert.Equal(sum.Value, parts.Value);
    }

    [Fact]
    public void A_zip_entry_that_is_not_what_was_packed_is_refused_before_a_bar_is_read()
    {
        var path = Path.Combine(_folder.Path, "EURUSD.zip");
        using (var archive = ZipFile.Open(path, ZipArchiveMode.Create))
        using (var stream = archive.CreateEntry("EURUSD.csv", CompressionLevel.NoCompression).Open())
            stream.Write(Encoding.UTF8.GetBytes(Bars));
        Assert.Equal(200, DataFolder.Read(_folder.Request(dataPath: "EURUSD=" + path)).Bars.Count);

        // One digit of one price of a stored entry: still a bar, but not the one that was packed.
        var bytes = File.ReadAllBytes(path);
        var at = bytes.AsSpan().IndexOf("1.10005"u8);
        bytes[at + 6] = (byte)'9';
        File.WriteAllBytes(path, bytes);

        var message = Refused("EURUSD=" + path);
        Assert.Contains("EURUSD.zip!EURUSD.csv", message, StringComparison.Ordinal);
        Assert.Contains("not what was packed", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GBPUSD.csv")]
    [InlineData("a/DAT_ASCII_GBPUSD_M1_2025.csv")]
    public void A_zip_that_holds_another_symbol_is_refused_by_name(string entry)
    {
        var path = _folder.WriteZip("EURUSD.zip", (entry, Bars));
        var message = Refused("EURUSD=" + path, "DataFileOtherSymbol");
        Assert.Contains("EURUSD.zip!" + entry, message, StringComparison.Ordinal);
        Assert.Contains("says GBPUSD", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_with_two_entries_of_one_name_is_refused()
    {
        var path = _folder.WriteZip("EURUSD.zip", ("EURUSD.csv", Bars), ("EURUSD.csv", Bars.Replace("1.1\n", "1.15\n", StringComparison.Ordinal)));
        Assert.Contains("2 entries named 'EURUSD.csv'", Refused("EURUSD=" + path), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_Mac_puts_beside_the_files_is_left_aside()
    {
        var path = _folder.WriteZip("EURUSD.zip", ("__MACOSX/._EURUSD.csv", "\0\u0005\u0016\a"), ("._EURUSD.csv", "\0\u0005\u0016\a"), ("EURUSD.csv", Bars));
        Assert.Equal(200, DataFolder.Read(_folder.Request(dataPath: "EURUSD=" + path)).Bars.Count);
    }

    [Fact]
    public void An_entry_that_cannot_be_read_is_named_and_does_not_hide_the_others()
    {
        var path = _folder.WriteZip("EURUSD.zip", ("notes.csv", "remember the milk"), ("EURUSD.csv", Bars));
        Assert.Contains("EURUSD.zip!notes.csv(1)", Refused("EURUSD=" + path, "DataDialectUnknown"), StringComparison.Ordinal);

        var reports = DataCheck.Run(new DataCheckRequest(path, null), null, CancellationToken.None);
        Assert.Equal([0L, 200L], reports.Select(r => r.Bars));
        Assert.Equal(path + "!notes.csv", reports[0].Path);
    }

    [Theory]
    [InlineData("header")]
    [InlineData("middle")]
    [InlineData("sum")]
    [InlineData("end")]
    [InlineData("plain")]
    [InlineData("nothing")]
    public void A_damaged_gzip_file_is_called_that_before_a_bar_is_read(string where)
    {
        var path = _folder.WriteGzip("EURUSD.csv.gz", Bars);
        var bytes = File.ReadAllBytes(path);
        switch (where)
        {
            case "header": bytes[3] = 0xFF; bytes[2] = 0x77; break;
            case "middle": bytes.AsSpan(bytes.Length / 2, 20).Fill(0x55); break;
            case "sum": BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(bytes.Length - 8), 1); break;
            case "end": bytes = bytes[..(bytes.Length / 2)]; break;
            case "plain": bytes = Encoding.UTF8.GetBytes(Bars); break;
            default: bytes = []; break;
        }

        File.WriteAllBytes(path, bytes);
        var message = Refused("EURUSD=" + path);
        Assert.DoesNotContain("unsupported compression", message, StringComparison.Ordinal);
        Assert.Contains(where switch { "plain" => "take .gz off its name", "nothing" => "It is empty", _ => "gzip data are damaged or end early" }, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_archive_that_unpacks_to_one_endless_line_is_refused_at_once()
    {
        var path = Path.Combine(_folder.Path, "EURUSD.csv.gz");
        using (var stream = new GZipStream(File.Create(path), CompressionLevel.Fastest))
            for (var i = 0; i < 64; i++) stream.Write(new byte[1 << 20].Select(_ => (byte)'1').ToArray());
        Assert.Contains("is longer than 65536 bytes", Refused("EURUSD=" + path), StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_that_unpacks_to_far_more_than_bars_can_is_refused()
    {
        var path = Path.Combine(_folder.Path, "EURUSD.csv.gz");
        var blank = new byte[1 << 20];
        blank.AsSpan().Fill((byte)'\n');
        using (var stream = new GZipStream(File.Create(path), CompressionLevel.SmallestSize))
        {
            stream.Write(Encoding.UTF8.GetBytes(Bars));
            for (var i = 0; i < 70; i++) stream.Write(blank);
        }

        Assert.Contains("more than 250 times its size", Refused("EURUSD=" + path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EURUSD.csv", "give it a name that ends in .gz")]
    [InlineData("GBPUSD.csv", "give it a name that ends in .zip")]
    public void An_archive_under_the_name_of_a_text_is_told_apart(string name, string advice)
    {
        var archive = name[0] == 'E' ? _folder.WriteGzip("a.gz", Bars) : _folder.WriteZip("a.zip", ("a.csv", Bars));
        var path = Path.Combine(_folder.Path, name);
        File.Move(archive, path);
        Assert.Contains(advice, Refused("EURUSD=" + path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 400, null)]
    [InlineData(0, 40_000, null)]
    [InlineData(16, 400, "damaged")]
    [InlineData(4096, 400, "damaged")]
    [InlineData(16, 40_000, "damaged")]
    [InlineData(4096, 40_000, "damaged")]
    [InlineData(4096, 0, null)]
    public void A_gzip_file_goes_on_with_its_next_member_and_what_lies_between_two_is_damage(int zeros, int rows, string? fault)
    {
        var path = Path.Combine(_folder.Path, "EURUSD.csv.gz");
        var next = rows == 0 ? [] : Packed(string.Concat(Enumerable.Range(200, rows).Select(static i =>
            string.Create(CultureInfo.InvariantCulture, $"{EventTime.ToIso(DataFolder.Time("2025-07-01T00:00:00Z") + i * 300_000L)},1.1{i * 2_654_435_761L % 9999:0000},1.3,1.0,1.1\n"))));
        File.WriteAllBytes(path, [.. Packed(Bars), .. new byte[zeros], .. next]);
        if (fault is null) Assert.Equal(200 + rows, DataFolder.Read(_folder.Request(dataPath: "EURUSD=" + path)).Bars.Count);
        else Assert.Contains(fault, Refused("EURUSD=" + path), StringComparison.Ordinal);
    }

    private static byte[] Packed(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    private string Refused(string dataPath, string errorId = "DataFileUnreadable")
    {
        // Inspecting comes before the first bar.
        var error = Assert.Throws<AxflException>(() => BarSources.Open("csv", _folder.Request(dataPath: dataPath), out _));
        Assert.Equal((errorId, ErrorKind.Data), (error.ErrorId, error.Kind));
        return error.Message;
    }
}
