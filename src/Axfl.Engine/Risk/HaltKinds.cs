using Axfl.Engine.Results;

namespace Axfl.Engine.Risk;

/// <summary>The kinds of halts.</summary>
public static class HaltKinds
{
    /// <summary>Portfolio halt.</summary>
    public static HaltKind Portfolio => PortfolioHalt.Kind;

    /// <summary>A strategy's daily stop.</summary>
    public static HaltKind Strategy => StrategyDailyStop.Kind;

    /// <summary>Drawdown lock.</summary>
    public static HaltKind Drawdown => DrawdownGuard.Kind;
}
