using Axfl.Engine.Results;

namespace Axfl.Engine.Risk;

/// <summary>The kinds of halts.</summary>
public static class HaltKinds
{
    private static readonly HaltKind[] All = [StrategyDailyStop.Kind, PortfolioHalt.Kind, PortfolioTarget.Kind, DrawdownGuard.Kind, LossStreak.Kind];

    /// <summary>What the numbers of a halt count.</summary>
    /// <param name="name">Name in files and status.</param>
    /// <returns>R, too, for a name that is not known.</returns>
    public static HaltUnit UnitOf(string name) => Array.Find(All, k => k.Name == name)?.Unit ?? HaltUnit.R;
}
