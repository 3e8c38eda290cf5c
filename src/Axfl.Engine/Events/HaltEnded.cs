using Axfl.Engine.Results;

namespace Axfl.Engine.Events;

/// <summary>A halt ended.</summary>
/// <param name="Time">Its end; the event that shows it may be later, unix ms.</param>
/// <param name="Kind">Which.</param>
/// <param name="Strategy">Strategy id of a strategy stop; empty otherwise.</param>
/// <param name="Value">R today, or equity.</param>
/// <param name="Limit">The limit of the halt: R, or of the drawdown guard the equity that locks.</param>
public readonly record struct HaltEnded(long Time, HaltKind Kind, string Strategy, double Value, double Limit)
{
    /// <summary>As it is recorded among the halts.</summary>
    public HaltRecord Halt => new(Time, Kind, false, Strategy, Value, Limit);
}
