using Axfl.Contracts;

namespace Axfl.Engine.Tests.Streams;

/// <summary>A strategy that does anything at its desk, good or bad, by a number drawn from its seed and the bar alone.</summary>
internal sealed class RestlessStrategy(int seed, double rate, double pip, long interval) : IStrategy
{
    public static StrategyDefinition Definition { get; } = new(
        "restless", "Anything.",
        [
            new StrategyParameterInfo("seed", typeof(int), false, "", null, null, 0, ""),
            new StrategyParameterInfo("rate", typeof(double), false, "", null, null, 0.05, ""),
        ],
        "test", s => new RestlessStrategy((int)s.Values["seed"]!, (double)s.Values["rate"]!, s.Instrument.Pip, s.Interval.Milliseconds)) { Shareable = true };

    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        var random = new Random(HashCode(seed, bar.Time));
        while (random.NextDouble() < rate)
        {
            switch (random.Next(10))
            {
                case 0:
                    desk.CancelEntry();
                    break;
                case 1:
                    desk.ExitPosition();
                    break;
                default:
                    Place(bar, desk, random);
                    break;
            }
        }
    }

    private void Place(in Bar bar, IOrderDesk desk, Random random)
    {
        var side = random.Next(2) == 0 ? Side.Long : Side.Short;
        var type = (EntryType)random.Next(3);
        var away = (random.NextDouble() * 14 - 3) * pip * (int)side;
        var price = type == EntryType.Stop ? bar.Close + away : bar.Close - away;
        var stop = random.Next(12) switch { 0 => double.NaN, 1 => price + 5 * pip * (int)side, _ => price - (random.NextDouble() * 20 + 0.5) * pip * (int)side };
        var target = random.Next(4) == 0 ? double.NaN : price + random.NextDouble() * 30 * pip * (int)side;
        var expiry = random.Next(2) == 0 ? long.MaxValue : bar.Time + random.Next(40) * interval;
        desk.Place(new EntryOrder(side, type, price, stop, target, expiry, random.Next(3) == 0 ? "" : $"tag {random.Next(4)}"));
    }

    // Not System.HashCode: that differs from process to process.
    private static int HashCode(int seed, long time) => unchecked((int)((ulong)(time + seed * 7919L) * 0x9E3779B97F4A7C15UL >> 33));
}
