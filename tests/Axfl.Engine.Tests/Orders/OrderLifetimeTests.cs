using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Orders;

public class OrderLifetimeTests
{
    [Fact]
    public void An_order_is_cancelled_at_the_open_at_its_expiry_before_it_could_fill()
    {
        var run = new Scenario().At(0, d => d.BuyStop(5, untilBar: 2)).Flat(count: 2).Bar(0, 9, 0, 0).Run();
        Assert.Equal(["0 place accepted", "2 cancel expired"], run.Story);
    }

    [Fact]
    public void On_the_bar_before_it_still_fills()
    {
        var run = new Scenario().At(0, d => d.BuyStop(5, untilBar: 2)).Flat().Bar(0, 9, 0, 0).Flat().Run();
        Assert.Equal(["0 place accepted", "1 fill filled"], run.Story);
    }

    [Fact]
    public void After_a_gap_it_is_cancelled_at_the_first_bar_past_it()
    {
        var run = new Scenario().At(0, d => d.BuyStop(5, untilBar: 2)).Flat().Gap(4).Bar(9, 9, 9, 9).Run();
        Assert.Equal("5 cancel expired", run.Story[^1]);
    }

    [Fact]
    public void Out_of_session_is_said_before_expired()
    {
        var run = new Scenario().Window("07:00", "07:10").At(0, d => d.BuyStop(5, untilBar: 2)).Flat(count: 3).Run();
        Assert.Equal("2 cancel session", run.Story[^1]);
    }

    [Fact]
    public void The_clock_alone_cancels_it_too()
    {
        var run = new Scenario().At(0, d => d.BuyStop(5, untilBar: 2)).Flat().Run();
        run.Engine.OnClock(Scenario.Time(2) - 1);
        Assert.Single(run.Engine.View().Pending);
        run.Engine.OnClock(Scenario.Time(2));
        Assert.Equal("2 cancel expired", run.Story[^1]);
        Assert.Empty(run.Engine.View().Pending);
    }
}
