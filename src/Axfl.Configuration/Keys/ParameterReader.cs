using System.Globalization;
using Axfl.Configuration.Yaml;
using Axfl.Contracts;

namespace Axfl.Configuration.Keys;

/// <summary>One value of a strategy's parameter and where it comes from.</summary>
/// <param name="Value">Of the parameter's type.</param>
/// <param name="Origin">As in <see cref="PlanValue"/>.</param>
/// <param name="CommandLine">Whether an override set it.</param>
internal sealed record ParameterValue(object? Value, string Origin, bool CommandLine);

/// <summary>Reads a map of strategy parameters against the strategy's definition.</summary>
internal static class ParameterReader
{
    // Present name -> the older program's.
    private static readonly Dictionary<string, string> OlderNames = new(StringComparer.Ordinal)
    {
        ["reentry_window_minutes"] = "reentry_window_m",
        ["time_stop_minutes"] = "time_stop_m",
        ["break_pips"] = "thr_break_pips",
        ["min_range_pips"] = "filter_min_or_pips",
        ["trend_filter"] = "use_trend_filter",
    };

    /// <summary>Parameters a map sets; <paramref name="passedOver"/> is a key that is read elsewhere.</summary>
    public static Dictionary<string, ParameterValue> Read(
        MapNode? map, string path, StrategyDefinition definition, ProblemLog log, string? passedOver = null, string? origin = null)
    {
        var keys = definition.Parameters.Select(p => p.Name).Concat(passedOver is null ? [] : [passedOver]).ToArray();
        var section = new Section(map, path, null, keys, log, []);
        var result = new Dictionary<string, ParameterValue>(StringComparer.Ordinal);
        foreach (var parameter in definition.Parameters)
        {
            string[] older = OlderNames.TryGetValue(parameter.Name, out var old) && !keys.Contains(old) ? [old] : [];
            if (section.Find(parameter.Name, older) is not { } entry) continue;
            var location = entry.Value.Location;
            if (TryConvert(entry.Value, section.Path(entry.Key), parameter, log, out var value))
                result[parameter.Name] = new ParameterValue(value, origin ?? location.Origin, location.IsCommandLine);
        }

        section.RefuseUnknown();
        return result;
    }

    /// <summary>A value as text, for people.</summary>
    public static string Show(object? value) => value switch
    {
        null => "null",
        bool b => b ? "true" : "false",
        double d => Scalars.Show(d),
        IReadOnlyDictionary<string, object?> map => "{" + string.Join(", ", map.Select(e => e.Key + ": " + Show(e.Value))) + "}",
        IReadOnlyList<object?> list => "[" + string.Join(", ", list.Select(Show)) + "]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static bool TryConvert(Node node, string key, StrategyParameterInfo parameter, ProblemLog log, out object? value)
    {
        value = null;
        if (node is ScalarNode { IsNull: true })
        {
            if (parameter.Nullable) return true;
            log.Error(node.Location, key, $"is null; {parameter.Name} cannot be switched off.");
            return false;
        }

        if (parameter.Type == typeof(double)) value = Scalars.Number(node, key, parameter.Min, parameter.Max, log);
        else if (parameter.Type == typeof(int)) value = Scalars.Whole(node, key, parameter.Min, parameter.Max, log);
        else if (parameter.Type == typeof(bool)) value = Scalars.Flag(node, key, log);
        else if (parameter.Type == typeof(TimeOfDay)) value = Scalars.Time(node, key, log);
        else if (parameter.Type == typeof(object)) value = Raw(node);
        else if (parameter.Name == "timezone") value = Scalars.Zone(node, key, log)?.Id;
        else value = Scalars.Text(node, key, "text", log);
        return value is not null;
    }

    private static object? Raw(Node node) => node switch
    {
        ScalarNode { IsNull: true } => null,
        ScalarNode scalar => scalar.Text,
        ListNode list => list.Items.Select(Raw).ToList(),
        _ => ((MapNode)node).Entries.ToDictionary(e => e.Key, e => Raw(e.Value), StringComparer.Ordinal),
    };
}
