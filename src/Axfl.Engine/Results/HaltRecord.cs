namespace Axfl.Engine.Results;

/// <summary>A halt that began or ended.</summary>
/// <param name="Time">When it began, or its end (the event that shows it may be later), unix ms.</param>
/// <param name="Kind">Which.</param>
/// <param name="Began">Whether it began (else ended).</param>
/// <param name="Strategy">Strategy id of a strategy stop; empty otherwise.</param>
/// <param name="Value">What reached the limit, in the unit of its kind: R today, equity, or losses in a row.</param>
/// <param name="Limit">The limit reached, in the same unit.</param>
public readonly record struct HaltRecord(long Time, HaltKind Kind, bool Began, string Strategy, double Value, double Limit)
{
    /// <summary>A sentence that says what began or ended, with its numbers.</summary>
    public string Description => Kind.Describe(this);
}
