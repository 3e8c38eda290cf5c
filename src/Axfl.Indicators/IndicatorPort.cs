using Axfl.Contracts;

namespace Axfl.Indicators;

/// <summary>The indicators of a run, handed to its strategies.</summary>
public sealed class IndicatorPort : IIndicators
{
    private static readonly Dictionary<string, object?> Nothing = [];

    private static readonly IndicatorPort Shared = new();

    /// <inheritdoc/>
    public IIndicator Open(string name, IReadOnlyDictionary<string, object?>? parameters = null, int bars = 0) =>
        IndicatorLibrary.Open(name, parameters ?? Nothing, bars);

    /// <summary>The strategy, made with the indicators at hand.</summary>
    public static StrategyDefinition HandTo(StrategyDefinition definition) =>
        definition with { Create = setup => definition.Create(setup with { Indicators = Shared }) };
}
