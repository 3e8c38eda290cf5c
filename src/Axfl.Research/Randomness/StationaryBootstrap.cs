using System.Globalization;
using Axfl.Data.Simulated;

namespace Axfl.Research.Randomness;

/// <summary>Days drawn with replacement in blocks of random length, so that what hangs together from day to day stays together.</summary>
/// <remarks>Source: D. Politis, J. Romano, "The stationary bootstrap", JASA 89 (1994).</remarks>
internal static class StationaryBootstrap
{
    /// <summary>The probability that a block ends: 1 over the mean block length, which is the cube root of the number of days, at least 1.</summary>
    /// <param name="days">Number of days.</param>
    public static double EndOfBlock(int days) => 1 / Math.Max(1, Math.Round(Math.Cbrt(days), MidpointRounding.AwayFromZero));

    /// <summary>One resample, from the stream <c>seed|name|draw</c>.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="name">What the resamples are for.</param>
    /// <param name="draw">Number of the resample, from 0.</param>
    /// <param name="days">Takes the days drawn, each from 0 to its length - 1.</param>
    public static void Draw(string seed, string name, int draw, Span<int> days)
    {
        var random = RandomStream.Of(seed, name, draw.ToString(CultureInfo.InvariantCulture));
        Draw(ref random, EndOfBlock(days.Length), days);
    }

    /// <summary>One resample from a stream.</summary>
    /// <param name="random">The stream: a number for each day but the first, and one more where a block begins.</param>
    /// <param name="end">Probability that a block ends.</param>
    /// <param name="days">Takes the days drawn.</param>
    public static void Draw(ref SplitMix random, double end, Span<int> days)
    {
        if (days.IsEmpty) return;
        days[0] = random.Below(days.Length);
        for (var i = 1; i < days.Length; i++)
            days[i] = random.Uniform() < end ? random.Below(days.Length) : Next(days[i - 1], days.Length);
    }

    private static int Next(int day, int count) => day + 1 == count ? 0 : day + 1;
}
