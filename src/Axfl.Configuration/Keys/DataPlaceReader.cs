using Axfl.Configuration.Yaml;
using Axfl.Contracts;
using Axfl.Data.Dialects;
using Axfl.Data.Markets;

namespace Axfl.Configuration.Keys;

/// <summary>Reads where csv looks: a folder, or a list of folders, files and <c>SYMBOL=path</c>.</summary>
internal static class DataPlaceReader
{
    /// <summary>Whether the command line says where the bars are: then there are bars, or it is an error, and never a made-up price.</summary>
    public static bool IsGiven(Section s) => s.Node("data_dir") is { Place.IsCommandLine: true };

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
        var zone = node is null or ScalarNode { IsNull: true } ? null : ZoneOf(node, s);
        s.Record("data_timezone", zone ?? "null");
        return zone;
    }

    /// <summary>Names of the columns of csv, separated by commas; null: detected.</summary>
    public static string? Columns(Section s)
    {
        var text = s.Node("data_columns") switch
        {
            null or ScalarNode { IsNull: true } => null,
            ListNode list => string.Join(',', list.Items.Select(i => Scalars.Text(i, s.Path("data_columns"), "a column's name", s.Log))),
            { } node => Scalars.Text(node, s.Path("data_columns"), "a list of columns", s.Log),
        };
        return Checked(s, "data_columns", text, StatedLayout.FaultOfColumns);
    }

    /// <summary>Form of the times of csv; null: detected.</summary>
    public static string? TimeFormat(Section s)
    {
        var node = s.Node("data_time_format");
        var text = node is null or ScalarNode { IsNull: true } ? null : Scalars.Text(node, s.Path("data_time_format"), "a form of times", s.Log);
        return Checked(s, "data_time_format", text, StatedLayout.FaultOfTimeFormat);
    }

    private static string? Checked(Section s, string key, string? text, Func<string, string?> fault)
    {
        if (text is not null && fault(text) is { } wrong)
        {
            s.Log.Error(s.Node(key)!.Place, s.Path(key), $"'{Scalars.Cut(text)}' {wrong}");
            text = null;
        }

        s.Record(key, text ?? "null");
        return text;
    }

    private static string? ZoneOf(Node node, Section s)
    {
        var key = s.Path("data_timezone");
        if (Scalars.Text(node, key, "a time zone like America/New_York or UTC+02:00", s.Log) is not { } name) return null;
        if (DataZone.TryFind(name) is { } zone) return zone.Id;
        var near = Suggestion.Ask(name, name.Length <= 64 ? TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id) : []);
        s.Log.Error(node.Place, key, $"'{Scalars.Cut(name)}' is no time zone; {DataZone.Forms} is needed.{near}");
        return null;
    }
}
