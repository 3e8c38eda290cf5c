using System.IO.Compression;
using Axfl.Contracts;

namespace Axfl.Data.Files;

/// <summary>The text of a file of bars: plain, gzip, or one entry of a zip archive; opened as often as needed, and always the same (<see cref="SteadyFile"/>).</summary>
/// <param name="Path">Path.</param>
/// <param name="Entry">Entry of an archive; null when the file is none.</param>
/// <param name="Index">Index of the entry.</param>
internal sealed record DataText(string Path, string? Entry, int Index)
{
    // Deflate packs 1032 to 1 at the most, bars 5 to 20 to 1.
    private const long MostUnpacked = 1L << 26, MostRatio = 250;
    private static readonly string[] Endings = [".csv", ".txt"];

    // What the file was when it was first opened.
    private FileState? _state;

    /// <summary>Path, and the entry after <c>!</c>.</summary>
    public string Name => Entry is null ? Path : Path + "!" + Entry;

    /// <summary>The text itself where it is no file: UTF-8; null: it is read from <see cref="Path"/>.</summary>
    public byte[]? Made { get; init; }

    /// <summary>Bytes on disk, or of the text itself.</summary>
    public long Length => Made?.Length ?? _state?.Length ?? new FileInfo(Path).Length;

    private bool IsGzip => Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>The texts of a file: itself, or the entries of an archive that may be bars (what a Mac puts beside them is left aside).</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is a damaged archive.</exception>
    /// <exception cref="AxflException">It is an archive without bars.</exception>
    public static IReadOnlyList<DataText> Of(string path)
    {
        if (!path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) return [new DataText(path, null, 0)];
        using var file = SteadyFile.Open(path, null);
        var state = file.Expected;
        using var archive = new ZipArchive(file);
        DataText[] entries = [.. archive.Entries.Select((e, i) => new DataText(path, e.FullName, i) { _state = state }).Where(t => !IsBesideTheFiles(t.Entry!))];
        foreach (var ending in Endings)
        {
            DataText[] found = [.. entries.Where(t => t.Entry!.EndsWith(ending, StringComparison.OrdinalIgnoreCase))];
            if (found.GroupBy(t => t.Entry).FirstOrDefault(g => g.Count() > 1) is { } twins)
                throw new InvalidDataException($"It has {twins.Count()} entries named '{twins.Key}', and nothing says which is meant: pack it again with one");
            if (found.Length > 0) return found;
        }

        throw new AxflException("DataFileEmpty", ErrorKind.Data, $"{path} contains no .csv or .txt file.") { Target = path };
    }

    /// <summary>Opens it as UTF-8 lines.</summary>
    public TextBytes Open() => TextBytes.Open(OpenBytes());

    /// <summary>Reads an archive whole, so that a damaged one is refused before anything is made of it. Nothing of it is kept.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or unpacks to far more than bars can.</exception>
    public void Verify()
    {
        if (Entry is null && !IsGzip) return;
        var most = Math.Max(MostUnpacked, MostRatio * Length);
        using var bytes = OpenBytes();
        var buffer = new byte[1 << 16];
        var count = 0L;
        for (int read; (read = bytes.Read(buffer)) > 0;)
        {
            count += read;
            if (count > most) throw new InvalidDataException($"It unpacks to more than {MostRatio} times its size: these are not bars");
        }
    }

    private Stream OpenBytes()
    {
        if (Made is not null) return new MemoryStream(Made, writable: false);
        var file = SteadyFile.Open(Path, _state);
        _state = file.Expected;
        try
        {
            return Entry is not null ? new CheckedZipEntry(file, Index) : IsGzip ? new CheckedGzip(file) : file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static bool IsBesideTheFiles(string entry)
    {
        var parts = entry.Split('/', '\\');
        return parts[0] == "__MACOSX" || parts[^1].StartsWith("._", StringComparison.Ordinal);
    }
}
