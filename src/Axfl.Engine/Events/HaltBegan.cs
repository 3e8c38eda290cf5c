using Axfl.Engine.Results;

namespace Axfl.Engine.Events;

/// <summary>A halt began.</summary>
/// <param name="Time">When it began, unix ms.</param>
/// <param name="Kind">Which.</param>
/// <param name="Strategy">Strategy id of a strategy stop; empty otherwise.</param>
/// <param name="Value">R today, or equity.</param>
/// <param name="Limit">The limit reached: R, or of the drawdown guard the equity that locks.</param>
public readonly record struct HaltBegan(long Time, HaltKind Kind, string Strategy, double Value, double Limit)
{
    /// <summary>As it is recorded among the halts.</summary>
    public HaltRecord Halt => new(Time, Kind, true, Strategy, Value, Limit);
}
