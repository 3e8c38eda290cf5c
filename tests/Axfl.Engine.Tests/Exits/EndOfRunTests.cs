using Axfl.Contracts;
using Axfl.Engine.Sessions;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Exits;

/// <summary>The end of a run for a symbol whose bars ended before the others'.</summary>
public class EndOfRunTests
{
    // GBPUSD has a position and no bar after bar 1 of Tuesday; EURUSD goes on into Wednesday.
    private static RunOutcome Run() => new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).At(0, d => d.Buy(), symbol: Scenario.GbpUsd)
        .Flat().Step((0, 0, 0, 0), (0, 4, 0, 4)).Gap(288).Step((0, 0, 0, 0), null).Run(end: true);

    [Fact]
    public void The_position_is_closed_at_its_last_close_with_the_time_of_that_bar_s_end() => Assert.Equal(["1 0 -> 2 4 END"], Run().Ledger);

    [Fact]
    public void The_trade_belongs_to_the_trading_day_of_that_bar_and_leaves_the_present_day_alone()
    {
        var run = Run();
        Assert.Equal("2026-01-13", TradingDay.Format(run.Trade.TradingDay));
        Assert.Equal(new TodayStatus(0, 0), run.Engine.View().Today);
        Assert.Equal(100_000 + run.Trade.Pnl, run.Engine.View().Equity, 9);
    }

    [Fact]
    public void Until_then_it_keeps_its_place_under_the_limits()
    {
        var run = new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).Risk(r => r with { MaxOpenPositions = 1 })
            .At(0, d => d.Buy(), symbol: Scenario.GbpUsd).At(100, d => d.Buy()).Flat(count: 2).Gap(98).Step((0, 0, 0, 0), null).Step((0, 0, 0, 0), null).Run();
        Assert.Equal("max_open_positions", run.Last);
        Assert.True(run.Engine.HasPosition(1));
        Assert.False(run.Engine.HasPosition(0));
    }
}
