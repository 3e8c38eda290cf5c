using Axfl.Research.Statistics;

namespace Axfl.Research.Measures;

/// <summary>The neighbourhoods of all trials: which is best, and which stands among good ones.</summary>
internal sealed class SweepPlateaus
{
    private readonly SweepMatrix _matrix;
    private readonly double[] _scores;
    private readonly Neighbourhood _neighbourhood;

    /// <summary>Looks at all neighbourhoods.</summary>
    /// <param name="matrix">The trials.</param>
    /// <param name="scores">Their objectives so that more is better; NaN: not defined.</param>
    /// <param name="isGrid">Whether they are points of a grid.</param>
    /// <param name="stop">Ends it.</param>
    public SweepPlateaus(SweepMatrix matrix, double[] scores, bool isGrid, CancellationToken stop)
    {
        (_matrix, _scores, _neighbourhood) = (matrix, scores, new Neighbourhood(matrix.Axes.Places, isGrid));
        var medians = new double[scores.Length];
        Parallel.For(0, scores.Length, new ParallelOptions { CancellationToken = stop }, i => medians[i] = double.IsNaN(scores[i]) ? double.NaN : Of(i).Median ?? double.NaN);
        (Best, Recommended) = (Greatest(scores), Greatest(medians));
    }

    /// <summary>Place of the best trial; null: none has an objective.</summary>
    public int? Best { get; }

    /// <summary>Place of the trial with the greatest median among its neighbours; null: none has neighbours.</summary>
    public int? Recommended { get; }

    /// <summary>The neighbourhood of a trial.</summary>
    public Plateau Of(int place) => Plateau.Of(_scores[place], [.. _neighbourhood.Of(place).Select(n => _scores[n]).Where(static s => !double.IsNaN(s))]);

    /// <summary>Axes of numbers on which a trial lies at an end.</summary>
    public IReadOnlyList<string> AtEdge(int place) => [.. _neighbourhood.AtEdge(place).Where(a => _matrix.Axes.IsNumber[a]).Select(a => _matrix.Axes.Names[a])];

    // Of equal ones the first.
    private static int? Greatest(double[] values)
    {
        int? best = null;
        for (var i = 0; i < values.Length; i++)
            if (!double.IsNaN(values[i]) && (best is not { } b || Ties.Greater(values[i], values[b]))) best = i;
        return best;
    }
}
