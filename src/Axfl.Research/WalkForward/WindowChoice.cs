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
        best ? Greatest(scores) : Greatest([.. scores.Select((s, i) => double.IsNaN(s) ? double.NaN : Median(scores, neighbourhood, i))]) ?? Greatest(scores);

    private static double Median(double[] scores, Neighbourhood neighbourhood, int place) =>
        Plateau.Of(scores[place], [.. neighbourhood.Of(place).Select(n => scores[n]).Where(static s => !double.IsNaN(s))]).Median ?? double.NaN;

    private static int? Greatest(double[] values)
    {
        int? best = null;
        for (var i = 0; i < values.Length; i++)
            if (!double.IsNaN(values[i]) && (best is not { } b || Ties.Greater(values[i], values[b]))) best = i;
        return best;
    }
}
