using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Exits;

public class SessionEndTests
{
    [Fact]
    public void A_position_is_closed_at_the_open_of_the_first_bar_out_of_session()
    {
        var run = new Scenario().Window("07:00", "07:15").At(0, d => d.Buy()).Flat(count: 3).Bar(4, 9, 4, 4).Run();
        Assert.Equal(["1 0 -> 3 4 TIME"], run.Ledger);
    }

    [Fact]
    public void After_a_gap_that_can_be_days_later()
    {
        // Out of session at the end of the window; the next bar comes at 12:00 two days later.
        var run = new Scenario().Window("07:00", "07:15").At(0, d => d.Buy()).Flat(count: 2).Gap(634).Flat(4).Run();
        Assert.Equal(["1 0 -> 636 4 TIME"], run.Ledger);
    }

    [Fact]
    public void Where_another_window_begins_as_one_ends_it_stays()
    {
        var run = new Scenario().Window("07:00", "07:15").Window("07:15", "07:30").At(0, d => d.Buy()).Flat(count: 6).Run();
        Assert.Empty(run.Trades);
    }

    [Fact]
    public void Pending_entries_are_cancelled_there()
    {
        var run = new Scenario().Window("07:00", "07:15").At(0, d => d.BuyStop(20, 10)).Flat(count: 3).Flat(30).Run();
        Assert.Equal(["0 place accepted", "3 cancel session"], run.Story);
    }
}
