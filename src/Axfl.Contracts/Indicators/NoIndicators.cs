namespace Axfl.Contracts;

/// <summary>The indicators of a strategy that is made outside a run: none.</summary>
internal sealed class NoIndicators : IIndicators
{
    /// <summary>The one there is.</summary>
    public static NoIndicators Instance { get; } = new();

    /// <inheritdoc/>
    public IIndicator Open(string name, IReadOnlyDictionary<string, object?>? parameters = null, int bars = 0) => throw new AxflException(
        "IndicatorUnknown", ErrorKind.Configuration,
        $"There is no indicator '{name}': indicators by name are there in a run. In a test of your own give StrategySetup.Indicators, or use a class such as AverageTrueRange.")
    {
        Target = name,
    };
}
