using Axfl.Contracts;

namespace Axfl.LiveHost;

/// <summary>Ticks of a made market, the same for the same seed: a random walk with an occasional burst, quotes with a spread.</summary>
public static class MadeTicks
{
    public static readonly long Start = EventTime.FromDateTime(new DateTime(2026, 1, 13, 7, 0, 0, DateTimeKind.Utc));

    /// <summary>So many ticks of so many symbols in order of time, one or two seconds apart.</summary>
    public static List<(int Symbol, Tick Tick)> Of(int seed, int count, int symbols)
    {
        var random = new Random(seed);
        var time = Start + 1500;
        var prices = Enumerable.Range(0, symbols).Select(i => 1.1 + 0.1 * i).ToArray();
        var ticks = new List<(int, Tick)>(count);
        for (var i = 0; i < count; i++)
        {
            time += random.Next(100, 2000);
            var symbol = random.Next(symbols);
            var size = random.Next(100) == 0 ? 0.0008 : 0.00006;
            prices[symbol] = Math.Round(prices[symbol] + (random.NextDouble() - 0.5) * size, 5);
            ticks.Add((symbol, Tick.FromQuote(time, prices[symbol], Math.Round(prices[symbol] + 0.00008, 5))));
        }

        return ticks;
    }
}
