using Axfl.Contracts;

namespace Axfl.Pictures;

/// <summary>The ticks of an invented London morning, the same every time.</summary>
internal static class MadeMorning
{
    private static readonly DateTime Midnight = new(2026, 1, 13, 0, 0, 0, DateTimeKind.Utc);
    private static readonly (double Price, double Pip, int Digits, double Spread)[] Symbols = [(1.16480, 0.0001, 5, 0.6), (1.34650, 0.0001, 5, 0.9), (4585.40, 0.1, 2, 2.5)];

    /// <summary>When it begins, unix ms.</summary>
    public static long Start { get; } = EventTime.FromDateTime(Midnight);

    /// <summary>Ticks up to a time of day, in order: quiet until 07:00 UTC, then with a will of its own.</summary>
    public static IEnumerable<(int Symbol, Tick Tick)> Until(TimeSpan end)
    {
        var random = new Random(20260113);
        double[] prices = [.. Symbols.Select(static s => s.Price)], drifts = new double[Symbols.Length];
        for (var time = Start + 500; time < Start + (long)end.TotalMilliseconds; time += random.Next(300, 3000))
        {
            var isAwake = time - Start >= 7 * 60 * EventTime.Minute;
            var i = random.Next(Symbols.Length);
            var (_, pip, digits, spread) = Symbols[i];
            if (random.Next(400) == 0) drifts[i] = (random.NextDouble() - 0.5) * (isAwake ? 0.12 : 0.02);
            prices[i] += ((random.NextDouble() - 0.5) * (isAwake ? 1.3 : 0.6) + drifts[i]) * pip;
            var bid = Math.Round(prices[i], digits);
            yield return (i, Tick.FromQuote(time, bid, Math.Round(bid + (spread * pip), digits)));
        }
    }
}
