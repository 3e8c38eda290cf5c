using System.Text;
using System.Text.Json;
using Axfl.Data.Disk;
using Axfl.Runs.Files;

namespace Axfl.Runs.Journal;

/// <summary>The state of a live run before a segment of its journal, one line that is chained like a line of the journal.</summary>
/// <param name="Line">Number of the line it follows.</param>
/// <param name="After">Hash of that line.</param>
/// <param name="Version">Version of Axfl that wrote it.</param>
/// <param name="Bars">Hash over the files of bars and trades up to it (<see cref="SeenBars.Chain"/>).</param>
/// <param name="Files">Lengths in bytes of the run's files that grew with the run and are not made anew, by name.</param>
/// <param name="Fold">State of engine, bars, tick filter and symbols.</param>
/// <param name="Totals">State of what counts results.</param>
internal sealed record Snapshot(
    long Line, string After, string Version, string Bars, IReadOnlyDictionary<string, long> Files, byte[] Fold, byte[] Totals)
{
    /// <summary>Format of snapshots of this version.</summary>
    public const string Format = "axfl-snapshot-2";

    /// <summary>Where the run took its prices from; null: a version wrote it that did not say.</summary>
    public JournalServers? Servers { get; init; }

    /// <summary>As it stands in its file.</summary>
    /// <param name="chain">Chain of the journal at its line; not changed.</param>
    public byte[] ToBytes(JournalChain chain)
    {
        using var line = new JsonLine();
        line.Restart();
        var json = line.Writer;
        json.WriteStartObject();
        json.WriteNumber("n"u8, Line);
        json.WriteString("k"u8, "snapshot");
        json.WriteString("format"u8, Format);
        json.WriteString("version"u8, Version);
        json.WriteString("after"u8, After);
        json.WriteString("bars"u8, Bars);
        Servers?.Write(json);
        json.WriteStartObject("files"u8);
        foreach (var (name, length) in Files) json.WriteNumber(name, length);
        json.WriteEndObject();
        json.WriteBase64String("fold"u8, Fold);
        json.WriteBase64String("totals"u8, Totals);
        var text = line.Finish();
        var tail = new byte[JournalChain.TailLength + 1];
        chain.Copy().Seal(text, tail.AsSpan(0, JournalChain.TailLength));
        tail[^1] = (byte)'\n';
        return [.. text, .. tail];
    }

    /// <summary>Reads one.</summary>
    /// <param name="path">Its file.</param>
    /// <exception cref="InvalidDataException">It is damaged, or of another format or version; the message says which.</exception>
    public static Snapshot Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException(e.Message, e);
        }

        if (bytes.Length == 0 || bytes[^1] != '\n') throw new InvalidDataException("it is damaged: it has no end");
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            var format = root.GetProperty("format").GetString();
            if (format != Format) throw new InvalidDataException($"it is of the format {format}, this version knows {Format}");
            var snapshot = new Snapshot(
                root.GetProperty("n").GetInt64(), root.GetProperty("after").GetString()!, root.GetProperty("version").GetString()!, root.GetProperty("bars").GetString()!,
                root.GetProperty("files").EnumerateObject().ToDictionary(f => f.Name, f => f.Value.GetInt64(), StringComparer.Ordinal),
                root.GetProperty("fold").GetBytesFromBase64(), root.GetProperty("totals").GetBytesFromBase64())
            {
                Servers = JournalServers.Of(root.EnumerateObject().Where(m => m.Value.ValueKind == JsonValueKind.String && m.Name is "feed" or "endpoint" or "history_endpoint")
                    .ToDictionary(m => m.Name, m => m.Value.GetString()!, StringComparer.Ordinal)),
            };
            if (snapshot.After.Length != JournalChain.HashLength || !snapshot.Chain().Follows(bytes.AsSpan(0, bytes.Length - 1)))
                throw new InvalidDataException("it is damaged: its hash is not that of its text");
            if (snapshot.Version != Product.Version)
                throw new InvalidDataException($"it was written by version {snapshot.Version}, this is {Product.Version}");
            return snapshot;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new InvalidDataException($"it is damaged: {e.Message}", e);
        }
    }

    /// <summary>Chain of the journal at the line it follows.</summary>
    public JournalChain Chain() => JournalChain.At(Line, Encoding.ASCII.GetBytes(After));

    /// <summary>Writes a file so that it is there wholly or not at all.</summary>
    public static void WriteFile(string path, byte[] bytes) => OutputErrors.Guard(path, () =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        WholeFile.Replace(path, stream =>
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        });
        FolderSync.Of(path);
    });
}
