using Axfl.Research.Statistics;

namespace Axfl.Research.WalkForward;

/// <summary>Which trial a window takes from its training: the best, or the one among the best neighbours.</summary>
internal static class WindowChoice
{
    /// <summary>The place of the trial chosen; null: none has an objective. Of equal ones the one with the lowest number.</summary>
    /// <param name="scores">Objectives in training so that more is better, in the order of the trials' numbers; NaN: fewer trades than asked for, failed, or not defined.</param>
    /// <param name="neighbourhood">Which trials are neighbours.</param>
    /// <param name="best">Whether the best is taken; else the one with the greatest median of its neighbours, the best where none has any.</param>
    public static int? Of(double[] scores, Neighbourhood neighbourhood, bool best) =>
        best ? Ties.BestDefined(scores) : Ties.BestDefined(Plateau.Medians(scores, neighbourhood, CancellationToken.None)) ?? Ties.BestDefined(scores);
}
