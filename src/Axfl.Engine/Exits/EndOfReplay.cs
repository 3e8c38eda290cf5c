using Axfl.Engine.Plan;
using Axfl.Engine.Results;

namespace Axfl.Engine.Exits;

/// <summary>Closes a position at the last close of its symbol when a replay ends.</summary>
internal sealed class EndOfReplay() : ExitReason("end_of_replay", "END", SlippageOn.Time);
