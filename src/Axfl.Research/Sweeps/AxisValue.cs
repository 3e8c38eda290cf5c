using System.Text.Json;
using Axfl.Configuration;
using Axfl.Configuration.Yaml;
using Axfl.Research.Keys;

namespace Axfl.Research.Sweeps;

/// <summary>One value of an axis: what a trial sets one key of the plan to.</summary>
internal sealed class AxisValue
{
    private AxisValue(PlanOverride change, object? value, SourceLocation location, double rank) =>
        (Override, Value, Location, Rank, Json) = (change, value, location, rank, CanonicalJson.Write(value));

    /// <summary>The override of the plan.</summary>
    public PlanOverride Override { get; }

    /// <summary>null, <see cref="bool"/>, <see cref="double"/>, <see cref="string"/>, a list or a map of these.</summary>
    public object? Value { get; }

    /// <summary>The value as canonical JSON: equal for equal values.</summary>
    public string Json { get; }

    /// <summary>Where it is written.</summary>
    public SourceLocation Location { get; }

    /// <summary>Its place on the axis: its index among the values, on a continuous axis its share of the range, 0 to 1.</summary>
    public double Rank { get; }

    /// <summary>A number of an axis.</summary>
    public static AxisValue Of(string axis, double number, SourceLocation location, double rank, ProblemLog log) =>
        new(PlanOverride.Parse(axis, NodeText.Number(number), log), number, location, rank);

    /// <summary>A value as a store has it.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="value">The value; one of JSON is one of YAML.</param>
    /// <param name="log">Takes what is wrong with it.</param>
    public static AxisValue Of(string axis, JsonElement value, ProblemLog log) =>
        new(PlanOverride.Parse(axis, value.GetRawText(), log), ValueOf(value), default, 0);

    /// <summary>A value as it is written.</summary>
    public static AxisValue Of(string axis, Node node, double rank, ProblemLog log) =>
        new(PlanOverride.Parse(axis, NodeText.Flow(node), log), NodeText.Value(node), node.Location, rank);

    private static object? ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array => (object?[])[.. value.EnumerateArray().Select(ValueOf)],
        _ => (KeyValuePair<string, object?>[])[.. value.EnumerateObject().Select(m => KeyValuePair.Create(m.Name, ValueOf(m.Value)))],
    };
}
