using Axfl.Contracts;
using Axfl.Data.Markets;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Engine.State;
using Axfl.Runs.Events;

namespace Axfl.Runs.Fold;

/// <summary>When the market is closed, and when silence is normal besides. Safe from any thread.</summary>
/// <param name="holidays">Dates (yyyy-MM-dd, New York) of the plan on which no alarm is wanted.</param>
[NotState]
internal sealed class MarketHours(IReadOnlyList<string> holidays)
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
    private readonly FxWeek _week = new();

    /// <summary>Whether a time (unix ms) lies in the FX weekend: prices stamped in it are stray.</summary>
    public bool IsClosed(long time)
    {
        lock (_week) return _week.IsClosed(time);
    }

    /// <summary>Whether a bar of a symbol (null: of the market as a whole) lies outside its trading hours: weekend, for a metal its daily rest.</summary>
    public bool IsOutside(string? symbol, long time) => IsClosed(time) || (Metals.Is(symbol) && FxWeek.IsMetalsRest(time));

    /// <summary>Bars of history without those outside trading hours, which are told of by symbol.</summary>
    public IReadOnlyList<StepBar> Inside(IReadOnlyList<StepBar> bars, EnginePlan plan, Action<RunEvent> notify)
    {
        var outside = bars.Where(b => IsOutside(plan.Symbols[b.Symbol].Instrument.Symbol, b.Bar.Time)).ToList();
        if (outside.Count == 0) return bars;
        foreach (var of in outside.GroupBy(b => b.Symbol))
            notify(new HistoryBarsOutsideHours(plan.Symbols[of.Key].Instrument.Symbol, of.Count(), of.Min(b => b.Bar.Time)));

        return [.. bars.Except(outside)];
    }

    /// <summary>Whether silence is normal at a time: weekend, holidays, for a metal its daily rest.</summary>
    /// <param name="symbol">Symbol; null: the market as a whole.</param>
    /// <param name="time">Unix ms.</param>
    public bool IsQuiet(string? symbol, long time) =>
        IsOutside(symbol, time) || (holidays.Count > 0 && holidays.Contains(Axfl.Engine.Sessions.TradingDay.Format(LocalTime.DateOf(NewYork, time))));
}
