using Axfl.Configuration;
using Axfl.Research.Keys;
using Axfl.Testing;

namespace Axfl.Research.Tests.Keys;

/// <summary>Which plans have one hash.</summary>
public class PlanHashTests
{
    private static readonly string[] LeftOut = ["data_dir", "source", "venue", "status_every_s", "status_every_bars", "alerts"];

    private static string Hash(string text, params string[] set) => new PlanHash().Of(SessionsFiles.Load(text, set));

    [Theory]
    [InlineData("data_dir=elsewhere")]
    [InlineData("source=csv")]
    [InlineData("venue=OTHER")]
    [InlineData("status_every_s=7")]
    [InlineData("status_every_bars=7")]
    [InlineData("alerts={in_replay: true}")]
    public void Where_bars_are_when_statuses_are_written_and_who_is_told_is_left_out(string set) => Assert.Equal(Hash(SessionsFiles.Small), Hash(SessionsFiles.Small, set));

    [Fact]
    public void The_name_of_the_profile_is_left_out()
    {
        using var sessions = new SessionsFiles(SessionsFiles.Small.Replace("portfolio:", "other:", StringComparison.Ordinal));
        var plan = SessionsLoader.Load(new() { SessionsPath = sessions.Path, Profile = "other" }, Strategies.Catalogue.StrategyCatalogue.BuiltIn);
        Assert.Equal(Hash(SessionsFiles.Small), new PlanHash().Of(plan));
    }

    [Fact]
    public void Every_other_key_of_a_plan_is_in_it()
    {
        var json = new PlanHash().Json(SessionsFiles.Load(SessionsFiles.Small, "data_columns=[time, open, high, low, close]", "data_time_format=iso"));
        var keys = SessionsLoader.Keys.Where(k => !k.Key.Contains('.', StringComparison.Ordinal)).Select(k => k.Key).Except(LeftOut).Except(["spread_pips"]);
        foreach (var key in keys) Assert.Contains($"\"{key}\":", json, StringComparison.Ordinal);
        foreach (var key in LeftOut) Assert.DoesNotContain($"\"{key}\":", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("risk.max_open_positions=3")]
    [InlineData("risk.drawdown={trailing_pct: 5}")]
    [InlineData("costs.slippage_on=[entry]")]
    [InlineData("strategies.lsg.params.sweep_pips=4.25")]
    [InlineData("strategies.lsg.symbol_params.GBPUSD.sweep_pips=4.25")]
    [InlineData("strategies.lsg.windows=[{start: 07:00, end: 11:00}]")]
    [InlineData("spreads={EURUSD: 1.25}")]
    [InlineData("warmup_days=4")]
    [InlineData("holidays=[2025-12-25]")]
    [InlineData("blackouts=[{start: 07:00, end: 08:00}]")]
    [InlineData("risk.weights.symbols.EURUSD=0.5")]
    [InlineData("risk.loss_streak={losses: 3, pause_minutes: 30}")]
    [InlineData("trading_day.start=17:00")]
    [InlineData("live.max_tick_atr=5")]
    public void What_decides_a_result_changes_it(string set) => Assert.NotEqual(Hash(SessionsFiles.Small), Hash(SessionsFiles.Small, set));

    [Fact]
    public void What_is_written_otherwise_and_means_the_same_does_not_change_it() => Assert.Equal(
        Hash(SessionsFiles.Small, "strategies.lsg.params.sweep_pips=4.25"),
        Hash(SessionsFiles.Small, "strategies.lsg.symbol_params.GBPUSD.sweep_pips=4.25", "strategies.lsg.symbol_params.EURUSD.sweep_pips=4.250"));

    [Fact]
    public void It_is_sha_256_of_the_plan_as_canonical_json()
    {
        var plan = SessionsFiles.Load(SessionsFiles.Small);
        var json = new PlanHash().Json(plan);
        using var parsed = System.Text.Json.JsonDocument.Parse(json);
        Assert.Equal(json, CanonicalJson.Write(Value(parsed.RootElement)));
        Assert.Equal(Sha256.Of(json), new PlanHash().Of(plan));
    }

    [Fact]
    public void A_calendar_is_in_it_by_its_content_wherever_it_lies()
    {
        const string Text = "time,currency,impact,title\n2026-01-13T13:30:00Z,USD,high,Prices\n";
        Assert.Equal(WithCalendar("a.csv", Text), WithCalendar("b.csv", Text));
        Assert.NotEqual(WithCalendar("a.csv", Text), WithCalendar("a.csv", Text.Replace("high", "low", StringComparison.Ordinal)));
        Assert.NotEqual(WithCalendar("a.csv", Text), Hash(SessionsFiles.Small));
    }

    private static string WithCalendar(string name, string text)
    {
        using var sessions = new SessionsFiles(SessionsFiles.Small + $"\n  news: {{calendar: {name}}}");
        File.WriteAllText(Path.Combine(sessions.Folder, name), text);
        return new PlanHash().Of(SessionsLoader.Load(new() { SessionsPath = sessions.Path }, Strategies.Catalogue.StrategyCatalogue.BuiltIn));
    }

    private static object? Value(System.Text.Json.JsonElement e) => e.ValueKind switch
    {
        System.Text.Json.JsonValueKind.Object => e.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Value(p.Value))).ToArray(),
        System.Text.Json.JsonValueKind.Array => e.EnumerateArray().Select(Value).ToArray(),
        System.Text.Json.JsonValueKind.Number => e.GetDouble(),
        System.Text.Json.JsonValueKind.String => e.GetString(),
        System.Text.Json.JsonValueKind.True => true,
        System.Text.Json.JsonValueKind.False => false,
        _ => null,
    };
}
