using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Axfl.Configuration.Keys;

namespace Axfl.Configuration.Tests.Keys;

/// <summary>The JSON schema for editors, from the tables of keys.</summary>
internal static class SchemaText
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static string Write()
    {
        var profile = KeyTables.Profile;
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Axfl sessions file",
            ["description"] = "What runs when: each top-level key but strategies* and instruments is a profile.",
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["instruments"] = new JsonObject
                {
                    ["type"] = new JsonArray("object", "array", "null"),
                    ["additionalProperties"] = Reference("instrument"),
                    ["items"] = Reference("instrument"),
                    ["description"] = "Symbols that are in no table.",
                },
            },
            ["patternProperties"] = new JsonObject { ["^strategies(_|$)"] = Fragment(profile.Single(k => k.Name == "strategies")) },
            ["additionalProperties"] = Reference("profile"),
            ["definitions"] = new JsonObject
            {
                // Strategies may stand at the top level instead.
                ["profile"] = Object("A profile.", profile, "strategies"),
                ["strategy"] = Object("One strategy.", KeyTables.Strategy),
                ["window"] = Object("A session window.", KeyTables.Window),
                ["blackout"] = Object("A time in which entries are blocked.", KeyTables.Blackout),
                ["channel"] = Object("A channel of alerts.", KeyTables.Channel),
                // A symbol of the shipped table may be redefined in part.
                ["instrument"] = Object("One instrument.", KeyTables.Instrument, "base", "quote", "pip", "digits"),
            },
        };
        return schema.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Object(string description, IReadOnlyList<KeyDescription> keys, params string[] notRequired)
    {
        var result = new JsonObject { ["type"] = "object", ["description"] = description };
        AddKeys(result, keys, notRequired);
        return result;
    }

    private static void AddKeys(JsonObject to, IReadOnlyList<KeyDescription> keys, string[] notRequired)
    {
        to["additionalProperties"] = false;
        to["properties"] = new JsonObject(keys.Select(k => KeyValuePair.Create(k.Name, (JsonNode?)Fragment(k))));
        string[] required = [.. keys.Where(k => k.Required).Select(k => k.Name).Except(notRequired)];
        if (required.Length > 0) to["required"] = new JsonArray([.. required.Select(r => JsonValue.Create(r))]);
    }

    private static JsonObject Fragment(KeyDescription key)
    {
        var result = JsonNode.Parse($"{{{key.Form.Schema}}}")!.AsObject();
        var text = new StringBuilder(key.Help);
        if (key.Unit.Length > 0) text.Append(CultureInfo.InvariantCulture, $" Unit: {key.Unit}.");
        if (key.Default.Length > 0) text.Append(CultureInfo.InvariantCulture, $" Default: {key.Default}.");
        result["description"] = text.ToString();
        if (key.Children.Count > 0) AddKeys(result, key.Children, []);
        return result;
    }

    private static JsonObject Reference(string name) => new() { ["$ref"] = "#/definitions/" + name };
}
