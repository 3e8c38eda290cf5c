namespace Axfl.Engine.Exits;

/// <summary>Closes a position in a blackout that says so.</summary>
internal sealed class BlackoutExit() : FlatExit("blackout", "FLAT", static m => m.BlackoutFlat);
