using System.Numerics.Tensors;

namespace Axfl.Research.Statistics;

/// <summary>The mean correlation between two trials.</summary>
internal static class TrialCorrelation
{
    /// <summary>Over the R by day of each trial; trials that never move are left out.</summary>
    /// <param name="trials">A series a trial, all of one length.</param>
    /// <returns>Null with fewer than two trials that move.</returns>
    public static double? Mean(IReadOnlyList<double[]> trials)
    {
        if (trials.Count == 0) return null;
        var days = trials[0].Length;
        var (sums, own, count) = (new double[days], new double[days], 0);
        foreach (var series in trials)
        {
            var mean = TensorPrimitives.Sum<double>(series) / days;
            TensorPrimitives.Subtract(series, mean, own);
            var deviation = Math.Sqrt(TensorPrimitives.Dot<double>(own, own) / days);
            if (deviation < 1e-12) continue;
            count++;
            TensorPrimitives.Divide(own, deviation, own);
            TensorPrimitives.Add(sums, own, sums);
        }

        return count < 2 ? null : ((TensorPrimitives.Dot<double>(sums, sums) / days) - count) / (count * (count - 1.0));
    }
}
