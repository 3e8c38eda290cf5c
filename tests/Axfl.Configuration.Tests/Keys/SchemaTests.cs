using System.Text.Json;
using Axfl.Configuration.Keys;
using Axfl.Configuration.Yaml;
using Axfl.Testing;

namespace Axfl.Configuration.Tests.Keys;

/// <summary>What is made from the tables of keys and kept in the repository: the schema for editors and the page of keys.</summary>
public class SchemaTests
{
    private static JsonElement Definitions => JsonDocument.Parse(SchemaText.Write()).RootElement.GetProperty("definitions");

    [Fact]
    public void The_schema_for_editors_is_the_one_the_keys_give() => AssertKept("config/sessions.schema.json", SchemaText.Write());

    [Fact]
    public void The_page_of_keys_is_the_one_the_keys_give() => AssertKept("docs/keys.md", KeysPage.Write());

    [Fact]
    public void Every_key_says_what_it_does_in_a_sentence() =>
        Assert.All(All(KeyTables.Profile).Concat(KeyTables.Strategy).Concat(KeyTables.Window).Concat(KeyTables.Blackout).Concat(KeyTables.Instrument), k =>
        {
            Assert.EndsWith(".", k.Help, StringComparison.Ordinal);
            Assert.True(char.IsUpper(k.Help[0]), k.Help);
            Assert.NotEmpty(k.Form.Type);
        });

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
    public void Both_ends_of_every_range_the_schema_gives_are_where_the_loader_draws_them()
    {
        var checkedKeys = 0;
        foreach (var (path, key) in Paths("", Definitions.GetProperty("profile").GetProperty("properties")))
        {
            if (!key.TryGetProperty("maximum", out var most)) continue;
            checkedKeys++;
            var beside = Beside(path);
            Assert.Empty(SessionsFiles.Check(SessionsFiles.Small, [.. beside, $"{path}={most.GetRawText()}"]));
            Assert.Contains("out of range", SessionsFiles.Problem(SessionsFiles.Small, [.. beside, $"{path}={most.GetDouble() * 2 + 1:R}"]).Message, StringComparison.Ordinal);
            var isAbove = key.TryGetProperty("exclusiveMinimum", out var least);
            if (!isAbove) least = key.GetProperty("minimum");
            var problems = SessionsFiles.Check(SessionsFiles.Small, [.. beside, $"{path}={least.GetRawText()}"]);
            if (isAbove) Assert.Contains("out of range", Assert.Single(problems).Message, StringComparison.Ordinal);
            else Assert.Empty(problems);
            Assert.Contains("out of range", SessionsFiles.Problem(SessionsFiles.Small, [.. beside, $"{path}={least.GetDouble() - 1:R}"]).Message, StringComparison.Ordinal);
        }

        Assert.InRange(checkedKeys, 20, 1000);
    }

    [Fact]
    public void The_shipped_file_names_the_schema() =>
        Assert.StartsWith("# yaml-language-server: $schema=./sessions.schema.json", EmbeddedDefaults.Read("sessions.yaml"), StringComparison.Ordinal);

    private static IEnumerable<KeyDescription> All(IEnumerable<KeyDescription> keys) => keys.SelectMany(k => All(k.Children).Prepend(k));

    private static IEnumerable<(string Path, JsonElement Key)> Paths(string prefix, JsonElement properties) => properties.EnumerateObject().SelectMany(p =>
        p.Value.TryGetProperty("properties", out var inner) ? Paths(prefix + p.Name + ".", inner) : [(prefix + p.Name, p.Value)]);

    // What a section must have besides a key of it, or must not have with it.
    private static string[] Beside(string path) => path switch
    {
        "risk.drawdown.cooloff_minutes" => ["risk.drawdown.trailing_pct=5"],
        "risk.loss_streak.losses" => ["risk.loss_streak.pause_minutes=5"],
        "risk.loss_streak.pause_minutes" => ["risk.loss_streak.losses=3"],
        _ when path.StartsWith("risk.risk_parity.", StringComparison.Ordinal) => ["warmup_days=365", "risk.risk_parity={lookback_days: 1, floor: 0, cap: 1}"],
        "alerts.heartbeat.every_s" => ["alerts.heartbeat.url=env:X"],
        _ when path.StartsWith("news.", StringComparison.Ordinal) => [KeyTables.SomeNews],
        _ => [],
    };

    // AXFL_WRITE=1 writes the file instead: after a key was added, say.
    private static void AssertKept(string file, string text)
    {
        var path = Repository.PathOf(file);
        if (Environment.GetEnvironmentVariable("AXFL_WRITE") == "1") File.WriteAllText(path, text);
        var kept = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        Assert.True(kept == text, $"{file} is not what the tables of keys give: run these tests once with AXFL_WRITE=1 and commit it.");
    }
}
