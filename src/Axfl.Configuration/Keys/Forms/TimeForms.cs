using Axfl.Configuration.Yaml;
using Axfl.Contracts;

namespace Axfl.Configuration.Keys.Forms;

/// <summary>A time of day; <paramref name="ends"/>: 24:00 too, which ends a day.</summary>
internal sealed class TimeForm(bool ends = false) : ValueForm<TimeOfDay>
{
    public override TimeOfDay Read(Section section, string key, TimeOfDay fallback) => section.Time(key, fallback, ends);

    public override string Write(TimeOfDay value) => $"\"{value}\"";

    public override FormDescription Description => new("time of day", ends ? "\"00:00\" to \"24:00\"" : "\"00:00\" to \"23:59\"",
        "\"type\": \"string\", \"pattern\": \"^([0-9]|[01][0-9]|2[0-4]):[0-5][0-9]$\"");
}

/// <summary>An IANA time zone.</summary>
internal sealed class ZoneForm : ValueForm<TimeZoneInfo>
{
    public override TimeZoneInfo Read(Section section, string key, TimeZoneInfo fallback) => section.Zone(key, fallback);

    public override string Write(TimeZoneInfo value) => value.Id;

    public override FormDescription Description => new("time zone", "an IANA name", "\"type\": \"string\"");
}
