using Axfl.Testing;

namespace Axfl.Configuration.Tests.Keys;

/// <summary>The keys as completion sees them.</summary>
public class KeyTests
{
    [Fact]
    public void A_key_says_its_type_range_unit_default_and_what_it_does()
    {
        var key = SessionsLoader.Keys.Single(k => k.Key == "risk.max_open_positions");
        Assert.Equal(("whole number", "1 to 1000000, or null", "positions", "2", "Positions open in the portfolio."), (key.Type, key.Range, key.Unit, key.Default, key.Help));
        Assert.Equal(["worst", "path", "best", "drill"], SessionsLoader.Keys.Single(k => k.Key == "intrabar").Words);
    }

    [Fact]
    public void The_default_a_key_names_is_what_a_file_without_it_gives()
    {
        var values = SessionsFiles.Load(SessionsFiles.Small).Description.Values.ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
        var named = SessionsLoader.Keys.Where(k => k.Default.Length > 0 && k.Key != "data_dir" && values.ContainsKey(k.Key)).ToArray();
        Assert.InRange(named.Length, 35, 100);
        Assert.All(named, k => Assert.Equal(k.Default.Trim('"'), values[k.Key]));
    }

    [Fact]
    public void Every_word_a_key_names_can_be_set()
    {
        foreach (var key in SessionsLoader.Keys)
            foreach (var word in key.Words) Assert.Empty(SessionsFiles.Check(SessionsFiles.Small, key.Key.StartsWith("news.", StringComparison.Ordinal) ? [KeyTables.SomeNews, $"{key.Key}={word}"] : [$"{key.Key}={word}"]));
    }
}
