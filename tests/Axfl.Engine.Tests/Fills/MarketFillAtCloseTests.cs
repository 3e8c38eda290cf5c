using Axfl.Engine.Portfolio;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Fills;

/// <summary>Plan key <c>market_fill: close</c>.</summary>
public class MarketFillAtCloseTests
{
    private static Scenario AtClose() => new Scenario().Plan(p => p with { FillAtClose = true });

    [Fact]
    public void An_entry_fills_at_the_close_of_its_signal_bar_at_the_bar_s_end()
    {
        var run = AtClose().At(0, d => d.Buy(target: 20)).Bar(0, 4, 0, 3).Bar(5, 20, 5, 6).Run();
        Assert.Equal(["0 place accepted", "0 fill filled"], run.Story);
        Assert.Equal(["1 3 -> 1 20 TP"], run.Ledger);
    }

    [Fact]
    public void An_exit_fills_at_the_close_of_the_bar_at_the_bar_s_end()
    {
        var run = AtClose().At(0, d => d.Buy()).At(1, d => d.ExitPosition()).Flat().Bar(0, 4, 0, 3).Run();
        Assert.Equal(["1 0 -> 2 3 EXIT"], run.Ledger);
    }

    [Fact]
    public void It_pays_the_spread_of_the_close()
    {
        var run = AtClose().Plan(p => p with { MeasuredSpread = true }).At(0, d => d.Buy()).At(1, d => d.ExitPosition())
            .Raw(new StepBar(0, Scenario.BarAt(0, 0, 0, 0, 0), 0.0008, 0.0002)).Raw(new StepBar(0, Scenario.BarAt(1, 0, 0, 0, 0), 0.0008, 0.0004)).Run();
        Assert.Equal(["1 1 -> 2 -2 EXIT"], run.Ledger);
    }

    [Fact]
    public void Also_on_the_last_bar_in_session_and_the_position_closes_at_the_next_open()
    {
        var run = AtClose().Window("07:00", "07:05").At(0, d => d.Buy()).Flat().Bar(2, 2, 2, 2).Run();
        Assert.Equal(["1 0 -> 1 2 TIME"], run.Ledger);
    }

    [Fact]
    public void Stops_and_limits_wait_as_ever()
    {
        var run = AtClose().At(0, d => d.BuyStop(5)).Flat().Run();
        Assert.Equal(["0 place accepted"], run.Story);
        Assert.Single(run.Engine.View().Pending);
    }

    [Fact]
    public void Without_a_position_an_exit_does_nothing() => Assert.Empty(AtClose().At(0, d => d.ExitPosition()).Flat(count: 2).Run().Trades);
}
