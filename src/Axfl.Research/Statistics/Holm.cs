namespace Axfl.Research.Statistics;

/// <summary>Probabilities of several tests, adjusted so that even one false alarm among them is as rare as each says.</summary>
/// <remarks>Source: S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6 (1979).</remarks>
internal static class Holm
{
    /// <summary>The adjusted values, in the same order; undefined ones stay so and do not count.</summary>
    public static double?[] Adjust(IReadOnlyList<double?> p)
    {
        int[] order = [.. Enumerable.Range(0, p.Count).Where(i => p[i] is not null).OrderBy(i => p[i])];
        var adjusted = new double?[p.Count];
        var highest = 0.0;
        for (var i = 0; i < order.Length; i++)
        {
            highest = Math.Max(highest, Math.Min(1, (order.Length - i) * p[order[i]]!.Value));
            adjusted[order[i]] = highest;
        }

        return adjusted;
    }
}
