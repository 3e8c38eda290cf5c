using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Exits;

public class TargetTests
{
    [Theory]
    [InlineData(19.9, false)]
    [InlineData(20, true)]
    [InlineData(25, true)]
    public void A_long_takes_profit_at_its_price_when_the_high_reaches_it(double high, bool reached)
    {
        var run = new Scenario().At(0, d => d.Buy(target: 20)).Flat(count: 2).Bar(0, high, 0, 0).Run();
        Assert.Equal(reached ? ["1 0 -> 2 20 TP"] : [], run.Ledger);
    }

    [Theory]
    [InlineData(-19.9, false)]
    [InlineData(-20, true)]
    public void A_short_takes_profit_at_its_price_when_the_low_reaches_it(double low, bool reached)
    {
        var run = new Scenario().At(0, d => d.Sell(target: -20)).Flat(count: 2).Bar(0, 0, low, 0).Run();
        Assert.Equal(reached ? ["1 0 -> 2 -20 TP"] : [], run.Ledger);
    }

    [Fact]
    public void Gapped_over_it_fills_at_the_open_a_better_price()
    {
        Assert.Equal(["1 0 -> 2 23 TP"], new Scenario().At(0, d => d.Buy(target: 20)).Flat(count: 2).Flat(23).Run().Ledger);
        Assert.Equal(["1 0 -> 2 -23 TP"], new Scenario().At(0, d => d.Sell(target: -20)).Flat(count: 2).Flat(-23).Run().Ledger);
    }

    [Fact]
    public void Without_one_a_position_runs_on() => Assert.Empty(new Scenario().At(0, d => d.Buy()).Flat(count: 2).Bar(0, 5000, 0, 0).Run().Trades);
}
