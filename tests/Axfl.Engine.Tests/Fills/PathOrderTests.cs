using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Fills;

/// <summary><c>intrabar: path</c>: open, nearer extreme, other extreme, close.</summary>
public class PathOrderTests
{
    private static Scenario Path() => new Scenario().Plan(p => p with { Intrabar = IntrabarPolicy.Path });

    private static Scenario Long() => Path().At(0, d => d.Buy(target: 20)).Flat(count: 2);

    private static Scenario Short() => Path().At(0, d => d.Sell(target: -20)).Flat(count: 2);

    [Fact]
    public void The_nearer_extreme_comes_first()
    {
        Assert.Equal(["1 0 -> 2 20 TP"], Long().Bar(6, 20, -10, 0).Run().Ledger);
        Assert.Equal(["1 0 -> 2 -10 SL"], Long().Bar(4, 20, -10, 0).Run().Ledger);
        Assert.Equal(["1 0 -> 2 -20 TP"], Short().Bar(-6, 10, -20, 0).Run().Ledger);
        Assert.Equal(["1 0 -> 2 10 SL"], Short().Bar(-4, 10, -20, 0).Run().Ledger);
    }

    [Fact]
    public void A_tie_goes_low_first()
    {
        Assert.Equal(["1 0 -> 2 -10 SL"], Long().Bar(5, 20, -10, 0).Run().Ledger);
        Assert.Equal(["1 0 -> 2 -20 TP"], Short().Bar(-5, 10, -20, 0).Run().Ledger);
    }

    [Fact]
    public void A_bar_that_opens_beyond_a_stop_loss_or_target_fills_at_the_open()
    {
        Assert.Equal(["1 0 -> 2 -13 SL"], Long().Bar(-13, 25, -13, 0).Run().Ledger);
        Assert.Equal(["1 0 -> 2 23 TP"], Long().Bar(23, 23, -15, 0).Run().Ledger);
        Assert.Equal(["1 0 -> 2 13 SL"], Short().Bar(13, 13, -25, 0).Run().Ledger);
        Assert.Equal(["1 0 -> 2 -23 TP"], Short().Bar(-23, 15, -23, 0).Run().Ledger);
    }

    [Fact]
    public void The_target_counts_on_the_bar_of_a_stop_entry_when_it_is_met_after_it()
    {
        // 0 -> -2 -> 25 -> 25: the entry at 5, then the target at 20.
        Assert.Equal(["1 5 -> 1 20 TP"], Path().At(0, d => d.BuyStop(5, target: 20)).Flat().Bar(0, 25, -2, 25).Run().Ledger);
        // 0 -> 2 -> -25 -> -25.
        Assert.Equal(["1 -5 -> 1 -20 TP"], Path().At(0, d => d.SellStop(-5, target: -20)).Flat().Bar(0, 2, -25, -25).Run().Ledger);
    }

    [Fact]
    public void A_stop_loss_that_was_passed_before_the_entry_does_not_count()
    {
        // 0 -> -10 -> 25 -> 0: the low came before the entry at 5, and the close is above the stop loss.
        Assert.Empty(Path().At(0, d => d.BuyStop(5, target: 30)).Flat().Bar(0, 25, -10, 0).Run().Ledger);
        Assert.Empty(Path().At(0, d => d.SellStop(-5, target: -30)).Flat().Bar(0, 10, -25, 0).Run().Ledger);
    }

    [Fact]
    public void A_stop_loss_that_is_met_after_the_entry_does()
    {
        // 0 -> 8 -> -12 -> 0.
        Assert.Equal(["1 5 -> 1 -10 SL"], Path().At(0, d => d.BuyStop(5, target: 30)).Flat().Bar(0, 8, -12, 0).Run().Ledger);
        // 0 -> -5 -> 40 -> -12: on the way from the high to the close.
        Assert.Equal(["1 5 -> 1 -10 SL"], Path().At(0, d => d.BuyStop(5, target: 50)).Flat().Bar(0, 40, -12, -12).Run().Ledger);
    }

    [Fact]
    public void A_limit_entry_fills_on_the_way_against_it_and_may_meet_its_target_on_the_way_back()
    {
        // 0 -> -6 -> 20 -> 0.
        Assert.Equal(["1 -5 -> 1 20 TP"], Path().At(0, d => d.BuyLimit(-5, target: 20)).Flat().Bar(0, 20, -6, 0).Run().Ledger);
        // 0 -> 6 -> -20 -> 0.
        Assert.Equal(["1 5 -> 1 -20 TP"], Path().At(0, d => d.SellLimit(5, target: -20)).Flat().Bar(0, 6, -20, 0).Run().Ledger);
    }

