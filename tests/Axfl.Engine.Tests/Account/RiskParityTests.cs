using Axfl.Contracts;
using Axfl.Engine.Account;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Account;

public class RiskParityTests
{
    [Theory]
    [InlineData(new[] { 0.01, 0.01 }, 0.0, 1.0, new[] { 0.5, 0.5 })]
    [InlineData(new[] { 0.005, 0.01 }, 0.0, 1.0, new[] { 2 / 3.0, 1 / 3.0 })]
    [InlineData(new[] { 0.002, 0.008, 0.04 }, 0.2, 0.5, new[] { 0.5, 0.3, 0.2 })]
    [InlineData(new[] { 0.001, 0.9 }, 0.5, 0.5, new[] { 0.5, 0.5 })]
    [InlineData(new[] { 1e-7, 1, 3e4 }, 0.25, 0.5, new[] { 0.5, 0.25, 0.25 })]
    public void Shares_are_inverse_to_ranges_between_floor_and_cap_and_sum_to_1(double[] ranges, double floor, double cap, double[] shares)
    {
        var k = ParityShares.Solve(ranges, floor, cap);
        var found = ranges.Select(r => ParityShares.Of(k, r, floor, cap)).ToArray();
        Assert.Equal(1, found.Sum(), 12);
        Assert.All(found.Zip(shares), s => Assert.Equal(s.Second, s.First, 12));
    }

    // Days of ranges in pips; the factor is that of the day after them.
    private static double[] After(int lookback, params (double EurUsd, double GbpUsd)[] days)
    {
        var plan = new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).Risk(r => r with { RiskParity = new RiskParityPlan(lookback, 0, 1) }).Build();
        var run = new RunOutcome(plan);
        for (var i = 0; i < days.Length; i++)
        {
            StepBar Of(int symbol, double range) => new(symbol, Scenario.BarAt(288 * i, 0, range, 0, 0));
            run.Engine.Step([Of(0, days[i].EurUsd), Of(1, days[i].GbpUsd)]);
        }

        run.Engine.OnClock(Scenario.Time(288 * days.Length));
        return [.. run.Engine.View().Parity!.Select(p => Math.Round(p.Factor, 9))];
    }

    [Fact]
    public void The_mean_range_of_the_last_complete_days_decides()
    {
        Assert.Equal([4 / 3.0, 2 / 3.0], After(2, (999, 1), (40, 100), (60, 100)).Select(f => f), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal([1.0, 1.0], After(2, (40, 100), (160, 100)));
    }

    [Fact]
    public void Until_every_symbol_has_its_days_and_has_moved_every_factor_is_1()
    {
        Assert.Equal([1.0, 1.0], After(2, (40, 100)));
        Assert.Equal([1.0, 1.0], After(1, (0, 100)));
    }

    [Fact]
    public void Sizes_show_it()
    {
        var scenario = new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).Risk(r => r with { RiskParity = new RiskParityPlan(1, 0, 1) })
            .At(288, d => d.Buy(-50)).Step((0, 10, 0, 0), (0, 30, 0, 0)).Gap(287).Flat(count: 2);
        Assert.Equal(100_000 * 1.5, scenario.Run().Engine.View().Positions[0].Units, 6);
    }

    [Fact]
    public void Live_the_last_bar_of_a_day_counts_although_it_is_complete_after_the_day()
    {
        var plan = new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).Risk(r => r with { RiskParity = new RiskParityPlan(1, 0, 1) }).Build();
        var run = new RunOutcome(plan);
        run.Engine.OnTick(0, new Tick(Scenario.Time(0), 1.1));
        run.Engine.OnClock(EngineHarness.At("2026-01-14T00:00:01Z"));
        Assert.Equal(1, run.Engine.View().Parity![0].Factor);
        run.Engine.CompleteBars([new StepBar(0, Scenario.BarAt(0, 0, 10, 0, 0)), new StepBar(1, Scenario.BarAt(0, 0, 30, 0, 0))]);
        Assert.Equal(1.5, run.Engine.View().Parity![0].Factor, 9);
    }

    [Fact]
    public void A_symbol_that_nothing_trades_has_no_part_in_it()
    {
        var plan = new Scenario().On(EngineHarness.EurUsd, Scenario.GbpUsd).Risk(r => r with { RiskParity = new RiskParityPlan(1, 0, 1) }).Build();
        plan = plan with { Symbols = [plan.Symbols[0], plan.Symbols[1] with { Slots = [] }] };
        Assert.Equal(["EURUSD"], new RunOutcome(plan).Engine.View().Parity!.Select(p => p.Symbol));
    }
}
