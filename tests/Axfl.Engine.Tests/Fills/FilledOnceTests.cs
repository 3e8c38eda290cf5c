namespace Axfl.Engine.Tests;

public class FilledOnceTests
{
    [Fact]
    public void An_order_that_was_filled_and_stopped_does_not_fill_again_in_a_later_bar()
    {
        var run = new Scenario().At(0, d => d.BuyStop(5)).Flat().Bar(0, 6, 0, 6).Bar(6, 6, -10, -10).Bar(-10, 9, -10, 9).Run();
        Assert.Equal(["0 place accepted", "1 fill filled"], run.Story);
    }
}
