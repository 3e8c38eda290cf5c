using System.Numerics.Tensors;
using Axfl.Research.Randomness;

namespace Axfl.Research.Statistics;

/// <summary>Could the best of all trials be luck? The test for superior predictive ability, against not trading.</summary>
/// <param name="V">The greatest studentised mean, at least 0.</param>
/// <param name="Lower">p, where only trials with a mean above 0 count as they are.</param>
/// <param name="Consistent">p, where trials that are clearly bad are left out.</param>
/// <param name="Upper">p, where all trials are taken to be as good as not trading (White's reality check).</param>
/// <remarks>
/// Sources: P. R. Hansen, "A test for superior predictive ability", Journal of Business and Economic Statistics 23 (2005); H. White, Econometrica 68 (2000); resamples by
/// <see cref="StationaryBootstrap"/>.
/// </remarks>
internal sealed record SuperiorAbility(double V, double Lower, double Consistent, double Upper)
{
    private const double NegligibleWeight = 1e-12, NoMovement = 1e-12;
    private const int TrialsAtOnce = 8;

    /// <summary>Over the R by day of each trial; trials that never move are left out.</summary>
    /// <param name="trials">A series a trial, all of one length.</param>
    /// <param name="seed">Seed of the resamples.</param>
    /// <param name="draws">Number of resamples.</param>
    /// <param name="stop">Ends it between two trials.</param>
    /// <returns>Null where no trial moves.</returns>
    public static SuperiorAbility? Of(IReadOnlyList<double[]> trials, string seed, int draws = 1000, CancellationToken stop = default)
    {
        var days = trials.Count == 0 ? 0 : trials[0].Length;
        var resamples = new int[draws][];
        for (var b = 0; b < draws; b++) StationaryBootstrap.Draw(seed, "spa", b, resamples[b] = new int[days]);
        return Of(trials, StationaryBootstrap.EndOfBlock(days), resamples, stop);
    }

    /// <summary>Over given resamples of days.</summary>
    public static SuperiorAbility? Of(IReadOnlyList<double[]> trials, double endOfBlock, IReadOnlyList<int[]> resamples, CancellationToken stop = default)
    {
        var days = trials.Count == 0 ? 0 : trials[0].Length;
        var weights = Array.ConvertAll([.. resamples], drawn => Weights(drawn, days));
        var kernel = Kernel(days, endOfBlock);
        var bound = days < 3 ? 0 : Math.Sqrt(2 * Math.Log(Math.Log(days)) / days);
        var all = new Greatest(resamples.Count);
        Parallel.ForEach(trials.Chunk(TrialsAtOnce), new ParallelOptions { CancellationToken = stop }, () => new Greatest(resamples.Count), (group, _, own) =>
        {
            own.See(Array.ConvertAll(group, series => Moving.Of(series, kernel, bound)), weights);
            return own;
        }, own =>
        {
            lock (all) all.See(own);
        });
        return all.Result();
    }

    /// <summary>Long-run deviation of a series, for blocks that end with a probability.</summary>
    /// <param name="series">The series.</param>
    /// <param name="mean">Its mean.</param>
    /// <param name="kernel">Weight of each lag: <see cref="Kernel"/>.</param>
    public static double Omega(ReadOnlySpan<double> series, double mean, ReadOnlySpan<double> kernel)
    {
        var centred = new double[series.Length];
        TensorPrimitives.Subtract(series, mean, centred);
        var variance = TensorPrimitives.Dot<double>(centred, centred);
        for (var lag = 1; lag < series.Length; lag++)
        {
            if (kernel[lag] < NegligibleWeight) continue;
            variance += 2 * kernel[lag] * TensorPrimitives.Dot<double>(centred.AsSpan(lag), centred.AsSpan(0, series.Length - lag));
        }

        return Math.Sqrt(Math.Max(0, variance / series.Length));
    }

    /// <summary>Weight of each lag from 0 to days - 1.</summary>
    public static double[] Kernel(int days, double endOfBlock)
    {
        var kernel = new double[days];
        var stays = 1 - endOfBlock;
        for (var lag = 1; lag < days; lag++)
            kernel[lag] = ((days - lag) / (double)days * Math.Pow(stays, lag)) + (lag / (double)days * Math.Pow(stays, days - lag));
        return kernel;
    }

    private static double[] Weights(int[] drawn, int days)
    {
        var weights = new double[days];
        foreach (var day in drawn) weights[day]++;
        return weights;
    }

    // A trial, and what is taken from its resampled means.
    private readonly record struct Moving(double[] Series, double Mean, double Omega, double Consistent)
    {
        public static Moving Of(double[] series, double[] kernel, double bound)
        {
            var mean = TensorPrimitives.Sum<double>(series) / series.Length;
            var omega = SuperiorAbility.Omega(series, mean, kernel);
            return new(series, mean, omega, mean >= -omega * bound ? mean : 0);
        }
    }

    // The greatest studentised means over trials: as they are, and of each resample.
    private sealed class Greatest(int draws)
    {
        private readonly double[] _lower = new double[draws], _consistent = new double[draws], _upper = new double[draws];
        private double _v;
        private bool _any;

        // Resamples outside, trials inside: a resample's weights are read once for all of them.
        public void See(Moving[] trials, double[][] weights)
        {
            var days = trials[0].Series.Length;
            var root = Math.Sqrt(days);
            trials = Array.FindAll(trials, static t => t.Omega >= NoMovement);
            foreach (var trial in trials) _v = Math.Max(_v, root * trial.Mean / trial.Omega);
            _any |= trials.Length > 0;
            for (var b = 0; b < weights.Length; b++)
            {
                foreach (var trial in trials)
                {
                    var drawn = TensorPrimitives.Dot<double>(trial.Series, weights[b]) / days;
                    var scale = root / trial.Omega;
                    _lower[b] = Math.Max(_lower[b], scale * (drawn - Math.Max(trial.Mean, 0)));
                    _consistent[b] = Math.Max(_consistent[b], scale * (drawn - trial.Consistent));
                    _upper[b] = Math.Max(_upper[b], scale * (drawn - trial.Mean));
                }
            }
        }

        public void See(Greatest other)
        {
            _v = Math.Max(_v, other._v);
            _any |= other._any;
            TensorPrimitives.Max(_lower, other._lower, _lower);
            TensorPrimitives.Max(_consistent, other._consistent, _consistent);
            TensorPrimitives.Max(_upper, other._upper, _upper);
        }

        public SuperiorAbility? Result() => _any ? new(_v, Share(_lower), Share(_consistent), Share(_upper)) : null;

        // As often as a resample is at least as good as what was seen; equal ones count.
        private double Share(double[] best) => best.Count(v => !Ties.Greater(_v, v)) / (double)best.Length;
    }
}
