using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Keys.Forms;

/// <summary>An IANA time zone; null: none.</summary>
internal sealed class OptionalZoneForm : ValueForm<TimeZoneInfo?>
{
    public override TimeZoneInfo? Read(Section section, string key, TimeZoneInfo? fallback)
    {
        var zone = section.Node(key) switch
        {
            null => fallback,
            ScalarNode { IsNull: true } => null,
            { } node => Scalars.Zone(node, section.Path(key), section.Log) ?? fallback,
        };
        section.Record(key, Write(zone));
        return zone;
    }

    public override string Write(TimeZoneInfo? value) => value?.Id ?? "null";

    public override FormDescription Description => new("time zone", "an IANA name, or null", "\"type\": [\"string\", \"null\"]");
}
