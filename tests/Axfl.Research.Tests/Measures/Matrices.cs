using Axfl.Contracts;
using Axfl.Data.Simulated;
using Axfl.Research.Measures;
using Axfl.Research.Randomness;

namespace Axfl.Research.Tests.Measures;

/// <summary>Seeded matrices of R by day.</summary>
internal static class Matrices
{
    /// <summary>Unit normal R of independent trials, or of trials that share a part of their R.</summary>
    /// <param name="seed">Number of the matrix.</param>
    /// <param name="trials">Number of trials.</param>
    /// <param name="days">Number of days.</param>
    /// <param name="correlation">Correlation between two trials.</param>
    /// <param name="mean">Mean of a trial by its place.</param>
    public static double[][] Normal(int seed, int trials, int days, double correlation, Func<int, double> mean)
    {
        var random = RandomStream.Of(FormattableString.Invariant($"{seed}"), "matrix");
        var common = Series(ref random, days);
        var matrix = new double[trials][];
        for (var k = 0; k < trials; k++)
        {
            matrix[k] = Series(ref random, days);
            for (var t = 0; t < days; t++) matrix[k][t] = (Math.Sqrt(correlation) * common[t]) + (Math.Sqrt(1 - correlation) * matrix[k][t]) + mean(k);
        }

        return matrix;
    }

    /// <summary>Trials on one axis, their objective the mean R of a day.</summary>
    public static SweepMatrix On(double[][] series)
    {
        SweepTrial[] trials = [.. series.Select(static (r, k) => new SweepTrial
        {
            Trial = k + 1, State = "done", Parameters = new Dictionary<string, object?> { ["a"] = (double)k }, Trades = r.Length, TotalR = r.Sum(), MeanDayR = r.Average(), AverageR = r.Average(),
        })];
        return new(trials, SweepAxes.Of([.. trials.Select(static t => t.Parameters)]), series, series[0].Length);
    }

    private static double[] Series(ref SplitMix random, int days)
    {
        var series = new double[days];
        for (var t = 0; t < days; t++)
            series[t] = Math.Sqrt(-2 * Math.Log(1 - random.Uniform())) * Math.Cos(2 * Math.PI * random.Uniform());
        return series;
    }
}
