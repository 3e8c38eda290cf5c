using Axfl.Contracts;
using Axfl.Engine.Results;

namespace Axfl.Engine.Events;

/// <summary>A position was to be closed at a time of which nothing was seen (an outage, an early close, a weekend): it is closed now.</summary>
/// <param name="Time">When it is closed, unix ms.</param>
/// <param name="Instrument">Symbol.</param>
/// <param name="Strategy">Strategy id.</param>
/// <param name="Reason">The reason by which it is closed: news, or a blackout.</param>
public readonly record struct FlatMissed(long Time, Instrument Instrument, string Strategy, ExitReason Reason)
{
    /// <summary>A sentence that says it.</summary>
    public string Description =>
        $"{EventTime.ToIso(Time)} {Instrument.Symbol} {Strategy}: flat missed ({Reason.Id}): no price came in the time in which no position was to be open. It is closed now.";
}
