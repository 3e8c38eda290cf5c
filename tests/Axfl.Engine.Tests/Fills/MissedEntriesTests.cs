using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Fills;

/// <summary>Entries that are to be missed: asked at each fill that would be, after the gates.</summary>
public class MissedEntriesTests
{
    private static Scenario Missing(params bool[] missed) => new Scenario().Plan(p => p with
    {
        MissedEntries = () =>
        {
            var asked = 0;
            return () => missed[asked++];
        },
    });

    [Fact]
    public void A_missed_entry_is_gone_and_the_next_one_is_another() =>
        Assert.Equal(["4 0 -> 5 10 TP"], Missing(true, false).At(0, d => d.Buy(-10, 10)).At(3, d => d.Buy(-10, 10)).Flat(count: 5).Bar(0, 10, 0, 10).Run().Ledger);

    [Fact]
    public void An_accepted_order_that_is_missed_has_one_end() =>
        Assert.Equal(["0 place accepted", "1 cancel missed"], Missing(true).At(0, d => d.BuyStop(5, -5)).Flat().Bar(0, 6, 0, 6).Run().Story);

    [Fact]
    public void Orders_that_a_gate_blocks_are_not_asked_about() =>
        Assert.Equal("2 fill filled", Missing(false).Risk(r => r with { MaxSpreadPips = 1 }).Spread(0).At(0, d => d.Buy(5)).At(1, d => d.Buy(-5)).Flat(count: 3).Run().Story[^1]);

    [Fact]
    public void Each_run_of_a_plan_asks_anew()
    {
        var scenario = Missing(true, false).At(0, d => d.Buy(-10, 10)).Flat().Flat();
        Assert.Empty(scenario.Run(end: true).Trades);
        Assert.Empty(scenario.Run(end: true).Trades);
    }
}
