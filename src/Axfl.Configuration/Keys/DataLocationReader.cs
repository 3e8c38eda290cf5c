using Axfl.Configuration.Keys.Forms;
using Axfl.Configuration.Plan;
using Axfl.Configuration.Yaml;
using Axfl.Data.Dialects;

namespace Axfl.Configuration.Keys;

/// <summary>Reads where csv looks: a folder, or a list of folders, files and <c>SYMBOL=path</c>.</summary>
internal static class DataLocationReader
{
    /// <summary>What <c>data_dir</c> may be.</summary>
    public static readonly FormDescription LocationForm = new("text", "a path, or a list of paths", "\"type\": [\"string\", \"array\"], \"items\": {\"type\": \"string\"}");

    /// <summary>What <c>data_columns</c> may be.</summary>
    public static readonly FormDescription ColumnsForm = new("list", "of columns, or text with commas, or null", "\"type\": [\"string\", \"array\", \"null\"], \"items\": {\"type\": \"string\"}");

    /// <summary>What <c>data_time_format</c> may be.</summary>
    public static readonly FormDescription TimesForm = new("text", "or null", "\"type\": [\"string\", \"null\"]");

    /// <summary>Reads <c>data_dir</c>: the folder, or the list of files that replaces it; absolute.</summary>
    public static RunPlan Read(Section s, RunPlan plan, ProfileContext context)
    {
        var (dir, path) = Places(s, context.Instruments, context.Folder);
        // A location given on the command line must have bars: without them the run is an error and never falls back to simulated prices.
        return plan with { DataDir = dir, DataPath = path, IsDataGiven = s.Node("data_dir") is { Location.IsCommandLine: true } };
    }

    /// <summary><c>data_dir</c> as YAML.</summary>
    public static string Write(RunPlan plan) =>
        plan.DataPath.Count > 0 ? $"[{string.Join(", ", plan.DataPath.Select(YamlText.Quote))}]" : YamlText.Quote(plan.DataDir);

    /// <summary><c>data_columns</c> as YAML; null: detected.</summary>
    public static string? WriteColumns(RunPlan plan) =>
        plan.DataColumns is { } columns ? $"[{string.Join(", ", columns.Split(',').Select(YamlText.Quote))}]" : null;

    /// <summary><c>data_time_format</c> as YAML; null: detected.</summary>
    public static string? WriteTimeFormat(RunPlan plan) => plan.DataTimeFormat is { } form ? YamlText.Quote(form) : null;

    private static (string Dir, IReadOnlyList<string> Path) Places(Section s, InstrumentTable instruments, string folder)
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
        if (s.Node("data_dir") is { } node) s.Log.Error(node.Location, s.Path("data_dir"), "has an empty path or one with a NUL character; a folder or file is needed.");
        return folder;
    }

    // SYMBOL=path keeps its first part, "EURUSD=".
    private static (string Symbol, string Path) SplitSymbol(string text, InstrumentTable instruments)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at > 0 && instruments.Find(text[..at]) is { } i ? (i.Symbol + "=", text[(at + 1)..]) : ("", text);
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
            s.Log.Error(s.Node(key)!.Location, s.Path(key), $"'{Scalars.Cut(text)}' {wrong}");
            text = null;
        }

        s.Record(key, text ?? "null");
        return text;
    }
}
