using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text;
using Axfl.Contracts;

namespace Axfl.PowerShell.Runs;

/// <summary>The text of a sweep file of what a command was given: the one reader of sweep files reads it.</summary>
internal sealed class SweepText
{
    private readonly StringBuilder _text = new("sweep:\n");

    /// <param name="name">Name of the sweep.</param>
    public SweepText(string name) => Add("name", name);

    /// <summary>Adds a key; null: it is absent.</summary>
    public void Add(string key, object? value)
    {
        if (value is not null) _text.Append("  ").Append(key).Append(": ").Append(Flow(value)).Append('\n');
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private static string Flow(object? value) => (value is PSObject shown ? shown.BaseObject : value) switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => Quote(text),
        DateTime time => Quote(EventTime.ToIso(EventTime.FromDateTime(time))),
        IDictionary map => "{" + string.Join(", ", Entries(map)) + "}",
        IEnumerable list => "[" + string.Join(", ", list.Cast<object?>().Select(Flow)) + "]",
        IFormattable number and not Enum => number.ToString(null, CultureInfo.InvariantCulture),
        var other => Quote(Convert.ToString(other, CultureInfo.InvariantCulture) ?? ""),
    };

    // A plain table has no order of its own: then that of the names is taken, always the same.
    private static IEnumerable<string> Entries(IDictionary map)
    {
        var entries = map.Keys.Cast<object>().Select(k => (Key: Convert.ToString(k, CultureInfo.InvariantCulture) ?? "", Value: map[k]));
        if (map is Hashtable) entries = entries.OrderBy(e => e.Key, StringComparer.Ordinal);
        return entries.Select(e => $"{Quote(e.Key)}: {Flow(e.Value)}");
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (char.IsControl(c)) quoted.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            else quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }
}
