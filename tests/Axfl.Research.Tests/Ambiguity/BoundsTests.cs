using Axfl.Contracts;
using Axfl.Engine;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Research.Ambiguity;
using Axfl.Testing.Harness;

namespace Axfl.Research.Tests.Ambiguity;

/// <summary>The fixed bounds enclose what a run made, whatever its fill model and its gates: orders of all kinds on wild bars.</summary>
public class BoundsTests
{
    [Theory]
    [InlineData(IntrabarPolicy.Worst, false)]
    [InlineData(IntrabarPolicy.Path, false)]
    [InlineData(IntrabarPolicy.Best, false)]
    [InlineData(IntrabarPolicy.Drill, false)]
    [InlineData(IntrabarPolicy.Path, true)]
    public void Each_trade_lies_between_them_and_folded_alone_it_is_the_trade_of_the_run(IntrabarPolicy intrabar, bool atClose)
    {
        var (undecided, halted, exited) = (0, 0, 0);
        for (var seed = 0; seed < 30; seed++)
        {
            var scenario = Wild(seed, intrabar, atClose);
            var seen = new EngineHarness();
            Backtest.Run(scenario.Build(), scenario.Bars(), seen, null, TestContext.Current.CancellationToken);
            var trades = UndecidedTrades.Of(scenario.Build(), scenario.Bars(), TestContext.Current.CancellationToken);
            Assert.Equal(seen.Trades, trades.Select(t => t.Trade));
            Assert.All(trades, t =>
            {
                Assert.Equal(t.Trade.R, t.AloneR, 9);
                Assert.InRange(t.Trade.R, t.WorstR, t.BestR);
            });
            undecided += trades.Count(t => t.WorstR < t.BestR);
            halted += trades.Count(t => t.Trade.Reason.Name == "HALT");
            exited += trades.Count(t => t.Trade.Reason.Name == "EXIT");
        }

        Assert.True(undecided > 25 && halted > 10 && exited > 10, $"{undecided} undecided, {halted} halted, {exited} exited");
    }

    private static Scenario Wild(int seed, IntrabarPolicy intrabar, bool atClose)
    {
        var random = new Random(seed);
        var scenario = new Scenario().Of("a", "b", "c").TimeStop(60).Spread(1)
            .Plan(p => p with { Intrabar = intrabar, FillAtClose = atClose })
            .Costs(c => c with { SlippageOn = SlippageOn.Entry | SlippageOn.Stop, CommissionPerMillion = 30 })
            .Risk(r => r with { GlobalDailyStopR = -2, FlattenOnHalt = true, MaxOpenPositions = 2 });
        var price = 0.0;
        for (var i = 0; i < 300; i++)
        {
            var (open, close) = (price + random.Next(-3, 4), price + random.Next(-8, 9));
            double high = Math.Max(open, close) + random.Next(0, 8), low = Math.Min(open, close) - random.Next(0, 8);
            price = close;
            scenario.Raw(new StepBar(0, Scenario.BarAt(i, open, high, low, close)) { Inner = intrabar == IntrabarPolicy.Drill ? Inner(i, open, high, low, close) : default });
            foreach (var strategy in new[] { "a", "b", "c" })
            {
                if (random.Next(4) > 0) continue;
                var (kind, offset, stop, target) = (random.Next(8), random.Next(1, 8), random.Next(3, 25), random.Next(3, 30));
                scenario.At(i, d => Act(d, kind, close, offset, stop, target), strategy);
            }
        }

        return scenario;
    }

    private static InnerBar[] Inner(int i, double open, double high, double low, double close) =>
        [new(Scenario.BarAt(i, open, high, open, high)), new(Scenario.BarAt(i, high, high, low, close) with { Time = Scenario.Time(i + 0.4) })];

    private static void Act(IOrderDesk desk, int kind, double close, int offset, int stop, int target)
    {
        switch (kind)
        {
            case 0: desk.Buy(close - stop, close + target); break;
            case 1: desk.Sell(close + stop, close - target); break;
            case 2: desk.BuyStop(close + offset, close + offset - stop, close + offset + target); break;
            case 3: desk.SellStop(close - offset, close - offset + stop, close - offset - target); break;
            case 4: desk.BuyLimit(close - offset, close - offset - stop, close - offset + target); break;
            case 5: desk.SellLimit(close + offset, close + offset + stop, close + offset - target); break;
            case 6: desk.ExitPosition(); break;
            default: desk.CancelEntry(); break;
        }
    }
}
