using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Streams;

/// <summary>What happens elsewhere reaches a symbol whose bars are passed over.</summary>
public class PassedOverTests
{
    private static readonly Instrument EurGbp = new("EURGBP", "EUR", "GBP", 0.0001, 5, 0);

    [Fact]
    public void A_halt_by_one_symbol_flattens_another_at_its_next_open()
    {
        var plan = Plan(
            new RiskPlan { GlobalDailyStopR = -0.5, FlattenOnHalt = true, MaxSymbolPositions = null, MaxOpenPositions = null },
            (EngineHarness.EurUsd, 2, new EntryOrder(Side.Long, EntryType.Market, 0, 1.05)), (Scenario.GbpUsd, 4, new EntryOrder(Side.Long, EntryType.Market, 0, 1.0995)));
        var quiet = Series(60, _ => 0);
        var log = BothWays.AssertEqual(plan, [quiet, Series(60, i => i < 20 ? 0 : -20)]);
        Assert.Equal(["SL 20", "HALT 21"], Exits(log));
    }

    [Fact]
    public void A_close_beyond_the_low_of_its_bar_is_seen()
    {
        var plan = Plan(new RiskPlan(), (EngineHarness.EurUsd, 2, new EntryOrder(Side.Long, EntryType.Market, 0, 1.0995))) with { Intrabar = IntrabarPolicy.Path };
        StepBar[] bars = [.. Enumerable.Range(0, 40).Select(i => new StepBar(0, Scenario.BarAt(i, 0, 1, -1, i == 20 ? -9 : 0)))];
        Assert.Equal(["SL 20"], Exits(BothWays.AssertEqual(plan, [SharedBars.Of(bars)])));
    }

    [Fact]
    public void A_position_closed_at_the_end_is_converted_at_the_price_before_the_last_bar()
    {
        var plan = Plan(new RiskPlan(), (EurGbp, 2, new EntryOrder(Side.Long, EntryType.Market, 0, 1.05)), (Scenario.GbpUsd, -1, default));
        Assert.Equal(["END 60"], Exits(BothWays.AssertEqual(plan, [Series(60, i => i < 10 ? 0 : 3), Series(60, i => i)])));
    }

    private static string[] Exits(EventLog log) => [.. log.Events.OfType<Engine.Events.TradeClosed>().Select(
        t => FormattableString.Invariant($"{t.Trade.Reason.Name} {(t.Trade.ExitTime - Scenario.Start) / 300_000}"))];

    private static SharedBars Series(int count, Func<int, double> pips) =>
        SharedBars.Of(Enumerable.Range(0, count).Select(i => new StepBar(0, Scenario.BarAt(i, pips(i), pips(i) + 1, pips(i) - 1, pips(i)))).ToArray());

    private static EnginePlan Plan(RiskPlan risk, params (Instrument Symbol, int Bar, EntryOrder Order)[] orders)
    {
        var plan = EngineHarness.Plan((_, _) => { }, risk, [.. orders.Select(o => o.Symbol)]);
        return plan with
        {
            Symbols = [.. plan.Symbols.Select((s, i) => s with
            {
                Slots = [s.Slots[0] with
                {
                    Definition = EngineHarness.Scripted((bar, desk) =>
                    {
                        if ((bar.Time - Scenario.Start) / 300_000 == orders[i].Bar) desk.Place(orders[i].Order);
                    }) with { Name = $"one {i}", Shareable = true },
                }],
            })],
        };
    }
}
