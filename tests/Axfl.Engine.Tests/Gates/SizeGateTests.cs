using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Gates;

public class SizeGateTests
{
    [Fact]
    public void A_size_that_rounds_to_0_is_blocked_at_placing_without_costs()
    {
        var run = new Scenario().Account(a => a with { StartingEquity = 0.19 }).At(0, d => d.Buy()).Flat().Run();
        Assert.Equal(["0 place size"], run.Story);
        Assert.Equal("0 units < 1 units", run.Detail);
        Assert.Equal("accepted", new Scenario().Account(a => a with { StartingEquity = 0.2 }).At(0, d => d.Buy()).Flat().Run().Last);
    }

    [Fact]
    public void Or_at_the_fill_with_them()
    {
        var run = new Scenario().Spread(5).Account(a => a with { StartingEquity = 0.2 }).At(0, d => d.Buy()).Flat(count: 2).Run();
        Assert.Equal(["0 place accepted", "1 fill size"], run.Story);
    }

    [Fact]
    public void Less_than_one_step_is_blocked()
    {
        var run = new Scenario().Account(a => a with { UnitStep = 600_000 }).At(0, d => d.Buy()).Flat().Run();
        Assert.Equal(("size", "0 units < 600000 units"), (run.Last, run.Detail));
    }
}
