namespace Axfl.Research.Statistics;

/// <summary>Whether a trial's neighbours agree with it.</summary>
/// <param name="Neighbours">Number of neighbours with an objective.</param>
/// <param name="Median">The median of their objectives; null without neighbours.</param>
/// <param name="Worst">The least of them.</param>
/// <param name="ShareAbove">Share of them above 0.</param>
/// <param name="Ratio">Median over the trial's own objective; null where that is not above 0.</param>
internal sealed record Plateau(int Neighbours, double? Median, double? Worst, double? ShareAbove, double? Ratio)
{
    /// <summary>Of a trial and its neighbours.</summary>
    /// <param name="own">The trial's objective.</param>
    /// <param name="neighbours">Those of its neighbours.</param>
    public static Plateau Of(double own, IReadOnlyCollection<double> neighbours)
    {
        if (neighbours.Count == 0) return new(0, null, null, null, null);
        var sorted = neighbours.Order().ToArray();
        var middle = sorted.Length / 2;
        var median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new(sorted.Length, median, sorted[0], sorted.Count(static v => Ties.Greater(v, 0)) / (double)sorted.Length, Ties.Greater(own, 0) ? median / own : null);
    }

    /// <summary>Of a trial among all of a sweep; neighbours without an objective do not count.</summary>
    /// <param name="scores">Objectives so that more is better; NaN: not defined.</param>
    /// <param name="neighbourhood">Which trials are neighbours.</param>
    /// <param name="place">The trial.</param>
    public static Plateau Of(double[] scores, Neighbourhood neighbourhood, int place) =>
        Of(scores[place], [.. neighbourhood.Of(place).Select(n => scores[n]).Where(static s => !double.IsNaN(s))]);

    /// <summary>The median of each trial's neighbours; NaN for a trial without an objective or without neighbours.</summary>
    public static double[] Medians(double[] scores, Neighbourhood neighbourhood, CancellationToken stop)
    {
        var medians = new double[scores.Length];
        Parallel.For(0, scores.Length, new ParallelOptions { CancellationToken = stop },
            i => medians[i] = double.IsNaN(scores[i]) ? double.NaN : Of(scores, neighbourhood, i).Median ?? double.NaN);
        return medians;
    }
}
