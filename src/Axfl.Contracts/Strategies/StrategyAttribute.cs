namespace Axfl.Contracts;

/// <summary>Names a strategy class so that the catalogue finds it.</summary>
/// <param name="name">Short lower-case name used in sessions files.</param>
/// <param name="summary">One line of help.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StrategyAttribute(string name, string summary) : Attribute
{
    /// <summary>Short lower-case name used in sessions files.</summary>
    public string Name { get; } = name;

    /// <summary>One line of help.</summary>
    public string Summary { get; } = summary;

    /// <summary>Names of the indicators the strategy asks for; a plan with one that there is not, or that repaints, is refused at the start.</summary>
    public string[] Indicators { get; init; } = [];

    /// <summary>
    /// Whether what it does depends on its instrument, interval, parameters and bars alone, as it should: then runs over the same bars may share what it
    /// did. Default true; false for one that keeps state elsewhere, e.g. in statics, files or other instances.
    /// </summary>
    public bool Shareable { get; init; } = true;

    /// <summary>Whether it trades on price levels as such, round numbers for example: then orders that do not move with all prices are no sign of outside knowledge.</summary>
    public bool PriceLevels { get; init; }

    /// <summary>
    /// Weekdays of warm-up from which on its orders no longer depend on how much there was, as a test of the strategy measures them; a plan with fewer is
    /// warned of at every run. Default -1: not known.
    /// </summary>
    public int NeedsWarmupDays { get; init; } = -1;
}

/// <summary>Describes one parameter of a strategy: a property of its parameters record, named in snake_case in sessions files.</summary>
/// <remarks>Types: double, int, bool, string, <see cref="TimeOfDay"/>, their nullable forms, or object for a free form (YAML maps and lists).</remarks>
/// <param name="unit">Unit of the value: pips, minutes, R, HH:mm, ...</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class StrategyParameterAttribute(string unit) : Attribute
{
    /// <summary>Unit of the value.</summary>
    public string Unit { get; } = unit;

    /// <summary>Least value allowed.</summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>Maximum value allowed.</summary>
    public double Max { get; init; } = double.PositiveInfinity;

    /// <summary>One line of help.</summary>
    public string Help { get; init; } = "";
}
