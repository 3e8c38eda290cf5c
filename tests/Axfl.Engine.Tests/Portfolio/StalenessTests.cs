using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Portfolio;

/// <summary>An old price blocks entries and nothing else, for as long as it is old.</summary>
public class StalenessTests
{
    [Fact]
    public void While_the_feed_is_stale_entries_are_blocked_and_positions_are_managed()
    {
        var run = new Scenario().At(0, d => d.Buy()).At(1, d => d.Buy()).Flat().Run();
        run.Engine.OnTick(0, new Tick(Scenario.Time(1) + 1000, Pips.Price(0)));
        run.Engine.SetStale(0, true);
        run.Engine.OnTick(0, new Tick(Scenario.Time(1) + 2000, Pips.Price(-10)));
        run.Engine.CompleteBars([new StepBar(0, Scenario.BarAt(1, 0, 0, -10, -10))]);
        Assert.Equal("SL", run.Trade.Reason.Name);
        Assert.Equal(("stale", "the price is old"), (run.Last, run.Detail));
    }

    [Fact]
    public void A_bar_fetched_after_the_fact_blocks_at_its_own_close_alone()
    {
        var run = new Scenario().At(0, d => d.Buy()).At(1, d => d.Buy()).Run();
        run.Engine.Backfill([new MissedBar(new StepBar(0, Scenario.BarAt(0, 0, 0, 0, 0)) { Backfilled = true })]);
        run.Engine.CompleteBars([new StepBar(0, Scenario.BarAt(1, 0, 0, 0, 0))]);
        Assert.Equal(["0 place stale", "1 place accepted"], run.Story);
    }

    [Fact]
    public void One_symbol_s_old_price_does_not_block_another()
    {
        var run = new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).At(0, d => d.Buy(), symbol: Scenario.GbpUsd).Run();
        run.Engine.SetStale(0, true);
        run.Engine.CompleteBars([new StepBar(0, Scenario.BarAt(0, 0, 0, 0, 0)), new StepBar(1, Scenario.BarAt(0, 0, 0, 0, 0))]);
        Assert.Equal(["GBPUSD a: 0 place accepted"], run.StoryBySlot);
    }
}
