using Axfl.Engine.Calendars;
using Axfl.Engine.Events;
using Axfl.Engine.Orders;
using Axfl.Engine.Plan;
using Axfl.Engine.Sessions;

namespace Axfl.Engine.Portfolio;

/// <summary>What all parts of the engine share: markets, slots, the trading day. Changed only by the fold.</summary>
internal sealed class PortfolioState
{
    public PortfolioState(EnginePlan plan, IEngineObserver observer)
    {
        Plan = plan;
        Observer = observer;
        Day = new TradingDay(plan.TradingDay);
        Strategies = [.. plan.Strategies.Select(id => new StrategyDay(id))];
        Blackouts = [.. plan.Blackouts.Select(static b => new Blackout(b))];
        News = plan.News is { } news ? new NewsInForce(news) : null;
        var flat = BlackoutTimes.Of(plan.Blackouts);
        Markets = [.. plan.Symbols.Select((s, i) => new Market(i, s, plan.MeasuredSpread, plan.Interval)
        {
            News = News is null ? null : new NewsTimes(News, [s.Instrument], News.Plan.BeforeMinutes),
            NewsFlat = NewsFlat.Of(News, s.Instrument),
            BlackoutFlat = flat,
            Days = plan.Risk.RiskParity is { } parity && s.Slots.Count > 0 ? new DayRanges(parity.LookbackDays, plan.TradingDay) : null,
        })];
        // Slots with the same windows share a calendar: what it has resolved for one it need not for the others.
        var calendars = new Dictionary<IReadOnlyList<SessionWindow>, SessionCalendar>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < Markets.Length; i++)
        {
            var market = Markets[i];
            market.Slots = [.. plan.Symbols[i].Slots.Select(s => new Slot(market, Strategies.Single(d => d.Id == s.Strategy), s, plan.Interval, Calendar(s.Windows))
            {
                RiskPercent = plan.Risk.Weights.Of(plan.Account.RiskPerTradePct, s.Strategy, market.Instrument.Symbol),
            })];
        }

        SessionCalendar Calendar(IReadOnlyList<SessionWindow> windows) =>
            calendars.TryGetValue(windows, out var calendar) ? calendar : calendars[windows] = new SessionCalendar(windows);
    }

    public EnginePlan Plan { get; }

    public IEngineObserver Observer { get; }

    public Market[] Markets { get; }

    /// <summary>The blackouts, in plan order.</summary>
    public Blackout[] Blackouts { get; }

    /// <summary>The news calendar in force; null: the plan has none.</summary>
    public NewsInForce? News { get; }

    public StrategyDay[] Strategies { get; }

    public TradingDay Day { get; }

    /// <summary>Open time of the bar in hand, or time of the tick: the time of gates.</summary>
    public long BarTime { get; set; } = long.MinValue;

    public int OpenPositions { get; set; }

    /// <summary>Tells that the news calendar knows nothing of a week (its Monday, days since 1970-01-01), once.</summary>
    public void WarnOfWeek(int monday)
    {
        if (News!.IsFirstWarning(monday)) Observer.OnWeekUnknown(new WeekUnknown(BarTime, monday));
    }

    /// <summary>Cancels a slot's pending entry.</summary>
    public void Cancel(Slot slot, CancelReason reason, long time)
    {
        slot.HasPending = false;
        Observer.OnOrderCancelled(new OrderCancelled(time, slot.Market.Instrument, slot.Strategy.Id, slot.Pending.Order, reason));
    }
}
