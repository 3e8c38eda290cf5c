using Axfl.Engine.Plan;

namespace Axfl.Testing.Harness;

/// <summary>News for a scenario, by its bars.</summary>
internal static class NewsEvents
{
    /// <summary>An event of USD at a bar: 1.5 is in its middle.</summary>
    public static NewsEvent At(double bar, string title = "Prices", string currency = "USD", NewsImpacts impact = NewsImpacts.High) =>
        new(Scenario.Time(bar), null, [currency], impact, title);

    /// <summary>A plan with events, ten minutes on both sides.</summary>
    public static NewsPlan Plan(params NewsEvent[] events) => new() { Calendar = new NewsCalendar(events), BeforeMinutes = 10, AfterMinutes = 10 };

    /// <summary>The scenario with news.</summary>
    public static Scenario News(this Scenario scenario, NewsPlan news) => scenario.Plan(p => p with { News = news });

    /// <summary>The scenario with a blackout, UTC, every day.</summary>
    public static Scenario Blackout(this Scenario scenario, string start, string end, bool flat = false) =>
        scenario.Plan(p => p with { Blackouts = [.. p.Blackouts, new BlackoutPlan(SessionWindows.Daily(start, end), flat)] });
}
