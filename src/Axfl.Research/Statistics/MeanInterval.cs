using Axfl.Research.Randomness;

namespace Axfl.Research.Statistics;

/// <summary>The 95 % interval of a mean of days, by resampling.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
internal readonly record struct MeanInterval(double Low, double High)
{
    /// <summary>By the percentiles (nearest rank) of the means of resamples.</summary>
    /// <param name="days">R by day.</param>
    /// <param name="seed">Seed of the resamples.</param>
    /// <param name="name">Name of their stream.</param>
    /// <param name="draws">Number of resamples.</param>
    public static MeanInterval Of(ReadOnlySpan<double> days, string seed, string name = "interval", int draws = 10_000)
    {
        var means = Means(days, seed, name, draws);
        Array.Sort(means);
        return new(NearestRank.Of(means, 0.025), NearestRank.Of(means, 0.975));
    }

    /// <summary>The mean of each resample.</summary>
    public static double[] Means(ReadOnlySpan<double> days, string seed, string name, int draws)
    {
        var means = new double[draws];
        var drawn = new int[days.Length];
        for (var b = 0; b < draws; b++)
        {
            StationaryBootstrap.Draw(seed, name, b, drawn);
            var sum = 0.0;
            foreach (var day in drawn) sum += days[day];
            means[b] = sum / days.Length;
        }

        return means;
    }
}
