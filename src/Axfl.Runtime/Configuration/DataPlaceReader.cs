namespace Axfl.Runtime;

/// <summary>Reads where csv looks: a folder, or a list of folders, files and <c>SYMBOL=path</c>.</summary>
internal static class DataPlaceReader
{
    /// <summary>The folder, and the list of files that replaces it (empty: none); absolute.</summary>
    public static (string Dir, IReadOnlyList<string> Path) Read(Section s, InstrumentTable instruments, string folder)
    {
        var node = s.Node("data_dir");
        var key = s.Path("data_dir");
        string[] texts = node switch
        {
            null => ["data"],
            ListNode { Items: { Count: > 0 } items } => [.. items.Select(i => Scalars.Text(i, key, "a path", s.Log)).OfType<string>()],
            _ => [.. new[] { Scalars.Text(node, key, "a folder, or a list of files", s.Log) }.OfType<string>()],
        };
        string[] paths = [.. texts.Select(t => Absolute(t, s, instruments, folder))];
        s.Record("data_dir", paths.Length == 1 ? paths[0] : $"[{string.Join(", ", paths)}]");
        if (paths.Length == 0) return (folder, []);
        if (paths.Length == 1 && (node is not ListNode || Directory.Exists(paths[0]))) return (paths[0], []);
        var first = SplitSymbol(paths[0], instruments).Path;
        return (Path.GetDirectoryName(first) ?? folder, paths);
    }

    private static string Absolute(string text, Section s, InstrumentTable instruments, string folder)
    {
        var (symbol, path) = SplitSymbol(text, instruments);
        if (path.Length > 0 && !path.Contains('\0', StringComparison.Ordinal)) return symbol + Path.GetFullPath(path, folder);
        if (s.Node("data_dir") is { } node) s.Log.Error(node.Place, s.Path("data_dir"), "has an empty path or one with a NUL character; a folder or file is needed.");
        return folder;
    }

    // SYMBOL=path keeps its first part, "EURUSD=".
    private static (string Symbol, string Path) SplitSymbol(string text, InstrumentTable instruments)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at > 0 && instruments.Find(text[..at]) is { } i ? (i.Symbol + "=", text[(at + 1)..]) : ("", text);
    }

    /// <summary>Zone of csv times that carry none; null: the format says.</summary>
    public static string? Zone(Section s)
    {
        var node = s.Node("data_timezone");
        var zone = node is null or ScalarNode { IsNull: true } ? null : Scalars.Zone(node, s.Path("data_timezone"), s.Log)?.Id;
        s.Record("data_timezone", zone ?? "null");
        return zone;
    }
}
