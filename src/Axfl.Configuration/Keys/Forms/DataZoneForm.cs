using Axfl.Configuration.Yaml;
using Axfl.Contracts;
using Axfl.Data.Markets;

namespace Axfl.Configuration.Keys.Forms;

/// <summary>The zone of csv times that carry none; null: the format says.</summary>
internal sealed class DataZoneForm : ValueForm<string?>
{
    public override string? Read(Section section, string key, string? fallback)
    {
        var zone = section.Node(key) is { } node and not ScalarNode { IsNull: true } ? Zone(node, section, key) : fallback;
        section.Record(key, zone ?? "null");
        return zone;
    }

    public override string Write(string? value) => value ?? "null";

    public override FormDescription Description => new("time zone", DataZone.Forms, "\"type\": [\"string\", \"null\"]");

    private static string? Zone(Node node, Section section, string key)
    {
        var path = section.Path(key);
        if (Scalars.Text(node, path, "a time zone like America/New_York or UTC+02:00", section.Log) is not { } name) return null;
        if (DataZone.TryFind(name) is { } zone) return zone.Id;
        var near = Suggestion.Ask(name, name.Length <= 64 ? TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id) : []);
        section.Log.Error(node.Location, path, $"'{Scalars.Cut(name)}' is not a valid time zone; use {DataZone.Forms}.{near}");
        return null;
    }
}
