using Axfl.Engine.Plan;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Plan;

public class NewsCalendarTests
{
    private static NewsEvent At(string time) => new(EngineHarness.At(time), null, ["CNY"], NewsImpacts.Low, "");

    [Theory]
    [InlineData("2026-01-18T04:59:59Z", false)]
    [InlineData("2026-01-18T05:00:00Z", true)]
    [InlineData("2026-01-25T04:59:59Z", true)]
    [InlineData("2026-01-25T05:00:00Z", false)]
    public void A_week_begins_on_Sunday_at_midnight_in_New_York(string time, bool isKnown) =>
        Assert.Equal(isKnown, new NewsCalendar([At("2026-01-20T12:00:00Z")]).KnowsWeekOf(EngineHarness.At(time)));

    [Fact]
    public void It_knows_the_weeks_from_its_first_to_its_last_event()
    {
        var calendar = new NewsCalendar([At("2026-02-03T12:00:00Z"), At("2026-01-06T12:00:00Z")]);
        Assert.True(calendar.KnowsWeekOf(EngineHarness.At("2026-01-20T12:00:00Z")));
        Assert.False(calendar.KnowsWeekOf(EngineHarness.At("2026-02-10T12:00:00Z")));
    }

    [Fact]
    public void Without_events_it_knows_none() => Assert.False(NewsCalendar.Empty.KnowsWeekOf(Scenario.Start));

    [Fact]
    public void The_next_event_is_that_of_a_symbol_of_the_plan_and_of_equal_times_the_first_title()
    {
        var engine = new RunOutcome(new Scenario().News(NewsEvents.Plan(NewsEvents.At(4, "b"), NewsEvents.At(4, "a"), NewsEvents.At(2, currency: "JPY"))).Build()).Engine;
        var news = engine.News(Scenario.Time(1))!;
        Assert.Equal(("a", false), (news.Title, news.Active));
        Assert.True(engine.News(Scenario.Time(2))!.Active);
        Assert.Null(engine.News(Scenario.Time(4.1))!.Next);
    }
}
