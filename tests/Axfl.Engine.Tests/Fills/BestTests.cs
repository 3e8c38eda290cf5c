using Axfl.Engine.Plan;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Fills;

/// <summary><c>intrabar: best</c>, the mirror of worst.</summary>
public class BestTests
{
    private static Scenario Best() => new Scenario().Plan(p => p with { Intrabar = IntrabarPolicy.Best });

    private static Scenario Long() => Best().At(0, d => d.Buy(target: 20)).Flat(count: 2);

    private static Scenario Short() => Best().At(0, d => d.Sell(target: -20)).Flat(count: 2);

    private static Scenario StopEntry() => Best().At(0, d => d.BuyStop(5, target: 20)).Flat();

    [Fact]
    public void The_target_comes_before_the_stop_loss_when_the_bar_reaches_both()
    {
        Assert.Equal(["1 0 -> 2 20 TP"], Long().Bar(0, 20, -10, -10).Run().Ledger);
        Assert.Equal(["1 0 -> 2 -20 TP"], Short().Bar(0, 10, -20, 10).Run().Ledger);
    }

    [Fact]
    public void What_the_open_tells_still_comes_first()
    {
        Assert.Equal(["1 0 -> 2 -12 SL"], Long().Bar(-12, 25, -12, 0).Run().Ledger);
        Assert.Equal(["1 0 -> 2 -10 SL"], Long().Bar(-10, 25, -12, 0).Run().Ledger);
        Assert.Equal(["1 0 -> 2 23 TP"], Long().Bar(23, 30, 0, 0).Run().Ledger);
        Assert.Equal(["1 0 -> 2 12 SL"], Short().Bar(12, 12, -25, 0).Run().Ledger);
    }

    [Fact]
    public void A_stop_loss_reached_alone_fills_at_its_own_price_whatever_the_close() =>
        Assert.Equal(["1 0 -> 2 -10 SL"], Long().Bar(0, 19, -15, 5).Run().Ledger);

    [Fact]
    public void The_bar_of_a_market_order_is_like_any_other()
    {
        Assert.Equal(["1 0 -> 1 20 TP"], Best().At(0, d => d.Buy(target: 20)).Flat().Bar(0, 20, -10, 0).Run().Ledger);
        Assert.Equal(["1 0 -> 1 -10 SL"], Best().At(0, d => d.Buy(target: 20)).Flat().Bar(0, 19, -10, 0).Run().Ledger);
    }

    [Fact]
    public void On_the_bar_of_a_stop_entry_the_target_is_granted()
    {
        Assert.Equal(["1 5 -> 1 20 TP"], StopEntry().Bar(0, 20, -15, -15).Run().Ledger);
        Assert.Equal(["1 -5 -> 1 -20 TP"], Best().At(0, d => d.SellStop(-5, target: -20)).Flat().Bar(0, 15, -20, 15).Run().Ledger);
    }

    [Fact]
    public void On_the_bar_of_a_stop_entry_the_stop_loss_counts_only_when_the_close_is_at_or_beyond_it()
    {
        Assert.Empty(StopEntry().Bar(0, 19, -15, -9).Run().Ledger);
        Assert.Equal(["1 5 -> 1 -10 SL"], StopEntry().Bar(0, 19, -15, -10).Run().Ledger);
        Assert.Equal(["1 5 -> 1 -10 SL"], StopEntry().Bar(0, 19, -15, -15).Run().Ledger);
    }

    [Fact]
    public void On_the_bar_of_a_limit_entry_too()
    {
        Scenario Limit() => Best().At(0, d => d.BuyLimit(-5, target: 20)).Flat();
        Assert.Equal(["1 -5 -> 1 20 TP"], Limit().Bar(0, 20, -15, 0).Run().Ledger);
        Assert.Empty(Limit().Bar(0, 19, -15, -9).Run().Ledger);
        Assert.Equal(["1 -5 -> 1 -10 SL"], Limit().Bar(0, 19, -15, -12).Run().Ledger);
    }

    [Fact]
    public void An_entry_that_fills_at_an_open_beyond_its_target_is_closed_at_that_open() =>
        Assert.Equal(["1 23 -> 1 23 TP"], StopEntry().Bar(23, 23, -15, -15).Run().Ledger);

    [Fact]
    public void An_entry_gapped_over_short_of_its_target_takes_it_at_its_own_price() =>
        Assert.Equal(["1 8 -> 1 20 TP"], StopEntry().Bar(8, 21, 0, 0).Run().Ledger);

    [Fact]
    public void Without_a_target_there_is_nothing_to_grant() =>
        Assert.Empty(Best().At(0, d => d.BuyStop(5)).Flat().Bar(0, 100, -15, 0).Run().Ledger);
}
