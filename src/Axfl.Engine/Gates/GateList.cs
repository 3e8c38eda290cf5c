using Axfl.Engine.Results;

namespace Axfl.Engine.Gates;

/// <summary>The gates in their order. A new one is its class and a line here.</summary>
public static class GateList
{
    private static readonly Gate[] Gates =
    [
        new WarmupGate(),
        new SessionGate(),
        new StaleGate(),
        new BlackoutGate(),
        new NewsGate(),
        new PortfolioHaltGate(),
        new PortfolioTargetGate(),
        new DrawdownGate(),
        new StrategyDailyStopGate(),
        new StrategyDailyTradesGate(),
        new CooldownGate(),
        new LossStreakGate(),
        new PositionOpenGate(),
        new MaxSymbolPositionsGate(),
        new MaxOpenPositionsGate(),
        new MaxCurrencyNetGate(),
        new SpreadGate(),
        new RiskDistanceGate(),
        new SizeGate(),
    ];

    /// <summary>The gates in their order: of those that would block an order the first is recorded.</summary>
    public static IReadOnlyList<DecisionResult> InOrder { get; } = Array.AsReadOnly<DecisionResult>(Gates);

    /// <summary>The gate of the warm-up, whose blocks are no news.</summary>
    public static DecisionResult Warmup { get; } = Array.Find(Gates, static g => g is WarmupGate)!;

    /// <summary>The gate of the news calendar.</summary>
    public static DecisionResult News { get; } = Array.Find(Gates, static g => g is NewsGate)!;

    /// <summary>Whether orders that a gate blocks have a shadow result: not where the gate says what an order is, or when it may be at all.</summary>
    /// <param name="name">Name of the gate, or of a halt that cancelled the order.</param>
    public static bool HasShadow(string name) => Array.Find(Gates, g => g.Name == name)?.HasShadow ?? true;

    /// <summary>Index of the first gate that blocks an order; -1: none does.</summary>
    internal static int FirstBlocking(in GateCheck check, out Compared compared)
    {
        for (var i = 0; i < Gates.Length; i++)
        {
            if (Gates[i].Test(check) is not { } numbers) continue;
            compared = numbers;
            return i;
        }

        compared = default;
        return -1;
    }
}
