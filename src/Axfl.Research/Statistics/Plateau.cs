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
}
