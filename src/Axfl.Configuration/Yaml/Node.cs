using System.Globalization;

namespace Axfl.Configuration.Yaml;

/// <summary>Where a value was written.</summary>
/// <param name="File">Path as given, or the command-line argument.</param>
/// <param name="Line">1-based; 0 on the command line.</param>
/// <param name="Column">1-based; 0 on the command line.</param>
public readonly record struct SourceLocation(string File, int Line, int Column)
{
    /// <summary>Whether it comes from an argument and not from a file.</summary>
    public bool IsCommandLine => Line == 0;

    /// <summary><c>sessions.yaml:12</c> or <c>command line</c>.</summary>
    public string Origin => IsCommandLine ? "command line" : Path.GetFileName(File) + ":" + Line.ToString(CultureInfo.InvariantCulture);

    /// <summary>The place of a command-line argument.</summary>
    public static SourceLocation Argument(string argument) => new($"command line ({argument})", 0, 0);
}

/// <summary>A node of a YAML tree. Immutable, so that aliases may share it.</summary>
public abstract record Node(SourceLocation Location);

/// <summary>Text; YAML's own types are given by the reader of a key, not by the look of the text (<c>07:00</c> stays text).</summary>
internal sealed record ScalarNode(SourceLocation Location, string Text, bool Plain) : Node(Location)
{
    /// <summary>Whether it is YAML's null.</summary>
    public bool IsNull => Plain && Text is "" or "~" or "null" or "Null" or "NULL";
}

/// <summary>A map, its entries in file order.</summary>
internal sealed record MapNode(SourceLocation Location, IReadOnlyList<MapEntry> Entries) : Node(Location)
{
    public MapEntry? Find(string key)
    {
        foreach (var entry in Entries)
            if (entry.Key == key) return entry;
        return null;
    }

    /// <summary>A copy with one entry replaced or added.</summary>
    public MapNode With(MapEntry entry) => Find(entry.Key) is null
        ? this with { Entries = [.. Entries, entry] }
        : this with { Entries = [.. Entries.Select(e => e.Key == entry.Key ? entry : e)] };
}

/// <summary>One entry of a map.</summary>
internal sealed record MapEntry(string Key, SourceLocation Location, Node Value);

/// <summary>A list.</summary>
internal sealed record ListNode(SourceLocation Location, IReadOnlyList<Node> Items) : Node(Location);
