using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Fills;

public class StopEntryTests
{
    [Theory]
    [InlineData(4.9, false)]
    [InlineData(5, true)]
    [InlineData(6, true)]
    public void A_buy_stop_triggers_when_the_high_reaches_its_price_and_fills_there(double high, bool filled)
    {
        var run = new Scenario().At(0, d => d.BuyStop(5)).Flat().Bar(0, high, 0, 0).Run(end: true);
        Assert.Equal(filled ? ["1 5 -> 2 0 END"] : [], run.Ledger);
    }

    [Theory]
    [InlineData(-4.9, false)]
    [InlineData(-5, true)]
    public void A_sell_stop_triggers_when_the_low_reaches_its_price_and_fills_there(double low, bool filled)
    {
        var run = new Scenario().At(0, d => d.SellStop(-5)).Flat().Bar(0, 0, low, 0).Run(end: true);
        Assert.Equal(filled ? ["1 -5 -> 2 0 END"] : [], run.Ledger);
    }

    [Fact]
    public void Gapped_over_it_fills_at_the_open()
    {
        Assert.Equal(["1 8 -> 2 8 END"], new Scenario().At(0, d => d.BuyStop(5)).Flat().Flat(8).Run(end: true).Ledger);
        Assert.Equal(["1 -8 -> 2 -8 END"], new Scenario().At(0, d => d.SellStop(-5)).Flat().Flat(-8).Run(end: true).Ledger);
    }

    [Fact]
    public void It_waits_bar_after_bar()
    {
        var run = new Scenario().At(0, d => d.BuyStop(5)).Flat(count: 20).Bar(0, 5, 0, 0).Run();
        Assert.Equal(["0 place accepted", "20 fill filled"], run.Story);
    }

    [Fact]
    public void One_whose_price_the_close_at_which_it_is_placed_has_reached_fills_at_the_next_open_wherever_that_is()
    {
        var run = new Scenario().At(0, d => d.BuyStop(5, target: 6)).Flat(5).Bar(2, 7, 2, 7).Bar(5.5, 5.5, 5.5, 5.5).Run(end: true);
        Assert.Equal(["1 2 -> 3 5.5 END"], run.Ledger);
        Assert.Equal(["0 place accepted", "1 fill filled"], run.Story);
    }

    [Fact]
    public void A_sell_stop_that_was_passed_mirrors_it()
    {
        var run = new Scenario().At(0, d => d.SellStop(-5)).Flat(-6).Bar(-2, -2, -3, -3).Run(end: true);
        Assert.Equal(["1 -2 -> 2 -3 END"], run.Ledger);
    }

    [Fact]
    public void One_that_the_close_had_not_reached_is_not_passed()
    {
        var run = new Scenario().At(0, d => d.BuyStop(5)).Flat(4.9).Bar(2, 2, 2, 2).Run();
        Assert.Equal(["0 place accepted"], run.Story);
    }
}
