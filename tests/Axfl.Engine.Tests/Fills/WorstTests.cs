using Axfl.Engine.Plan;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Fills;

/// <summary><c>intrabar: worst</c>, the default.</summary>
public class WorstTests
{
    private static Scenario Long() => new Scenario().At(0, d => d.Buy(target: 20)).Flat(count: 2);

    private static Scenario Short() => new Scenario().At(0, d => d.Sell(target: -20)).Flat(count: 2);

    [Fact]
    public void Is_the_default() => Assert.Equal(IntrabarPolicy.Worst, new Scenario().Build().Intrabar);

    [Fact]
    public void The_stop_loss_comes_before_the_target_when_the_bar_reaches_both()
    {
        Assert.Equal(["1 0 -> 2 -10 SL"], Long().Bar(0, 20, -10, 15).Run().Ledger);
        Assert.Equal(["1 0 -> 2 10 SL"], Short().Bar(0, 10, -20, -15).Run().Ledger);
    }

    [Fact]
    public void A_bar_that_opens_at_or_beyond_the_target_fills_it_at_the_open_although_it_then_reaches_the_stop_loss()
    {
        Assert.Equal(["1 0 -> 2 23 TP"], Long().Bar(23, 23, -10, 0).Run().Ledger);
        Assert.Equal(["1 0 -> 2 20 TP"], Long().Bar(20, 23, -10, 0).Run().Ledger);
        Assert.Equal(["1 0 -> 2 -23 TP"], Short().Bar(-23, 10, -23, 0).Run().Ledger);
    }

    [Fact]
    public void On_the_bar_of_a_stop_entry_the_stop_loss_counts_and_the_target_does_not()
    {
        Assert.Equal(["1 5 -> 1 -10 SL"], new Scenario().At(0, d => d.BuyStop(5, target: 20)).Flat().Bar(0, 25, -10, 25).Run().Ledger);
        Assert.Equal(["1 -5 -> 1 10 SL"], new Scenario().At(0, d => d.SellStop(-5, target: -20)).Flat().Bar(0, 10, -25, -25).Run().Ledger);
        Assert.Empty(new Scenario().At(0, d => d.BuyStop(5, target: 20)).Flat().Bar(0, 25, -9, 25).Run().Ledger);
    }

    [Fact]
    public void The_target_is_granted_from_the_next_bar_on()
    {
        var run = new Scenario().At(0, d => d.BuyStop(5, target: 20)).Flat().Bar(0, 25, 0, 10).Bar(10, 20, 10, 10).Run();
        Assert.Equal(["1 5 -> 2 20 TP"], run.Ledger);
    }

    [Fact]
    public void On_the_bar_of_a_limit_entry_too()
    {
        Assert.Equal(["1 -5 -> 1 -10 SL"], new Scenario().At(0, d => d.BuyLimit(-5, target: 20)).Flat().Bar(0, 25, -10, 25).Run().Ledger);
        Assert.Empty(new Scenario().At(0, d => d.BuyLimit(-5, target: 20)).Flat().Bar(0, 25, -9, 25).Run().Ledger);
    }

    [Fact]
    public void A_stop_entry_gapped_over_is_stopped_at_the_stop_loss_s_own_price()
    {
        var run = new Scenario().At(0, d => d.BuyStop(5)).Flat().Bar(8, 8, -12, 0).Run();
        Assert.Equal(["1 8 -> 1 -10 SL"], run.Ledger);
    }

    [Fact]
    public void An_entry_whose_stop_loss_the_open_is_beyond_is_blocked()
    {
        var run = new Scenario().At(0, d => d.BuyLimit(-5)).Flat().Flat(-15).Run();
        Assert.Equal("risk_distance", run.Last);
    }

    [Fact]
    public void A_position_closed_inside_a_bar_is_not_followed_by_an_entry_in_it()
    {
        var run = new Scenario().At(0, d => d.BuyStop(5, target: 20)).Flat().Bar(0, 5, 0, 0).Bar(0, 0, -10, 5).Flat().Run();
        Assert.Single(run.Trades);
        Assert.Equal(2, run.Decisions.Count);
    }
}
