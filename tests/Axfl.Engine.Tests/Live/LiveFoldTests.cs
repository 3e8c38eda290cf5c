using Axfl.Contracts;
using Axfl.Engine.Exits;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Results;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Live;

public class LiveFoldTests
{
    private static readonly long Start = EngineHarness.At("2026-01-13T07:00:00Z");

    [Fact]
    public void A_market_order_fills_at_the_first_tick_after_the_close()
    {
        var harness = new EngineHarness();
        var engine = new PortfolioEngine(EngineHarness.Plan(BuyAt(Start)), harness);
        engine.OnTick(0, new Tick(Start + 1000, 1.1000));
        engine.CompleteBars([new StepBar(0, new Bar(Start, 1.1, 1.1, 1.1, 1.1))]);
        engine.OnTick(0, new Tick(Start + 301_000, 1.1002));
        var fill = harness.Decisions[^1];
        Assert.Equal(DecisionResult.Filled, fill.Result);
        Assert.Equal(1.1002, fill.Order.Price);
        Assert.Equal(Start + 301_000, fill.Time);
    }

    [Fact]
    public void A_stop_loss_that_a_tick_jumps_over_fills_at_the_tick()
    {
        var harness = new EngineHarness();
        var engine = new PortfolioEngine(EngineHarness.Plan(BuyAt(Start)), harness);
        engine.CompleteBars([new StepBar(0, new Bar(Start, 1.1, 1.1, 1.1, 1.1))]);
        engine.OnTick(0, new Tick(Start + 301_000, 1.1000));
        engine.OnTick(0, new Tick(Start + 302_000, 1.0985));
        var trade = Assert.Single(harness.Trades);
        Assert.Equal((ExitReasons.StopLoss, 1.0985), (trade.Reason, trade.Exit));
        Assert.Equal(-1.5, trade.R, 9);
    }

    [Fact]
    public void A_missed_bar_closes_positions_and_takes_no_entry()
    {
        var (harness, engine) = WithPosition();
        engine.Backfill([new MissedBar(new StepBar(0, new Bar(Start + 600_000, 1.1, 1.1, 1.0980, 1.1)) { Backfilled = true })]);
        Assert.Equal(ExitReasons.StopLoss, Assert.Single(harness.Trades).Reason);
        Assert.Equal("stale", harness.Decisions[^1].Result.Name);
    }

    [Fact]
    public void A_missed_bar_that_opens_beyond_the_stop_loss_fills_there()
    {
        var (harness, engine) = WithPosition();
        engine.Backfill([new MissedBar(new StepBar(0, new Bar(Start + 600_000, 1.0950, 1.0990, 1.0940, 1.0980)))]);
        Assert.Equal(1.0950, Assert.Single(harness.Trades).Exit);
    }

    [Fact]
    public void The_open_of_a_bar_seen_until_the_line_was_lost_closes_nothing()
    {
        var (harness, engine) = WithPosition();
        engine.Backfill([new MissedBar(new StepBar(0, new Bar(Start + 300_000, 1.0950, 1.1005, 1.0950, 1.1)), Start + 400_000, FromPrice: 1.1)]);
        var trade = Assert.Single(harness.Trades);
        Assert.Equal(1.0990, trade.Exit, 9);
        Assert.Equal(Start + 400_000, trade.ExitTime);
    }

    [Fact]
    public void A_position_opened_after_the_missed_part_is_not_closed_on_it()
    {
        var (harness, engine) = WithPosition();
        engine.Backfill([new MissedBar(new StepBar(0, new Bar(Start + 300_000, 1.1, 1.1, 1.0950, 1.1)), Until: Start + 301_000)]);
        Assert.Empty(harness.Trades);
    }

    private static (EngineHarness Harness, PortfolioEngine Engine) WithPosition()
    {
        var harness = new EngineHarness();
        var engine = new PortfolioEngine(EngineHarness.Plan(BuyAt(Start, Start + 600_000)), harness);
        engine.CompleteBars([new StepBar(0, new Bar(Start, 1.1, 1.1, 1.1, 1.1))]);
        engine.OnTick(0, new Tick(Start + 301_000, 1.1));
        return (harness, engine);
    }

    private static Action<Bar, IOrderDesk> BuyAt(params long[] times) => (bar, desk) =>
    {
        if (times.Contains(bar.Time)) desk.Place(new EntryOrder(Side.Long, EntryType.Market, 0, bar.Close - 0.001));
    };
}
