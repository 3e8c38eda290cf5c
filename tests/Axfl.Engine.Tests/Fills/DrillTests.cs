using Axfl.Contracts;
using Axfl.Engine.Exits;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Fills;

public class DrillTests
{
    private const long Minute = 60_000, Bar5 = 5 * Minute;
    private static readonly long Start = EngineHarness.At("2026-01-13T07:00:00Z");

    [Fact]
    public void The_target_of_an_earlier_minute_comes_before_the_stop_loss_of_a_later_one()
    {
        var trade = Run(IntrabarPolicy.Drill, Inner((1.1000, 1.1021, 1.0999, 1.1020), (1.1020, 1.1020, 1.0985, 1.0990)));
        Assert.Equal((ExitReasons.Target, 1.102, Start + Bar5), (trade.Reason, trade.Exit, trade.ExitTime));
    }

    [Fact]
    public void Fills_carry_the_open_time_of_their_minute()
    {
        var trade = Run(IntrabarPolicy.Drill, Inner((1.1000, 1.1005, 1.0995, 1.1000), (1.1000, 1.1021, 1.0999, 1.1020)));
        Assert.Equal((ExitReasons.Target, Start + Bar5 + Minute), (trade.Reason, trade.ExitTime));
    }

    [Fact]
    public void Within_one_minute_the_stop_loss_still_comes_first()
    {
        var trade = Run(IntrabarPolicy.Drill, Inner((1.1000, 1.1021, 1.0985, 1.1000)));
        Assert.Equal(ExitReasons.StopLoss, trade.Reason);
    }

    [Fact]
    public void Without_smaller_bars_drill_is_worst()
    {
        Assert.Equal(ExitReasons.StopLoss, Run(IntrabarPolicy.Drill, []).Reason);
        Assert.Equal(Run(IntrabarPolicy.Worst, []), Run(IntrabarPolicy.Drill, []));
    }

    [Fact]
    public void A_measured_spread_replaces_the_configured_one_at_open_and_inside()
    {
        var harness = new EngineHarness();
        var engine = new PortfolioEngine(Plan(IntrabarPolicy.Worst) with { MeasuredSpread = true }, harness);
        engine.Step([new StepBar(0, new Bar(Start, 1.1, 1.1, 1.1, 1.1), 0.0002, 0.0002)]);
        engine.Step([new StepBar(0, new Bar(Start + Bar5, 1.1, 1.1021, 1.0999, 1.1), 0.0004, 0.0006)]);
        var trade = Assert.Single(harness.Trades);
        Assert.Equal(1.1002, trade.Entry, 9);
        Assert.Equal(1.1017, trade.Exit, 9);
    }

    // Bought at 1.1000 at the open of the second bar, stop loss 1.0990, target 1.1020; the bar reaches both.
    private static TradeRecord Run(IntrabarPolicy policy, InnerBar[] inner)
    {
        var harness = new EngineHarness();
        var engine = new PortfolioEngine(Plan(policy), harness);
        engine.Step([new StepBar(0, new Bar(Start, 1.1, 1.1, 1.1, 1.1))]);
        engine.Step([new StepBar(0, new Bar(Start + Bar5, 1.1, 1.1021, 1.0985, 1.0990)) { Inner = inner }]);
        return Assert.Single(harness.Trades);
    }

    private static EnginePlan Plan(IntrabarPolicy policy) => EngineHarness.Plan((bar, desk) =>
    {
        if (bar.Time == Start) desk.Place(new EntryOrder(Side.Long, EntryType.Market, 0, 1.0990, 1.1020));
    }) with { Intrabar = policy };

    private static InnerBar[] Inner(params (double Open, double High, double Low, double Close)[] minutes) =>
        [.. minutes.Select((m, i) => new InnerBar(new Bar(Start + Bar5 + i * Minute, m.Open, m.High, m.Low, m.Close)))];
}
