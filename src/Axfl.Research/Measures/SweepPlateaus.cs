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
        Medians = Plateau.Medians(scores, _neighbourhood, stop);
        (Best, Recommended) = (Ties.BestDefined(scores), Ties.BestDefined(Medians));
    }

    /// <summary>The median among each trial's neighbours, so that more is better; NaN: not defined.</summary>
    public double[] Medians { get; }

    /// <summary>Place of the best trial; null: none has an objective.</summary>
    public int? Best { get; }

    /// <summary>Place of the trial with the greatest median among its neighbours; null: none has neighbours.</summary>
    public int? Recommended { get; }

    /// <summary>The neighbourhood of a trial.</summary>
    public Plateau Of(int place) => Plateau.Of(_scores, _neighbourhood, place);

    /// <summary>Axes of numbers on which a trial lies at an end.</summary>
    public IReadOnlyList<string> AtEdge(int place) => [.. _neighbourhood.AtEdge(place).Where(a => _matrix.Axes.IsNumber[a]).Select(a => _matrix.Axes.Names[a])];
}
