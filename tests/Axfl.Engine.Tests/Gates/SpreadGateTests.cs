using Axfl.Engine.Portfolio;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Gates;

public class SpreadGateTests
{
    [Theory]
    [InlineData(1.5, 1.4, "spread")]
    [InlineData(1.5, 1.5, "accepted")]
    [InlineData(1.5, 1.6, "accepted")]
    public void An_entry_is_blocked_where_the_spread_is_wider_than_max_spread_pips(double spread, double widest, string result)
    {
        var run = new Scenario().Spread(spread).Risk(r => r with { MaxSpreadPips = widest }).At(0, d => d.Buy()).Flat().Run();
        Assert.Equal(result, run.Last);
    }

    [Fact]
    public void The_detail_has_both_in_pips()
    {
        var run = new Scenario().Spread(1.5).Risk(r => r with { MaxSpreadPips = 1.25 }).At(0, d => d.Buy()).Flat().Run();
        Assert.Equal("1.5 pips > 1.25 pips", run.Detail);
    }

    [Fact]
    public void Without_it_no_spread_is_too_wide() =>
        Assert.Equal("accepted", new Scenario().Spread(500).At(0, d => d.Buy(-1000)).Flat().Run().Last);

    [Fact]
    public void A_measured_spread_that_has_widened_blocks_at_the_fill()
    {
        var run = new Scenario().Plan(p => p with { MeasuredSpread = true }).Risk(r => r with { MaxSpreadPips = 2 }).At(0, d => d.Buy())
            .Raw(new StepBar(0, Scenario.BarAt(0, 0, 0, 0, 0), 0.0001, 0.0001))
            .Raw(new StepBar(0, Scenario.BarAt(1, 0, 0, 0, 0), 0.0003, 0.0001)).Run();
        Assert.Equal(["0 place accepted", "1 fill spread"], run.Story);
    }
}
