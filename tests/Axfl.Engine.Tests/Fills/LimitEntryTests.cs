using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Fills;

public class LimitEntryTests
{
    [Theory]
    [InlineData(-4.9, false)]
    [InlineData(-5, true)]
    public void A_buy_limit_triggers_when_the_low_reaches_its_price_and_fills_there(double low, bool filled)
    {
        var run = new Scenario().At(0, d => d.BuyLimit(-5)).Flat().Bar(0, 0, low, 0).Run(end: true);
        Assert.Equal(filled ? ["1 -5 -> 2 0 END"] : [], run.Ledger);
    }

    [Theory]
    [InlineData(4.9, false)]
    [InlineData(5, true)]
    public void A_sell_limit_triggers_when_the_high_reaches_its_price_and_fills_there(double high, bool filled)
    {
        var run = new Scenario().At(0, d => d.SellLimit(5)).Flat().Bar(0, high, 0, 0).Run(end: true);
        Assert.Equal(filled ? ["1 5 -> 2 0 END"] : [], run.Ledger);
    }

    [Fact]
    public void Gapped_over_it_fills_at_the_open_a_better_price()
    {
        Assert.Equal(["1 -7 -> 2 -7 END"], new Scenario().At(0, d => d.BuyLimit(-5)).Flat().Flat(-7).Run(end: true).Ledger);
        Assert.Equal(["1 7 -> 2 7 END"], new Scenario().At(0, d => d.SellLimit(5)).Flat().Flat(7).Run(end: true).Ledger);
    }

    [Fact]
    public void One_the_close_had_already_reached_waits_for_its_price()
    {
        // Unlike a stop, a limit is not filled at any price: the next open must be at or below it.
        var run = new Scenario().At(0, d => d.BuyLimit(5, -20)).Flat().Flat(6).Run();
        Assert.Equal(["0 place accepted"], run.Story);
    }
}
