using Axfl.Configuration.Yaml;

namespace Axfl.Research.Sweeps;

/// <summary>One key of the plan that a sweep varies.</summary>
/// <param name="Name">Dotted key, as an override names it, without the profile.</param>
/// <param name="Location">Where it is written.</param>
internal abstract record Axis(string Name, SourceLocation Location)
{
    /// <summary>The value at a share of the axis.</summary>
    /// <param name="u">0 inclusive to 1 exclusive.</param>
    /// <param name="log">Where problems go.</param>
    public abstract AxisValue At(double u, ProblemLog log);
}

/// <summary>An axis with a list of values: written so, or made of steps or points.</summary>
/// <param name="Name">Dotted key.</param>
/// <param name="Location">Where it is written.</param>
/// <param name="Values">At least one, in order.</param>
internal sealed record ListedAxis(string Name, SourceLocation Location, IReadOnlyList<AxisValue> Values) : Axis(Name, Location)
{
    /// <inheritdoc/>
    public override AxisValue At(double u, ProblemLog log) => Values[Math.Min((int)(u * Values.Count), Values.Count - 1)];
}

/// <summary>An axis of all numbers of a range.</summary>
/// <param name="Name">Dotted key.</param>
/// <param name="Location">Where it is written.</param>
/// <param name="From">Its least number.</param>
/// <param name="To">Its greatest number, above <paramref name="From"/>.</param>
/// <param name="IsLog">Whether it is even in logarithms.</param>
internal sealed record ContinuousAxis(string Name, SourceLocation Location, double From, double To, bool IsLog) : Axis(Name, Location)
{
    /// <inheritdoc/>
    public override AxisValue At(double u, ProblemLog log) => AxisValue.Of(Name, AxisNumbers.Between(From, To, u, IsLog), Location, u, log);
}
