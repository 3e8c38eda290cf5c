namespace Axfl.Engine;

/// <summary>Closes a position at the last close of its symbol when a replay ends.</summary>
internal sealed class EndOfReplay() : ExitReason("end_of_replay", "END", SlippageOn.Time);
