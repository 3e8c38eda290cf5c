using System.IO.Compression;
using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>One file of bars: its dialect, its interval, its order; opened as often as needed.</summary>
internal sealed class BarFile
{
    /// <summary>Rows read past the end of a period before the rest of the file is left alone: files are not always in order.</summary>
    public const int RowsBeyondTheEnd = 5000;

    /// <summary>Longest interval a file may have, minutes: a week.</summary>
    public const int LongestMinutes = 7 * 1440;

    private const int SampleRows = 500, SampleLines = 50;

    private BarFile(string path, string? entry, Dialect dialect, TimeZoneInfo zone)
    {
        Path = path;
        Entry = entry;
        Dialect = dialect;
        Zone = zone;
    }

    /// <summary>Path.</summary>
    public string Path { get; }

    /// <summary>Entry of an archive; null when the file is none.</summary>
    public string? Entry { get; }

    /// <summary>Path, and the entry after <c>!</c>.</summary>
    public string Name => Entry is null ? Path : Path + "!" + Entry;

    /// <summary>Layout.</summary>
    public Dialect Dialect { get; }

    /// <summary>Zone in which its times are read.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>The most frequent step of its first rows.</summary>
    public Interval Interval { get; private set; } = new(1);

    /// <summary>Whether that step came twice at least; a file of two or three scattered rows says little.</summary>
    public bool IsIntervalSure { get; private set; }

    /// <summary>Whether its rows run from new to old.</summary>
    public bool IsDescending { get; private set; }

    /// <summary>Time of its first row in time; null without rows. Exact for ascending files, of the sample for others.</summary>
    public long? FirstTime { get; private set; }

    /// <summary>Bytes on disk.</summary>
    public long Length => new FileInfo(Path).Length;

    /// <summary>Looks at a file, or at each entry of a zip archive.</summary>
    /// <param name="path">Path.</param>
    /// <param name="zone">Zone of times without offset; null: the dialect's own.</param>
    /// <exception cref="AxflException">It cannot be read or no layout fits.</exception>
    public static IReadOnlyList<BarFile> Inspect(string path, TimeZoneInfo? zone)
    {
        try
        {
            if (!path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) return [InspectOne(path, null, zone)];
            using var archive = ZipFile.OpenRead(path);
            string[] entries = [.. archive.Entries.Where(e => e.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)).Select(e => e.FullName)];
            if (entries.Length == 0)
                entries = [.. archive.Entries.Where(e => e.Name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)).Select(e => e.FullName)];
            return entries.Length > 0 ? [.. entries.Select(e => InspectOne(path, e, zone))]
                : throw new AxflException("DataFileEmpty", ErrorKind.Data, $"{path} holds no .csv or .txt file.") { Target = path };
        }
        catch (FileNotFoundException e)
        {
            throw new AxflException("DataFileNotFound", ErrorKind.Data, $"{path} does not exist: check the path given with -DataPath (--data).", e) { Target = path };
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            throw Unreadable(path, e);
        }
    }

    /// <summary>Whether an exception means that a file cannot be read (gone, locked, damaged).</summary>
    public static bool IsUnreadable(Exception e) => e is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException;

    /// <summary>The error of this file for such an exception.</summary>
    public AxflException Unreadable(Exception cause) => Unreadable(Name, cause);

    /// <summary>The file of the ask side when this one is the bid side; null when it is both or one.</summary>
    public BarFile? Ask { get; init; }

    /// <summary>This file as the bid side of another.</summary>
    public BarFile WithAsk(BarFile ask) =>
        new(Path, Entry, Dialect, Zone) { Ask = ask, Interval = Interval, IsIntervalSure = IsIntervalSure, IsDescending = IsDescending, FirstTime = FirstTime };

    /// <summary>Its rows in the order of time as far as the file is in order: a file that runs from new to old is turned round.</summary>
    /// <exception cref="AxflException">It cannot be opened.</exception>
    public RawBarReader Open()
    {
        RawBarReader reader;
        try
        {
            reader = OpenRaw();
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            throw Unreadable(e);
        }

        if (IsDescending) reader = new ReversedReader(reader);
        return Ask is null ? reader : new PairedReader(reader, Ask.Open(), Ask.Name);
    }

    /// <summary>Whether it has a bar with from &lt;= time &lt; until, unix ms; reads as far as it must.</summary>
    public bool HasBars(long from, long until)
    {
        if (FirstTime is not { } first || first >= until) return false;
        if (first >= from) return true;
        using var reader = Open();
        var beyond = 0;
        while (beyond < RowsBeyondTheEnd && reader.TryRead(out var raw))
        {
            if (raw.Error is not null || raw.Bar.Time < from) continue;
            if (raw.Bar.Time < until) return true;
            beyond++;
        }

        return false;
    }

    private static AxflException Unreadable(string name, Exception cause) => new("DataFileUnreadable", ErrorKind.Data,
        $"{name} cannot be read: {cause.Message} Check that it is whole and not open elsewhere, or fetch it again.", cause)
    { Target = name };

    private static BarFile InspectOne(string path, string? entry, TimeZoneInfo? zone)
    {
        var lines = new List<string>();
        using (var text = new StreamReader(OpenStream(path, entry)))
        {
            while (lines.Count < SampleLines && text.ReadLine() is { } line)
                if (line.Trim().Length > 0) lines.Add(line.TrimStart('\uFEFF'));
        }

        if (lines.Count == 0) throw new AxflException("DataFileEmpty", ErrorKind.Data, $"{path} is empty.") { Target = path };
        var dialect = DialectDetector.Detect(path, entry, lines);
        var file = new BarFile(path, entry, dialect, zone ?? dialect.Zone);
        file.Sample();
        return file;
    }

    private void Sample()
    {
        var steps = new Dictionary<long, int>();
        long previous = long.MinValue, descents = 0, rows = 0;
        long? first = null;
        using var reader = OpenRaw();
        while (rows < SampleRows && reader.TryRead(out var raw))
        {
            if (raw.Error is not null) continue;
            rows++;
            first = Math.Min(first ?? long.MaxValue, raw.Bar.Time);
            if (previous != long.MinValue && raw.Bar.Time != previous)
            {
                var step = Math.Abs(raw.Bar.Time - previous);
                steps[step] = steps.GetValueOrDefault(step) + 1;
                if (raw.Bar.Time < previous) descents++;
            }

            previous = raw.Bar.Time;
        }

        FirstTime = first;
        IsDescending = descents > rows / 2;
        if (steps.Count == 0) return;
        var (usual, count) = steps.OrderByDescending(s => s.Value).ThenBy(s => s.Key).First();
        Interval = new Interval((int)Math.Clamp(usual / EventTime.Minute, 1, LongestMinutes));
        IsIntervalSure = count >= 2;
    }

    private RawBarReader OpenRaw() => Dialect.Name == "canonical"
        ? new CanonicalReader(OpenStream(Path, Entry), Zone.Equals(TimeZoneInfo.Utc) ? null : Zone, Dialect.HasHeader)
        : new ColumnsReader(OpenStream(Path, Entry), Dialect, Zone);

    private static Stream OpenStream(string path, string? entry)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan);
        if (entry is not null) return new ZipArchive(file).GetEntry(entry)!.Open();
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new CheckedGzip(file) : file;
    }
}
