using System.IO.Compression;
using System.Text;
using Axfl.Contracts;
using Axfl.Data;
using Axfl.Data.Bars;
using Axfl.Engine.Portfolio;

namespace Axfl.Testing;

/// <summary>A folder of files that a test writes and reads as a source does.</summary>
public sealed class DataFolder : IDisposable
{
    internal static readonly Instrument EurUsd = new("EURUSD", "EUR", "USD", 0.0001, 5, 0.6);
    internal static readonly Instrument Gold = new("XAUUSD", "XAU", "USD", 0.1, 2, 2.5);

    public string Path { get; } = Directory.CreateTempSubdirectory("axfl-sources-").FullName;

    public string Write(string name, string text, bool byteOrderMark = false) =>
        WriteBytes(name, [.. byteOrderMark ? Encoding.UTF8.GetPreamble() : [], .. Encoding.UTF8.GetBytes(text)]);

    public string WriteBytes(string name, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string WriteGzip(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        using var stream = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        stream.Write(Encoding.UTF8.GetBytes(text));
        return path;
    }

    public string WriteZip(string name, params (string Entry, string Text)[] entries)
    {
        var path = System.IO.Path.Combine(Path, name);
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (entry, text) in entries)
        {
            using var stream = archive.CreateEntry(entry).Open();
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return path;
    }

    internal SourceRequest Request(
        string interval = "5m", Instrument? instrument = null, string? timezone = null, long from = long.MinValue, long until = long.MaxValue, bool inner = false,
        params string[] dataPath)
    {
        Assert.True(Interval.TryParse(interval, out var parsed));
        return new SourceRequest([instrument ?? EurUsd], parsed, Path, dataPath, timezone, inner, from, until);
    }

    internal static Reading Read(SourceRequest request)
    {
        var source = BarSources.Open("csv", request, out _);
        using var reader = source.Open(0, request.From, request.Until);
        var bars = new List<StepBar>();
        var buffer = new StepBar[7];
        int count;
        while ((count = reader.Read(buffer)) > 0) bars.AddRange(buffer[..count]);
        var counts = reader.Counts;
        return new Reading(bars, new Tally(counts.Bars, counts.Gaps, counts.Duplicates, counts.Rejected, reader.RejectedLines), source.Notes);
    }

    /// <summary>Reads on to the end.</summary>
    internal static void ReadToTheEnd(IBarReader reader)
    {
        var block = new StepBar[IBarReader.BlockBars];
        while (reader.Read(ref block) > 0)
        {
            // What matters is how it ends, or what it counted.
        }
    }

    internal static long Time(string iso)
    {
        Assert.True(EventTime.TryParseIso(iso, out var time));
        return time;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

/// <summary>What a source gave.</summary>
internal sealed record Reading(IReadOnlyList<StepBar> Steps, Tally Tally, IReadOnlyList<string> Notes)
{
    public IReadOnlyList<Bar> Bars => [.. Steps.Select(s => s.Bar)];
}

/// <summary>What a source counted.</summary>
internal sealed record Tally(long Bars, long Gaps, long Duplicates, long Rejected, IReadOnlyList<RejectedLine> Lines);
