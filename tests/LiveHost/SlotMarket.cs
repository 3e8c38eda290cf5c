using Axfl.Contracts;
using Axfl.Runs.Fold;
using Axfl.Strategies.Catalogue;

namespace Axfl.LiveHost;

/// <summary>The market of a run over sockets: made ticks of one price, the bars made of them, and a day of bars before.</summary>
internal static class SlotMarket
{
    public const string Sessions = """
        made:
          symbols: [EURUSD, GBPUSD]
          interval: 1m
          source: finnhub
          warmup_days: 1
          status_every_s: 20
          risk: {per_strategy_daily_trades: null, per_strategy_daily_stop_r: -500, global_daily_stop_r: -1000, max_open_positions: null}
          strategies: [{name: slots, windows: [{start: "00:00", end: "24:00"}]}]
        """;

    /// <summary>Its one strategy.</summary>
    public static StrategyDefinition[] Strategies { get; } = [StrategyCatalogue.FromType(typeof(SlotStrategy), "tests")];

    /// <summary>Its ticks.</summary>
    public static List<(int Symbol, Tick Tick)> Ticks(int seed, int count) =>
        [.. MadeTicks.Of(seed, count, 2).Select(t => (t.Symbol, new Tick(t.Tick.Time, Math.Round(t.Tick.Price, 5))))];

    /// <summary>All bars of a symbol, a day before the ticks included.</summary>
    public static IReadOnlyList<Bar> Bars(IEnumerable<(int Symbol, Tick Tick)> ticks, int symbol)
    {
        var bars = new List<Bar>();
        for (var time = MadeTicks.Start - EventTime.Day; time < MadeTicks.Start; time += EventTime.Minute)
        {
            var open = Math.Round(1.1 + 0.1 * symbol + time / EventTime.Minute % 7 * 0.00002, 5);
            bars.Add(new Bar(time, open, Math.Round(open + 0.0001, 5), Math.Round(open - 0.0001, 5), Math.Round(open + 0.00002, 5)));
        }

        var builder = new BarBuilder(1, new Interval(1), TimeSpan.Zero);
        foreach (var (of, tick) in ticks)
        {
            if (of != symbol) continue;
            bars.AddRange(builder.OnClock(tick.Time).Select(static step => step.Bars[0].Bar.Bar));
            builder.Add(0, tick);
        }

        return bars;
    }
}
