using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Research.Ambiguity;
using Axfl.Research.Tests.Trials;
using Axfl.Testing.Harness;

namespace Axfl.Research.Tests.Ambiguity;

/// <summary>Bounds of what the bars of a run cannot tell.</summary>
public class AmbiguityMeasureTests
{
    private static RunAmbiguity Of(Scenario scenario) => AmbiguityMeasure.Of(Measured.Run(scenario), null, TestContext.Current.CancellationToken);

    // One bar that reaches stop loss and target; the high is nearer to the open.
    private static Scenario BothReached() => new Scenario().At(0, d => d.Buy(-10, 10)).Flat(count: 2).Bar(0, 10, -11, 0);

    [Fact]
    public void Three_runs_and_the_bounds_of_the_same_trades()
    {
        var a = Of(BothReached());
        Assert.Equal((1, 1, 1), (a.Trades, a.AmbiguousBars, a.UndecidedTrades));
        Assert.Equal((-1.0, 1.0, 1.0, null), (Math.Round(a.WorstR, 9), Math.Round(a.PathR, 9), Math.Round(a.BestR, 9), a.DrillR));
        Assert.Equal((-1.0, 1.0, 2.0, 2.0), (Math.Round(a.FixedWorstR, 9), Math.Round(a.FixedBestR, 9), Math.Round(a.AmbiguityR, 9), Math.Round(a.AmbiguityShare!.Value, 9)));
        Assert.Equal(("worst", "There are no bars of a lower interval to drill into."), (a.Intrabar, a.Note));
        Assert.Equal((1, Scenario.Time(2)), (Assert.Single(a.Undecided).TradeId, EventTime.FromDateTime(a.Undecided[0].FirstAmbiguousBar)));
    }

    [Fact]
    public void Smaller_bars_say_what_happened()
    {
        InnerBar[] inner = [new(Scenario.BarAt(2, 0, 10, 0, 10)), new(Scenario.BarAt(2, 10, 10, -11, 0) with { Time = Scenario.Time(2.2) })];
        var a = Of(new Scenario().At(0, d => d.Buy(-10, 10)).Flat(count: 2).Raw(new StepBar(0, Scenario.BarAt(2, 0, 10, -11, 0)) { Inner = inner }));
        Assert.Equal((-1.0, 1.0), (Math.Round(a.WorstR, 9), Math.Round(a.DrillR!.Value, 9)));
        Assert.Equal(1 / 3.0, a.DrilledShare, 9);
        Assert.Equal("33.3 % of the traded bars have bars of a lower interval: the others are taken as worst.", a.Note);
    }

    [Fact]
    public void Runs_that_leave_the_fixed_bounds_are_named_for_a_loss_that_did_not_happen_let_another_trade_in()
    {
        // The loss of the worst stops the strategy for the day; at the best it goes on and wins five times its risk.
        var a = Of(BothReached().Risk(r => r with { PerStrategyDailyStopR = -1 }).At(2, d => d.Buy(-10, 50)).Flat().Bar(0, 50, 0, 50));
        Assert.Equal((-1.0, 6.0, 1.0), (Math.Round(a.FixedWorstR, 9), Math.Round(a.BestR, 9), Math.Round(a.FixedBestR, 9)));
        Assert.Equal(["path", "best"], a.OutsideBounds);
        Assert.StartsWith("The runs path, best leave the fixed bounds: with other exits, limits and halts let in other trades or kept some out.", a.Note);
    }

    [Fact]
    public void A_bar_that_does_not_decide_two_trades_counts_once()
    {
        var a = Of(BothReached().Of("a", "b").At(0, d => d.Buy(-5, 5), "b"));
        Assert.Equal((1, 2), (a.AmbiguousBars, a.UndecidedTrades));
    }

    [Fact]
    public void A_run_without_a_trade_is_not_ambiguous()
    {
        var a = Of(new Scenario().Flat(count: 3));
        Assert.Equal((0, 0, 0.0, 0.0, null), (a.Trades, a.UndecidedTrades, a.AmbiguityR, a.TotalR, a.AmbiguityShare));
        Assert.Empty(a.OutsideBounds);
    }

    [Fact]
    public void The_fill_model_of_the_run_at_hand_is_the_one_whose_trades_are_kept()
    {
        var a = Of(BothReached().Plan(p => p with { Intrabar = IntrabarPolicy.Best }));
        Assert.Equal(("best", 1.0), (a.Intrabar, Math.Round(a.TotalR, 9)));
    }
}
