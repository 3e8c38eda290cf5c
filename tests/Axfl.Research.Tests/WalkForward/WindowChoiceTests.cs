using Axfl.Research.Statistics;
using Axfl.Research.WalkForward;

namespace Axfl.Research.Tests.WalkForward;

/// <summary>Which trial a window takes.</summary>
public class WindowChoiceTests
{
    // The grid of the worked example of the plateau: rows of the first axis, columns of the second.
    private static readonly double[] Grid = [-10, -8, -5, -6, -7, 4, 6, -2, -5, 5, 8, -1, -9, -3, 30, -12];

    private static readonly Neighbourhood Four = new([.. Enumerable.Range(0, 16).Select(i => new[] { i / 4, i % 4 })], isLattice: true);

    [Fact]
    public void The_best_is_the_peak() => Assert.Equal(14, WindowChoice.Of(Grid, Four, best: true));

    [Fact]
    public void The_plateau_is_not_the_peak_but_the_one_with_the_best_neighbours()
    {
        var place = WindowChoice.Of(Grid, Four, best: false)!.Value;
        Assert.NotEqual(14, place);
        var medians = Enumerable.Range(0, 16).Select(i => Plateau.Of(Grid[i], [.. Four.Of(i).Select(n => Grid[n])]).Median!.Value).ToArray();
        Assert.Equal(medians.Max(), medians[place]);
    }

    [Fact]
    public void Of_equal_trials_the_lowest_number_is_taken()
    {
        Assert.Equal(1, WindowChoice.Of([1, 2, 2 + 1e-10, 2], new([[0], [1], [2], [3]], true), best: true));
        Assert.Equal(0, WindowChoice.Of([1, 1, 1, 1], new([[0], [1], [2], [3]], true), best: false));
    }

    [Fact]
    public void Trials_without_an_objective_are_neither_chosen_nor_neighbours()
    {
        Assert.Equal(0, WindowChoice.Of([1, double.NaN, 0.5], new([[0], [1], [2]], true), best: true));
        Assert.Null(WindowChoice.Of([double.NaN, double.NaN], new([[0], [1]], true), best: true));
        Assert.Null(WindowChoice.Of([double.NaN, double.NaN], new([[0], [1]], true), best: false));
    }

    [Fact]
    public void Where_no_trial_has_a_neighbour_the_best_is_taken() => Assert.Equal(2, WindowChoice.Of([1, double.NaN, 2], new([[0], [1], [2]], true), best: false));
}
