using System.Globalization;
using System.Text;
using Axfl.Configuration.Keys;

namespace Axfl.Configuration.Tests.Keys;

/// <summary>The page of all keys of a sessions file, from their tables.</summary>
internal static class KeysPage
{
    public static string Write()
    {
        var text = new StringBuilder("""
            # Keys of a sessions file

            Every key with its type, range, unit and default. A key without a default may be absent unless it is required. `axfl sessions show`
            and `Import-AxflSessions` show the values in force and where each comes from; `--set risk.max_open_positions=3` (`-Set`) overrides one.
            The page and the schema for editors (`config/sessions.schema.json`) come from the tables the loader reads by.


            """.ReplaceLineEndings("\n"));
        Section(text, "A profile", "", KeyTables.Profile);
        Section(text, "An entry of `strategies`", "", KeyTables.Strategy);
        Section(text, "A window", "", KeyTables.Window);
        Section(text, "A blackout", "Under `blackouts`.", KeyTables.Blackout);
        Section(text, "A channel of alerts", "Under `alerts`, `channels`. Which keys it needs depends on its kind: [alerts](alerts.md).", KeyTables.Channel);
        Section(text, "An instrument", "Under `instruments:`, by symbol. What is required is so for a symbol that is not in any table.", KeyTables.Instrument);
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Section(StringBuilder text, string title, string note, IReadOnlyList<KeyDescription> keys)
    {
        text.Append(CultureInfo.InvariantCulture, $"## {title}\n\n");
        if (note.Length > 0) text.Append(note).Append("\n\n");
        text.Append("| key | type | range | unit | default | what it does |\n|---|---|---|---|---|---|\n");
        Rows(text, "", keys);
        text.Append('\n');
    }

    private static void Rows(StringBuilder text, string prefix, IReadOnlyList<KeyDescription> keys)
    {
        foreach (var key in keys)
        {
            var standard = key.Required ? "required" : key.Default.Length > 0 ? $"`{key.Default}`" : "";
            text.Append(CultureInfo.InvariantCulture, $"| `{prefix}{key.Name}` | {key.Form.Type} | {key.Form.Range} | {key.Unit} | {standard} | {key.Help} |\n");
            Rows(text, prefix + key.Name + ".", key.Children);
        }
    }
}
