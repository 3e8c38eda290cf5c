using Axfl.Configuration.Keys.Forms;
using Axfl.Contracts;

namespace Axfl.Configuration.Keys;

/// <summary>The keys of an entry of <c>strategies</c>; <see cref="StrategyReader"/> reads them together, for each needs others.</summary>
internal static class StrategyKeys
{
    /// <summary>A list of strategies.</summary>
    public static readonly FormDescription ListForm = new("list", "of strategies", "\"type\": \"array\", \"minItems\": 1, \"items\": {\"$ref\": \"#/definitions/strategy\"}");

    private static readonly FormDescription Parameters = new("map", "", "\"type\": \"object\"");

    public static readonly SectionKeys<StrategyDefinition> Table = new()
    {
        Key("name", new("text", "", "\"type\": \"string\""), "Strategy: lsg, orb, arls, or one of your own.", required: true),
        Key("id", new("text", "letters, digits, _ and -, at most 40", "\"type\": \"string\", \"pattern\": \"^[A-Za-z0-9_-]{1,40}$\""), "Its name everywhere when the same strategy is listed twice; absent: its name."),
        Key("windows", new("list", "of windows", "\"type\": \"array\", \"minItems\": 1, \"items\": {\"$ref\": \"#/definitions/window\"}"), "When it trades.", required: true),
        Key("params", Parameters, $"Parameters of the strategy; see {Spelling.Both("Get-AxflStrategy")} for names, units and ranges."),
        Key("symbol_params", new("map", "of maps", "\"type\": \"object\", \"additionalProperties\": {\"type\": \"object\"}"), "Parameters for single symbols; they win over params."),
        Key("symbols", new("list", "of symbols", "\"type\": [\"array\", \"null\"], \"minItems\": 1, \"items\": {\"type\": \"string\"}"), "Symbols it trades; absent: all of the profile's."),
    };

    private static SpecialKey<StrategyDefinition> Key(string name, FormDescription form, string help, bool required = false) =>
        new(form, null, null) { Name = name, Help = help, Required = required };
}
