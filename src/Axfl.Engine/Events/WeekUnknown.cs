using Axfl.Engine.Sessions;

namespace Axfl.Engine.Events;

/// <summary>An entry was taken in a week of which the news calendar knows nothing; said once a week.</summary>
/// <param name="Time">Time of the gate, unix ms.</param>
/// <param name="Monday">Monday of the week, days since 1970-01-01.</param>
public readonly record struct WeekUnknown(long Time, int Monday)
{
    /// <summary>A sentence that says it.</summary>
    public string Description => $"The news calendar knows nothing of the week of {TradingDay.Format(Monday)}: entries are taken without it (news.missing: allow).";
}
