using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Gates;

public class NewsGateTests
{
    private static readonly Instrument Gold = new("XAUUSD", "XAU", "USD", 0.1, 2, 0);

    private static string[] Placed(NewsPlan news, params int[] bars)
    {
        var scenario = new Scenario().News(news);
        foreach (var bar in bars) scenario.At(bar, d => d.BuyStop(50));
        return [.. scenario.Flat(count: 20).Run().Story.Where(s => s.Contains(" place ", StringComparison.Ordinal))];
    }

    [Fact]
    public void Entries_are_blocked_from_before_an_event_until_after_it_half_open() => Assert.Equal(
        ["1 place accepted", "2 place news", "4 place news", "5 place news", "6 place accepted"], Placed(NewsEvents.Plan(NewsEvents.At(4)), 1, 2, 4, 5, 6));

    [Fact]
    public void A_bar_in_which_a_window_begins_counts_whole() => Assert.Equal(
        ["1 place accepted", "2 place news", "6 place news", "7 place accepted"], Placed(NewsEvents.Plan(NewsEvents.At(4.5)), 1, 2, 6, 7));

    [Fact]
    public void The_detail_names_the_event_of_the_latest_time_and_of_equal_times_the_first_title()
    {
        var run = new Scenario().News(NewsEvents.Plan(NewsEvents.At(3), NewsEvents.At(4, "b"), NewsEvents.At(4, "B"), NewsEvents.At(9))).At(3, d => d.Buy()).Flat(count: 4).Run();
        Assert.Equal("B 2026-01-13T07:20:00Z, 2026-01-13T07:15:00Z", run.Detail);
    }

    [Theory]
    [InlineData("EUR", NewsImpacts.High, true)]
    [InlineData("ALL", NewsImpacts.High, true)]
    [InlineData("GBP", NewsImpacts.High, false)]
    [InlineData("USD", NewsImpacts.Medium, false)]
    public void It_covers_symbols_of_its_currencies_when_its_impact_counts(string currency, NewsImpacts impact, bool covers)
    {
        var run = new Scenario().News(NewsEvents.Plan(NewsEvents.At(0, currency: currency, impact: impact))).At(0, d => d.Buy()).Flat().Run();
        Assert.Equal(covers ? "news" : "accepted", run.Last);
    }

    [Theory]
    [InlineData("XAU", "accepted")]
    [InlineData("USD", "news")]
    public void Of_a_metal_the_quote_alone_counts(string currency, string result) => Assert.Equal(
        result, new Scenario().On(Gold).News(NewsEvents.Plan(NewsEvents.At(0, currency: currency))).At(0, d => d.SellStop(-2000, 2000), symbol: Gold).Flat().Run().Last);

    [Fact]
    public void An_event_of_a_whole_day_covers_the_day_and_nothing_before_or_after_it() => Assert.Equal(
        ["2 place accepted", "3 place news", "5 place news", "6 place accepted"],
        Placed(NewsEvents.Plan(new NewsEvent(Scenario.Time(3), Scenario.Time(6), ["USD"], NewsImpacts.High, "Holiday")), 2, 3, 5, 6));

    [Fact]
    public void Without_minutes_on_either_side_an_event_is_no_time_at_all() =>
        Assert.Equal(["4 place accepted"], Placed(NewsEvents.Plan(NewsEvents.At(4)) with { BeforeMinutes = 0, AfterMinutes = 0 }, 4));

    [Fact]
    public void A_week_that_the_calendar_does_not_know_is_refused_or_told_of_once()
    {
        var news = NewsEvents.Plan(new NewsEvent(Scenario.Start - 7 * EventTime.Day, null, ["CHF"], NewsImpacts.Low, "Survey"));
        var refused = new Scenario().News(news with { RefusesUnknownWeeks = true }).At(0, d => d.Buy()).Flat().Run();
        Assert.Equal(("news", "no calendar for the week of 2026-01-12"), (refused.Last, refused.Detail));
        var log = new EventLog();
        new Scenario().News(news).At(0, d => d.Buy()).At(3, d => d.Buy()).Flat(count: 5).Run(log);
        Assert.Equal(20_465, Assert.Single(log.Events.OfType<Engine.Events.WeekUnknown>()).Monday);
        Assert.Empty(log.Events.OfType<Engine.Events.OrderBlocked>());
    }

    [Fact]
    public void A_week_that_is_not_known_names_an_event_first()
    {
        // Of the week before; its minutes reach into this one.
        var start = EngineHarness.At("2026-01-11T05:00:00Z");
        var news = NewsEvents.Plan(new NewsEvent(start - EventTime.Minute, null, ["USD"], NewsImpacts.High, "Late")) with { AfterMinutes = 4000, RefusesUnknownWeeks = true };
        Assert.StartsWith("Late ", new Scenario().News(news).At(0, d => d.Buy()).Flat().Run().Detail, StringComparison.Ordinal);
    }
}
