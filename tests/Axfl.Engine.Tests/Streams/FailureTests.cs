using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Streams;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Streams;

/// <summary>A strategy that fails ends a run from streams where it ends the full one, with the same words.</summary>
public class FailureTests
{
    private static readonly SharedBars[] Bars =
    [
        .. Enumerable.Range(0, 2).Select(s => SharedBars.Of(Enumerable.Range(0, 300).Select(i => new StepBar(0, Scenario.BarAt(i, i % 9, i % 9 + 4, i % 9 - 9, (i + 1) % 9))).ToArray())),
    ];

    [Theory]
    [InlineData("test")]
    [InlineData(StrategyDefinition.BuiltInSource)]
    public void What_it_threw_comes_at_its_bar_after_all_that_came_before(string source)
    {
        var plan = Plan(source, (symbol, index, _) =>
        {
            if (index == (symbol == "EURUSD" ? 250 : 150)) throw new InvalidOperationException($"{symbol} at {index}");
        });
        var log = BothWays.AssertEqual(plan, Bars);
        Assert.NotEmpty(log.Events);
        var error = Assert.ThrowsAny<Exception>(() => Backtest.Run(plan, Bars, new EventLog(), new SignalStreams()));
        Assert.Contains("GBPUSD at 150", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_that_no_desk_takes_is_an_error_that_the_strategy_may_catch()
    {
        var caught = 0;
        var plan = Plan("test", (_, index, desk) =>
        {
            try
            {
                desk.Place(new EntryOrder(Side.Long, EntryType.Stop, double.NaN, 1));
            }
            catch (AxflException) when (index < 200)
            {
                caught++;
            }
        });
        BothWays.AssertEqual(plan, Bars);
        Assert.True(caught > 400);
        Assert.Equal("StrategyFailed", Assert.Throws<AxflException>(() => Backtest.Run(plan, Bars, new EventLog(), new SignalStreams())).ErrorId);
    }

    [Fact]
    public void One_that_cannot_be_made_ends_a_run_before_its_first_bar()
    {
        var plan = EngineHarness.Plan((_, _) => { }, null, EngineHarness.EurUsd, Scenario.GbpUsd);
        var broken = new StrategyDefinition("broken", "", [], "test", _ => throw new InvalidOperationException("no")) { Shareable = true };
        plan = plan with { Symbols = [plan.Symbols[0], plan.Symbols[1] with { Slots = [plan.Symbols[1].Slots[0] with { Definition = broken }] }] };
        Assert.Empty(BothWays.AssertEqual(plan, Bars).Events);
        Assert.Contains("failed on GBPUSD when it was made", Assert.Throws<AxflException>(() => Backtest.Run(plan, Bars, new EventLog(), new SignalStreams())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_conversion_symbol_the_plan_is_refused_as_ever()
    {
        var plan = EngineHarness.Plan((_, _) => { }, null, new Instrument("EURGBP", "EUR", "GBP", 0.0001, 5, 0));
        Assert.Empty(BothWays.AssertEqual(plan, [Bars[0]]).Events);
        Assert.Equal("ConversionSymbolMissing", Assert.Throws<AxflException>(() => Backtest.Run(plan, [Bars[0]], new EventLog(), new SignalStreams())).ErrorId);
    }

    private static EnginePlan Plan(string source, Action<string, long, IOrderDesk> act)
    {
        var plan = EngineHarness.Plan((_, _) => { }, null, EngineHarness.EurUsd, Scenario.GbpUsd);
        return plan with
        {
            Symbols = [.. plan.Symbols.Select(s => s with
            {
                Slots = [s.Slots[0] with
                {
                    Definition = new StrategyDefinition("failing", "", [], source, setup => new Failing((bar, desk) =>
                    {
                        var index = (bar.Time - Scenario.Start) / 300_000;
                        act(setup.Instrument.Symbol, index, desk);
                        if (index % 20 == 3) desk.Place(new EntryOrder(Side.Short, EntryType.Market, 0, bar.Close + 0.0005, bar.Close - 0.0004));
                    })) { Shareable = true },
                }],
            })],
        };
    }

    private sealed class Failing(Action<Bar, IOrderDesk> script) : IStrategy
    {
        public void OnBar(in Bar bar, IOrderDesk desk) => script(bar, desk);
    }
}
