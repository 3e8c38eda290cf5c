using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Account;

public class UnitStepTests
{
    // 500 at risk over so many pips.
    private static double Units(double step, double pips) => new Scenario().Account(a => a with { UnitStep = step })
        .At(0, d => d.Buy(-pips)).Flat(count: 2).Run().Engine.View().Positions[0].Units;

    [Theory]
    [InlineData(1, 12, 416_666)]
    [InlineData(1000, 12, 416_000)]
    [InlineData(100_000, 12, 400_000)]
    [InlineData(1000, 10, 500_000)]
    [InlineData(0.5, 12, 416_666.5)]
    public void Units_are_rounded_down_to_the_step(double step, double pips, double units) => Assert.Equal(units, Units(step, pips));

    [Fact]
    public void A_quotient_within_a_millionth_of_the_next_step_counts_as_it()
    {
        // 500 over 5 pips are 1,000,000 units: 0.9999995 of a step of 1,000,000.5, and 0.999998 of one of 1,000,002.
        Assert.Equal(1_000_000.5, Units(1_000_000.5, 5), 4);
        Assert.Equal("size", new Scenario().Account(a => a with { UnitStep = 1_000_002 }).At(0, d => d.Buy(-5)).Flat().Run().Last);
    }
}
