using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>When the market is closed, and when silence is normal besides. Safe from any thread.</summary>
/// <param name="holidays">Dates (yyyy-MM-dd, New York) of the plan on which no alarm is wanted.</param>
internal sealed class MarketHours(IReadOnlyList<string> holidays)
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
    private readonly FxWeek _week = new();

    /// <summary>Whether a time (unix ms) lies in the FX weekend: prices stamped in it are stray.</summary>
    public bool IsClosed(long time)
    {
        lock (_week) return _week.IsClosed(time);
    }

    /// <summary>Whether silence is normal at a time: weekend, holidays, for a metal its daily rest.</summary>
    /// <param name="symbol">Symbol; null: the market as a whole.</param>
    /// <param name="time">Unix ms.</param>
    public bool IsQuiet(string? symbol, long time) =>
        IsClosed(time) || (symbol is ['X', 'A', 'U' or 'G', ..] && FxWeek.IsMetalsRest(time))
        || (holidays.Count > 0 && holidays.Contains(Axfl.Engine.TradingDay.Format(LocalTime.DateOf(NewYork, time))));
}
