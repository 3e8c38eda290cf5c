using Axfl.Contracts;
using Axfl.Engine.Exits;
using Axfl.Engine.Plan;
using Axfl.Engine.Sessions;

namespace Axfl.Reports.Reading;

/// <summary>The trading day of each trade's exit.</summary>
internal static class TradeDays
{
    /// <summary>Names of the days (days since 1970-01-01), in order of the trades.</summary>
    /// <remarks>What happens at a bar's close belongs to the trading day of the bar, and has the time of its end: the last moment of the bar decides.</remarks>
    public static IReadOnlyList<int> Of(IReadOnlyList<Trade> trades, EnginePlan plan)
    {
        var day = new TradingDay(plan.TradingDay);
        var days = new int[trades.Count];
        for (var i = 0; i < days.Length; i++)
        {
            var time = EventTime.FromDateTime(trades[i].ExitTime) - (IsAtClose(trades[i].Reason, plan) ? 1 : 0);
            day.Roll(time);
            days[i] = day.NameOf(time);
        }

        return days;
    }

    private static bool IsAtClose(string reason, EnginePlan plan) =>
        reason == ExitReasons.EndOfReplay.Name || (plan.FillAtClose && reason == ExitReasons.Strategy.Name);
}
