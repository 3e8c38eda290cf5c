namespace Axfl.Engine.Plan;

/// <summary>Factors on the risk of a trade, 0 or more. They change sizes alone: R, limits, stops and targets do not see them.</summary>
public sealed record WeightPlan
{
    /// <summary>By strategy id; absent: 1.</summary>
    public IReadOnlyDictionary<string, double> Strategies { get; init; } = new Dictionary<string, double>();

    /// <summary>By symbol; absent: 1.</summary>
    public IReadOnlyDictionary<string, double> Symbols { get; init; } = new Dictionary<string, double>();

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => Strategies.Count == 0 && Symbols.Count == 0;

    /// <summary>Risk of a trade, percent of equity.</summary>
    /// <param name="percent">Risk of a trade without factors.</param>
    /// <param name="strategy">Strategy id.</param>
    /// <param name="symbol">Symbol.</param>
    public double Of(double percent, string strategy, string symbol) =>
        IsEmpty ? percent : percent * (Strategies.TryGetValue(strategy, out var s) ? s : 1) * (Symbols.TryGetValue(symbol, out var i) ? i : 1);

    /// <inheritdoc/>
    public bool Equals(WeightPlan? other) => other is not null && IsSame(Strategies, other.Strategies) && IsSame(Symbols, other.Symbols);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Strategies.Count, Symbols.Count);

    private static bool IsSame(IReadOnlyDictionary<string, double> a, IReadOnlyDictionary<string, double> b) =>
        a.Count == b.Count && a.All(f => b.TryGetValue(f.Key, out var factor) && factor == f.Value);
}