    [Fact]
    public void A_limit_entry_and_its_stop_loss_on_the_same_way()
    {
        // 0 -> -12 -> 30 -> 0.
        Assert.Equal(["1 -5 -> 1 -10 SL"], Path().At(0, d => d.BuyLimit(-5, target: 20)).Flat().Bar(0, 30, -12, 0).Run().Ledger);
    }

    [Fact]
    public void A_target_met_before_a_limit_entry_does_not_count()
    {
        // 0 -> 6 -> -20 -> -20: the target at 5 was passed before the entry at -5... which the fall then fills.
        Assert.Empty(Path().At(0, d => d.BuyLimit(-5, -30, 5)).Flat().Bar(0, 6, -20, -20).Run().Ledger);
    }

    [Fact]
    public void An_entry_at_or_beyond_its_target_closes_there()
    {
        // The stop entry's target lies below its price: met as it fills.
        Assert.Equal(["1 5 -> 1 5 TP"], Path().At(0, d => d.BuyStop(5, target: 3)).Flat().Bar(0, 8, 0, 8).Run().Ledger);
    }

    [Fact]
    public void A_pending_entry_gapped_over_fills_at_the_open_and_its_target_there_counts()
    {
        Assert.Equal(["1 22 -> 1 22 TP"], Path().At(0, d => d.BuyStop(5, target: 20)).Flat().Flat(22).Run().Ledger);
        Assert.Equal(["1 8 -> 1 20 TP"], Path().At(0, d => d.BuyStop(5, target: 20)).Flat().Bar(8, 20, 8, 8).Run().Ledger);
    }

    [Fact]
    public void A_stop_entry_that_its_close_had_passed_fills_at_the_open() =>
        Assert.Equal(["1 2 -> 2 2 END"], Path().At(0, d => d.BuyStop(5)).Flat(6).Flat(2).Run(end: true).Ledger);

    [Fact]
    public void Fills_at_the_open_pay_its_spread_and_fills_inside_the_larger()
    {
        RunOutcome Run(Action<IOrderDesk> order, Bar bar) => Path().Plan(p => p with { MeasuredSpread = true }).At(0, order)
            .Raw(new StepBar(0, Scenario.BarAt(0, 0, 0, 0, 0), 0, 0)).Raw(new StepBar(0, bar, 0.0002, 0.0006)).Run(end: true);
        Assert.Equal(["1 9 -> 2 5 END"], Run(d => d.BuyStop(5), Scenario.BarAt(1, 8, 8, 8, 8)).Ledger);
        Assert.Equal(["1 8 -> 2 5 END"], Run(d => d.BuyStop(5), Scenario.BarAt(1, 0, 8, 0, 8)).Ledger);
        Assert.Equal(["1 1 -> 1 -13 SL"], Run(d => d.Buy(), Scenario.BarAt(1, 0, 8, -12, 8)).Ledger);
        Assert.Equal(["1 1 -> 1 17 TP"], Run(d => d.Buy(target: 20), Scenario.BarAt(1, 0, 28, -2, 8)).Ledger);
    }

    [Fact]
    public void A_market_order_of_this_close_is_not_walked()
    {
        var run = Path().Window("07:00", "07:10").At(0, d => d.Buy()).Flat().Flat().Run(end: true);
        Assert.Equal(["1 0 -> 2 0 END"], run.Ledger);
    }

    [Fact]
    public void The_way_to_the_close_counts_in_its_own_direction()
    {
        // 0 -> 16 -> -20 -> 15: the limit on the way down, the target on the way to the close. Then mirrored.
        Assert.Equal(["1 -5 -> 1 10 TP"], Path().At(0, d => d.BuyLimit(-5, -30, 10)).Flat().Bar(0, 16, -20, 15).Run().Ledger);
        Assert.Equal(["1 5 -> 1 -10 TP"], Path().At(0, d => d.SellLimit(5, 30, -10)).Flat().Bar(0, 20, -16, -15).Run().Ledger);
    }

    [Fact]
    public void A_filled_order_does_not_fill_again()
    {
        var run = Path().At(0, d => d.BuyStop(5)).Flat().Bar(0, 6, 0, 6).Bar(6, 6, -10, -10).Bar(8, 8, 8, 8).Run();
        Assert.Single(run.Trades);
        Assert.Equal(["0 place accepted", "1 fill filled"], run.Story);
    }
}
