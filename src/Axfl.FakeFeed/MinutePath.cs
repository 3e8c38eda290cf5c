using Axfl.Contracts;
using Axfl.Data.Simulated;

namespace Axfl.FakeFeed;

/// <summary>The ticks inside one minute: from its open over both extremes to its close, so that a bar made of them is the minute again, digit by digit.</summary>
/// <remarks>Depends on the minute's bar and the count alone: who connects twice sees the same ticks.</remarks>
internal static class MinutePath
{
    /// <summary>Fewest ticks that can show open, high, low and close.</summary>
    public const int Least = 4;

    /// <summary>The path of a minute.</summary>
    /// <param name="minute">A bar of one minute whose prices have at most <paramref name="digits"/> decimals.</param>
    /// <param name="digits">Decimals of a price, 0 to 8.</param>
    /// <param name="count">How many ticks, from <see cref="Least"/> to 1,200.</param>
    /// <returns>Ticks of ascending time within the minute, about equally spaced.</returns>
    public static Tick[] Of(in Bar minute, int digits, int count)
    {
        var random = new SplitMix((ulong)minute.Time ^ (ulong)BitConverter.DoubleToInt64Bits(minute.High + minute.Low));
        var (first, second) = TwoPlaces(ref random, count);
        var upFirst = random.Uniform() < 0.5;
        (int At, double Price)[] corners =
        [
            (0, minute.Open), (first, upFirst ? minute.High : minute.Low), (second, upFirst ? minute.Low : minute.High), (count - 1, minute.Close),
        ];
        var ticks = new Tick[count];
        for (int i = 0, leg = 0; i < count; i++)
        {
            if (i > corners[leg + 1].At) leg++;
            var price = Price(corners[leg], corners[leg + 1], i, minute, digits, random.Uniform());
            ticks[i] = new Tick(minute.Time + Offset(i, count, random.Uniform()), price);
        }

        return ticks;
    }

    // Where the extremes are: two places between the first tick and the last.
    private static (int First, int Second) TwoPlaces(ref SplitMix random, int count)
    {
        var inside = count - 2;
        var one = 1 + (int)(random.Uniform() * inside);
        var other = 1 + (int)(random.Uniform() * (inside - 1));
        if (other >= one) other++;
        return (Math.Min(one, other), Math.Max(one, other));
    }

    private static double Price((int At, double Price) from, (int At, double Price) to, int at, in Bar minute, int digits, double noise)
    {
        if (at == from.At) return from.Price;
        if (at == to.At) return to.Price;
        var straight = from.Price + (to.Price - from.Price) * (at - from.At) / (to.At - from.At);
        var wild = straight + (noise - 0.5) * 0.4 * (minute.High - minute.Low);
        return Math.Clamp(Math.Round(wild, digits), minute.Low, minute.High);
    }

    // Uneven as a market's, and yet in order.
    private static long Offset(int at, int count, double noise) => (long)((at + 0.1 + 0.8 * noise) * EventTime.Minute / count);
}
