using Axfl.Configuration.Yaml;
using Axfl.Contracts;

namespace Axfl.Configuration.Keys;

/// <summary>orb's <c>session: london | ny</c> of the older program: a preset of four parameters, below what <c>params</c> says.</summary>
internal static class OrbPreset
{
    private static readonly string[] Sessions = ["london", "ny", "new_york"];

    /// <summary>The preset's parameters; empty without one.</summary>
    public static IReadOnlyDictionary<string, ParameterValue> Read(
        StrategyDefinition definition, MapEntry? entry, Section section, IReadOnlyList<StrategyParameterInfo> parameters)
    {
        var result = new Dictionary<string, ParameterValue>(StringComparer.Ordinal);
        if (entry is null) return result;
        var location = entry.Value.Location;
        var key = section.Path("session");
        if (Scalars.Choice(entry.Value, key, Sessions, section.Log) is not { } session) return result;
        (string Key, object Value)[] preset = session > 0
            ? [("range_start", TimeOfDay.Parse("12:30")), ("trade_until", TimeOfDay.Parse("16:00")), ("min_range_pips", 5.0), ("break_pips", 4.0)]
            : [("range_start", TimeOfDay.Parse("07:00")), ("trade_until", TimeOfDay.Parse("10:00")), ("min_range_pips", 4.0), ("break_pips", 3.0)];
        foreach (var (name, value) in preset.Where(p => parameters.Any(i => i.Name == p.Key)))
            result[name] = new ParameterValue(value, location.Origin, false);
        section.Log.Warn(entry.Location, key, $"'session' is an older key of {definition.Name}: write params: {{"
            + string.Join(", ", preset.Select(p => p.Value is TimeOfDay ? $"{p.Key}: \"{p.Value}\"" : $"{p.Key}: {ParameterReader.Show(p.Value)}")) + "}.");
        return result;
    }
}
