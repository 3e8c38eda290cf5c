using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Exits;

public class TimeStopTests
{
    [Fact]
    public void A_position_is_closed_at_the_open_of_the_first_bar_that_finds_it_open_so_long()
    {
        var run = new Scenario().TimeStop(10).At(0, d => d.Buy()).Flat(count: 3).Bar(4, 9, 4, 4).Run();
        Assert.Equal(["1 0 -> 3 4 TIME"], run.Ledger);
    }

    [Fact]
    public void Between_bars_it_is_closed_at_the_first_one_after()
    {
        var run = new Scenario().TimeStop(11).At(0, d => d.Buy()).Flat(count: 6).Run();
        Assert.Equal(["1 0 -> 4 0 TIME"], run.Ledger);
    }

    [Fact]
    public void Over_a_gap_it_is_closed_at_the_first_bar_behind_it()
    {
        var run = new Scenario().TimeStop(10).At(0, d => d.Buy()).Flat(count: 2).Gap(20).Flat(7).Run();
        Assert.Equal(["1 0 -> 22 7 TIME"], run.Ledger);
    }

    [Fact]
    public void Without_one_a_position_stays() =>
        Assert.Empty(new Scenario().At(0, d => d.Buy()).Flat(count: 2).Gap(3000).Flat().Run().Trades);

    [Fact]
    public void The_open_comes_before_a_stop_loss_or_target_beyond_it()
    {
        var run = new Scenario().TimeStop(5).At(0, d => d.Buy()).Flat(count: 2).Flat(-20).Run();
        Assert.Equal(["1 0 -> 2 -20 TIME"], run.Ledger);
    }
}
