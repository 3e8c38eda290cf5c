using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Keys.Forms;

/// <summary>A range of numbers, in words and as a JSON schema.</summary>
internal static class NumberRange
{
    public static FormDescription Describe(string type, double min, double max, bool above, bool nullable)
    {
        var json = type == "number" ? "number" : "integer";
        return new FormDescription(type,
            (above ? $"above {Scalars.Show(min)}, at most {Scalars.Show(max)}" : $"{Scalars.Show(min)} to {Scalars.Show(max)}") + (nullable ? ", or null" : ""),
            $"\"type\": {Type(json, nullable)}, \"{(above ? "exclusiveMinimum" : "minimum")}\": {Scalars.Show(min)}, \"maximum\": {Scalars.Show(max)}");
    }

    /// <summary>A JSON type, null included or not.</summary>
    public static string Type(string json, bool nullable) => nullable ? $"[\"{json}\", \"null\"]" : $"\"{json}\"";
}
