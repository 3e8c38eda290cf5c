using System.Text.Json;
using Axfl.Configuration.Keys;
using Axfl.Configuration.Yaml;
using Axfl.Testing;

namespace Axfl.Configuration.Tests.Keys;

public class SchemaTests
{
    private static readonly JsonElement Definitions = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(SessionsFiles.Repository(), "config", "sessions.schema.json"))).RootElement.GetProperty("definitions");

    public static TheoryData<string, string[]> Sections() => new()
    {
        { "profile", SessionKeys.Profile },
        { "profile/properties/trading_day", SessionKeys.TradingDay },
        { "profile/properties/account", SessionKeys.Account },
        { "profile/properties/costs", SessionKeys.Costs },
        { "profile/properties/risk", SessionKeys.Risk },
        { "profile/properties/risk/properties/drawdown", SessionKeys.Drawdown },
        { "strategy", SessionKeys.Strategy },
        { "window", SessionKeys.Window },
        { "instrument", SessionKeys.Instrument },
    };

    [Theory]
    [MemberData(nameof(Sections))]
    public void The_schema_for_editors_has_the_keys_the_loader_accepts(string path, string[] keys)
    {
        var node = path.Split('/').Aggregate(Definitions, (n, part) => n.GetProperty(part));
        Assert.Equal(keys.Order(StringComparer.Ordinal), node.GetProperty("properties").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.False(node.GetProperty("additionalProperties").GetBoolean());
    }

    [Theory]
    [InlineData("source")]
    [InlineData("intrabar")]
    [InlineData("market_fill")]
    [InlineData("spread")]
    [InlineData("interval")]
    public void Every_word_the_schema_offers_is_one_the_loader_takes(string key)
    {
        foreach (var word in Definitions.GetProperty("profile").GetProperty("properties").GetProperty(key).GetProperty("enum").EnumerateArray())
            Assert.Empty(SessionsFiles.Check(SessionsFiles.Small, $"{key}={word.GetString()}"));
    }

    [Fact]
    public void The_shipped_file_names_the_schema() =>
        Assert.StartsWith("# yaml-language-server: $schema=./sessions.schema.json", EmbeddedDefaults.Read("sessions.yaml"), StringComparison.Ordinal);
}
