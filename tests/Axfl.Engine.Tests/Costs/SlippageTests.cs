using Axfl.Engine.Plan;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Costs;

public class SlippageTests
{
    private static Scenario Paying(SlippageOn on, double least = 2) => new Scenario().Costs(_ => new CostPlan { SlippageOn = on, MinSlippagePips = least });

    [Theory]
    [InlineData(SlippageOn.Entry, "1 2 -> 2 -10 SL")]
    [InlineData(SlippageOn.Stop, "1 0 -> 2 -12 SL")]
    [InlineData(SlippageOn.Time, "1 0 -> 2 -10 SL")]
    [InlineData(SlippageOn.Target, "1 0 -> 2 -10 SL")]
    [InlineData(SlippageOn.Entry | SlippageOn.Stop, "1 2 -> 2 -12 SL")]
    public void A_stopped_trade_pays_it_on_entry_and_stop(SlippageOn on, string trade) =>
        Assert.Equal([trade], Paying(on).At(0, d => d.Buy()).Flat(count: 2).Bar(0, 0, -10, 0).Run().Ledger);

    [Theory]
    [InlineData(SlippageOn.Target, "1 0 -> 2 18 TP")]
    [InlineData(SlippageOn.Stop | SlippageOn.Time, "1 0 -> 2 20 TP")]
    public void A_target_pays_it_where_the_plan_says_so(SlippageOn on, string trade) =>
        Assert.Equal([trade], Paying(on).At(0, d => d.Buy(target: 20)).Flat(count: 2).Bar(0, 20, 0, 0).Run().Ledger);

    [Theory]
    [InlineData(SlippageOn.Time, "1 0 -> 2 -2 EXIT")]
    [InlineData(SlippageOn.Stop | SlippageOn.Target, "1 0 -> 2 0 EXIT")]
    public void Time_stands_for_an_exit_the_strategy_asks(SlippageOn on, string trade) =>
        Assert.Equal([trade], Paying(on).At(0, d => d.Buy()).At(1, d => d.ExitPosition()).Flat(count: 3).Run().Ledger);

    [Fact]
    public void And_for_the_time_stop_the_session_s_end_a_halt_and_the_end_of_the_run()
    {
        Assert.Equal(["1 0 -> 2 -2 TIME"], Paying(SlippageOn.Time).TimeStop(5).At(0, d => d.Buy()).Flat(count: 3).Run().Ledger);
        Assert.Equal(["1 0 -> 2 -2 TIME"], Paying(SlippageOn.Time).Window("07:00", "07:10").At(0, d => d.Buy()).Flat(count: 3).Run().Ledger);
        Assert.Equal(["1 0 -> 2 -2 END"], Paying(SlippageOn.Time).At(0, d => d.Buy()).Flat(count: 2).Run(end: true).Ledger);
        var halted = Paying(SlippageOn.Time).Of("a", "b").Risk(r => r with { GlobalDailyStopR = -1, FlattenOnHalt = true })
            .At(0, d => d.Buy(), "a").At(0, d => d.Buy(-50), "b").Flat(count: 2).Bar(0, 0, -10, 0).Flat().Run();
        Assert.Equal("1 0 -> 3 -2 HALT", halted.Ledger[^1]);
    }

    [Fact]
    public void By_default_all_fills_pay_it_1_pip_at_least()
    {
        var costs = new CostPlan();
        Assert.Equal(SlippageOn.Entry | SlippageOn.Stop | SlippageOn.Time | SlippageOn.Target, costs.SlippageOn);
        Assert.Equal((1, 1000, 0), (costs.MinSlippagePips, costs.AtrDivisor, costs.CommissionPerMillion));
        Assert.Equal(["1 1 -> 2 -11 SL"], new Scenario().Costs(_ => costs).At(0, d => d.Buy()).Flat(count: 2).Bar(0, 0, -10, 0).Run().Ledger);
    }
}
