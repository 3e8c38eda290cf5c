using Axfl.Engine.Plan;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Gates;

public class BlackoutGateTests
{
    [Fact]
    public void An_entry_is_blocked_when_its_bar_meets_a_blackout()
    {
        // 07:10 to 07:20: bars 2 and 3.
        var run = new Scenario().Blackout("07:10", "07:20").At(2, d => d.Buy()).At(3, d => d.Buy()).At(4, d => d.Buy()).Flat(count: 6).Run();
        Assert.Equal(["2 place blackout", "3 place blackout", "4 place accepted", "5 fill filled"], run.Story);
        Assert.Equal("2026-01-13T07:10:00Z in 07:10-07:20 UTC", run.Decisions[0].Detail);
    }

    [Theory]
    [InlineData("07:13", "07:14", "2 place blackout")]
    [InlineData("07:09", "07:10", "2 place accepted")]
    [InlineData("07:15", "07:16", "2 place accepted")]
    public void A_bar_meets_what_it_overlaps(string start, string end, string story) =>
        Assert.Equal(story, new Scenario().Blackout(start, end).At(2, d => d.Buy()).Flat(count: 3).Run().Story[0]);

    [Fact]
    public void A_pending_order_is_left_alone_and_blocked_when_it_would_fill()
    {
        var run = new Scenario().Blackout("07:10", "07:15").At(0, d => d.BuyStop(5)).At(0, d => d.BuyStop(8), "b").Of("a", "b")
            .Flat(count: 2).Bar(0, 6, 0, 0).Bar(0, 9, 0, 0).Run();
        Assert.Equal(["EURUSD a: 2 fill blackout", "EURUSD b: 3 fill filled"], run.StoryBySlot[^2..]);
    }

    [Fact]
    public void Holidays_of_sessions_do_not_lift_it()
    {
        // The day is a holiday of one window of the session; the other is open. A blackout of a file has no holidays: GuardKeyTests.
        IReadOnlyList<SessionWindow> windows = [SessionWindows.Daily("07:00", "08:00", "UTC", (int)(Scenario.Start / 86_400_000)), SessionWindows.Always];
        var scenario = new Scenario().Plan(p => p with { Symbols = [.. p.Symbols.Select(s => s with { Slots = [.. s.Slots.Select(slot => slot with { Windows = windows })] })] })
            .At(0, d => d.Buy()).Flat();
        Assert.Equal("accepted", scenario.Run().Last);
        Assert.Equal("blackout", scenario.Blackout("07:00", "08:00").Run().Last);
    }

    [Fact]
    public void It_comes_after_a_stale_price_and_before_news()
    {
        var run = new Scenario().Blackout("07:00", "08:00").News(NewsEvents.Plan(NewsEvents.At(0))).At(0, d => d.Buy()).Flat().Run();
        Assert.Equal("blackout", run.Last);
        run = new Scenario().Blackout("07:00", "08:00").At(0, d => d.Buy()).Run();
        run.Engine.SetStale(0, true);
        run.Engine.CompleteBars([new Axfl.Engine.Portfolio.StepBar(0, Scenario.BarAt(0, 0, 0, 0, 0))]);
        Assert.Equal("stale", run.Last);
    }
}
