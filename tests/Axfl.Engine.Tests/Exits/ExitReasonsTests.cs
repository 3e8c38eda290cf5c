using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Exits;

/// <summary>Of the reasons to close at an open the first of HALT, NEWS, FLAT, EXIT, TIME is recorded.</summary>
public class ExitReasonsTests
{
    // b is bought at bar 1; what is due is due at the open of bar 3: its time stop always is.
    private static Scenario Due(bool halt, bool news, bool blackout, bool exit)
    {
        var scenario = new Scenario().Of("a", "b").TimeStop(10).Risk(r => r with { GlobalDailyStopR = halt ? -1 : null, FlattenOnHalt = true })
            .At(0, d => d.Buy(), "a").At(0, d => d.Buy(-50), "b").At(2, d => { if (exit) d.ExitPosition(); }, "b")
            .Flat(count: 2).Bar(0, 0, -10, 0).Flat();
        if (news) scenario.News(NewsEvents.Plan(NewsEvents.At(4)) with { Flat = true, FlatBeforeMinutes = 5 });
        if (blackout) scenario.Blackout("07:15", "07:20", flat: true);
        return scenario;
    }

    [Theory]
    [InlineData(true, true, true, true, "HALT")]
    [InlineData(false, true, true, true, "NEWS")]
    [InlineData(false, false, true, true, "FLAT")]
    [InlineData(false, false, false, true, "EXIT")]
    [InlineData(false, false, false, false, "TIME")]
    public void Halt_before_news_before_a_blackout_before_exit_before_time(bool halt, bool news, bool blackout, bool exit, string reason) =>
        Assert.Equal($"1 0 -> 3 0 {reason}", Due(halt, news, blackout, exit).Run().Ledger[^1]);
}
