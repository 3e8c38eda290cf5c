namespace Axfl.Research.Statistics;

/// <summary>What the statistics of a sweep come to, in one word.</summary>
internal static class Verdict
{
    /// <summary>Fewer trades than asked for in every trial.</summary>
    public const string TooFewTrades = "too few trades";

    /// <summary>What is known about the best of the trials.</summary>
    /// <param name="deflated">Probability that its Sharpe ratio is above that of the best of as many without skill.</param>
    /// <param name="p">p of the consistent test for superior ability.</param>
    /// <param name="neighboursAbove">Share of the recommended trial's neighbours above 0.</param>
    /// <returns><c>noise</c>, <c>weak</c> or <c>evidence</c>; null where the statistics are not defined.</returns>
    public static string? Of(double? deflated, double? p, double? neighboursAbove) => (deflated, p) switch
    {
        (null, _) or (_, null) => null,
        ( < 0.5, _) or (_, > 0.2) => "noise",
        ( >= 0.95, <= 0.05) when neighboursAbove >= 0.75 => "evidence",
        _ => "weak",
    };

    /// <summary>What choosing among the trials is worth.</summary>
    /// <param name="pbo">Probability of overfitting.</param>
    /// <returns><c>informative</c>, <c>doubtful</c> or <c>arbitrary</c>; null where it is not defined.</returns>
    public static string? Selection(double? pbo) => pbo switch { null => null, <= 0.2 => "informative", > 0.5 => "arbitrary", _ => "doubtful" };
}
