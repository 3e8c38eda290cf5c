namespace Axfl.Contracts;

/// <summary>An indicator asked for over a series of bars.</summary>
/// <param name="Name">Its name; a bare one that is not ours is looked for in the library.</param>
/// <param name="Parameters">Values by name; what is omitted has its default.</param>
/// <param name="Bars">Bars, oldest first.</param>
public sealed record IndicatorRequest(string Name, IReadOnlyDictionary<string, object?> Parameters, IReadOnlyList<Bar> Bars)
{
    /// <summary>The second series of an indicator that compares two: as many bars, at the same times. Null: none.</summary>
    public IReadOnlyList<Bar>? Other { get; init; }
}

/// <summary>An indicator at one bar, as its source has it.</summary>
/// <param name="Time">Open time of the bar, UTC.</param>
/// <param name="Name">Name of the indicator.</param>
/// <param name="Value">Its main line; null before it is defined.</param>
/// <param name="Results">Every result by name, in the indicator's order: a number, true or false, or a word; null before it is defined.</param>
public sealed record IndicatorRow(DateTime Time, string Name, double? Value, IReadOnlyList<KeyValuePair<string, object?>> Results);

/// <summary>One of our own indicators at one bar.</summary>
/// <param name="Time">Open time of the bar, UTC.</param>
/// <param name="Name">Name of the indicator, e.g. <c>atr</c>.</param>
/// <param name="Value">Value; null before it is defined.</param>
public sealed record IndicatorPoint(DateTime Time, string Name, double? Value);
