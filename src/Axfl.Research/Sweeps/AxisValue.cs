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

    /// <summary>A value as it is written.</summary>
    public static AxisValue Of(string axis, Node node, double rank, ProblemLog log) =>
        new(PlanOverride.Parse(axis, NodeText.Flow(node), log), NodeText.Value(node), node.Location, rank);
}
