using Axfl.Engine.Results;

namespace Axfl.Engine.Risk;

/// <summary>A halt in force.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Strategy">Strategy id of a strategy's stop; empty otherwise.</param>
/// <param name="Until">Its end, unix ms, exclusive.</param>
public sealed record ActiveHalt(HaltKind Kind, string Strategy, long Until);
