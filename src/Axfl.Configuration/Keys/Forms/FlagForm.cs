using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Keys.Forms;

/// <summary>true or false.</summary>
internal sealed class FlagForm : ValueForm<bool>
{
    public override bool Read(Section section, string key, bool fallback) => section.Flag(key, fallback);

    public override string Write(bool value) => value ? "true" : "false";

    public override FormDescription Description => new("true or false", "", "\"type\": \"boolean\"") { Words = ["true", "false"] };
}
