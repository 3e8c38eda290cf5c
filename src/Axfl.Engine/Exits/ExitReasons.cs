using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;

namespace Axfl.Engine.Exits;

/// <summary>The reasons to close a position. A new one is its class and a line here.</summary>
public static class ExitReasons
{
    // At the open, in the order in which they are asked; and those that a plan without times to be flat has.
    private static readonly OpenExit[] AtOpen = [new HaltExit(), new NewsExit(), new BlackoutExit(), new StrategyExit(), new TimeStop(), new SessionEnd()];
    private static readonly OpenExit[] WithoutFlat = [.. AtOpen.Where(static e => e is not FlatExit)];

    /// <summary>Its stop loss.</summary>
    public static ExitReason StopLoss { get; } = new StopLoss();

    /// <summary>Its target.</summary>
    public static ExitReason Target { get; } = new Target();

    /// <summary>The end of the replay.</summary>
    public static ExitReason EndOfReplay { get; } = new EndOfReplay();

    /// <summary>The time stop.</summary>
    public static ExitReason TimeStop { get; } = Array.Find(AtOpen, e => e is TimeStop)!;

    /// <summary>The strategy asked for it.</summary>
    public static ExitReason Strategy { get; } = Array.Find(AtOpen, e => e is StrategyExit)!;

    /// <summary>All of them, in the order in which a bar asks them.</summary>
    public static IReadOnlyList<ExitReason> InOrder { get; } = [.. AtOpen, StopLoss, Target, EndOfReplay];

    /// <summary>The first reason to close a slot's position at an open (unix ms); null: none.</summary>
    internal static OpenExit? At(Slot slot, long time)
    {
        foreach (var exit in Of(slot))
            if (exit.Applies(slot, time)) return exit;
        return null;
    }

    /// <summary>The first open (unix ms) at which a reason may close a slot's position as it stands after the bar of a time.</summary>
    internal static long DueAfter(Slot slot, long time)
    {
        var due = long.MaxValue;
        foreach (var exit in Of(slot)) due = Math.Min(due, exit.DueAfter(slot, time));
        return due;
    }

    private static OpenExit[] Of(Slot slot) => slot.Market.HasFlatTimes ? AtOpen : WithoutFlat;
}
