using Axfl.Contracts;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Orders;

public class MarketOrderTests
{
    [Fact]
    public void It_fills_at_the_open_of_the_next_bar_at_that_time()
    {
        var run = new Scenario().At(0, d => d.Buy()).Flat().Bar(3, 5, 2, 4).Run();
        Assert.Equal(["0 place accepted", "1 fill filled"], run.Story);
        var position = Assert.Single(run.Engine.View().Positions);
        Assert.Equal((3, EventTime.ToDateTime(Scenario.Time(1))), (Pips.Of(position.Entry), position.EntryTime));
    }

    [Fact]
    public void It_waits_over_missing_bars()
    {
        var run = new Scenario().At(0, d => d.Buy()).Flat().Gap(5).Flat(2).Run(end: true);
        Assert.Equal("6 2 -> 7 2 END", run.Ledger[0]);
    }

    [Fact]
    public void Where_the_next_bar_is_out_of_session_it_is_cancelled()
    {
        var run = new Scenario().Window("07:00", "07:05").At(0, d => d.Buy()).Flat(count: 2).Run();
        Assert.Equal(["0 place accepted", "1 cancel session"], run.Story);
        Assert.Empty(run.Engine.View().Pending);
    }

    [Fact]
    public void Its_decisions_carry_the_close_when_placed_and_the_open_when_filled()
    {
        var run = new Scenario().Spread(2).At(0, d => d.Buy()).Bar(0, 2, 0, 2).Bar(3, 5, 2, 4).Run();
        Assert.Equal([2, 3], run.Decisions.Select(d => Pips.Of(d.Order.Price)));
        Assert.Equal(4, Pips.Of(run.Engine.View().Positions[0].Entry));
    }

    [Fact]
    public void On_its_fill_bar_stop_loss_and_target_count_as_on_any_other()
    {
        Assert.Equal(["1 0 -> 1 20 TP"], new Scenario().At(0, d => d.Buy(target: 20)).Flat().Bar(0, 20, -9, 0).Run().Ledger);
        Assert.Equal(["1 0 -> 1 -10 SL"], new Scenario().At(0, d => d.Buy(target: 20)).Flat().Bar(0, 19, -10, 0).Run().Ledger);
    }
}
