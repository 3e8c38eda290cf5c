using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Exits;

public class HaltExitTests
{
    private static Scenario Flattening(bool flatten = true) => new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd)
        .Risk(r => r with { GlobalDailyStopR = -1, FlattenOnHalt = flatten })
        .At(0, d => d.Buy()).At(0, d => d.Buy(-50), symbol: Scenario.GbpUsd).Flat(count: 2);

    [Fact]
    public void Every_position_is_closed_at_the_open_of_its_symbol_s_next_bar()
    {
        var run = Flattening().Step((0, 0, -10, 0), (5, 5, 5, 5)).Step((0, 0, 0, 0), (7, 9, 7, 9)).Run();
        Assert.Equal(["1 0 -> 2 -10 SL", "1 0 -> 3 7 HALT"], run.Ledger);
    }

    [Fact]
    public void The_next_bar_may_start_a_new_trading_day()
    {
        var run = Flattening().Step((0, 0, -10, 0), (5, 5, 5, 5)).Gap(285).Step(null, (7, 9, 7, 9)).Run();
        Assert.Equal("1 0 -> 288 7 HALT", run.Ledger[^1]);
    }

    [Fact]
    public void The_open_of_the_bar_in_which_the_halt_began_is_no_later_open()
    {
        // EURUSD closes at the open of bar 2 by its strategy; GBPUSD, later in the same pass, waits for bar 3.
        var run = new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).Risk(r => r with { GlobalDailyStopR = -0.5, FlattenOnHalt = true })
            .At(0, d => d.Buy()).At(0, d => d.Buy(-50), symbol: Scenario.GbpUsd).At(1, d => d.ExitPosition())
            .Flat(count: 2).Step((-5, -5, -5, -5), (5, 5, 5, 5)).Step((0, 0, 0, 0), (7, 7, 7, 7)).Run();
        Assert.Equal(["1 0 -> 2 -5 EXIT", "1 0 -> 3 7 HALT"], run.Ledger);
    }

    [Fact]
    public void Without_it_positions_stay()
    {
        var run = Flattening(false).Step((0, 0, -10, 0), (5, 5, 5, 5)).Flat(count: 2).Run();
        Assert.Single(run.Trades);
        Assert.Single(run.Engine.View().Positions);
    }

    [Fact]
    public void A_position_of_a_later_day_is_not_closed_by_the_halt_of_an_earlier_one()
    {
        var run = Flattening().Step((0, 0, -10, 0), (5, 5, 5, 5)).Step((0, 0, 0, 0), (7, 7, 7, 7))
            .At(288, d => d.Buy(), symbol: Scenario.GbpUsd).Gap(284).Flat(count: 4).Run();
        Assert.Equal(2, run.Trades.Count);
        Assert.Single(run.Engine.View().Positions);
    }
}
