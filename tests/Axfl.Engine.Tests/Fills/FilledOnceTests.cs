using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Fills;

public class FilledOnceTests
{
    [Fact]
    public void An_order_that_was_filled_and_stopped_does_not_fill_again_in_a_later_bar()
    {
        var run = new Scenario().At(0, d => d.BuyStop(5)).Flat().Bar(0, 6, 0, 6).Bar(6, 6, -10, -10).Bar(-10, 9, -10, 9).Run();
        Assert.Equal(["0 place accepted", "1 fill filled"], run.Story);
    }

    [Theory]
    [InlineData(IntrabarPolicy.Drill)]
    [InlineData(IntrabarPolicy.Best)]
    public void Nor_in_a_later_smaller_bar_or_by_another_policy(IntrabarPolicy intrabar)
    {
        var run = new Scenario().Plan(p => p with { Intrabar = intrabar }).At(0, d => d.BuyStop(5)).Flat()
            .Raw(new StepBar(0, Scenario.BarAt(1, 0, 8, -12, 8))
            {
                Inner = new[] { new InnerBar(Scenario.BarAt(1, 0, 6, -12, -12)), new InnerBar(new Bar(Scenario.Time(1.2), Pips.Price(-12), Pips.Price(8), Pips.Price(-12), Pips.Price(8))) },
            })
            .Bar(0, 0, -12, -12).Bar(0, 9, 0, 9).Run();
        Assert.Equal(["0 place accepted", "1 fill filled"], run.Story);
        Assert.Single(run.Trades);
    }
}
