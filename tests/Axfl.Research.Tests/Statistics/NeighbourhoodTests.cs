using Axfl.Research.Statistics;

namespace Axfl.Research.Tests.Statistics;

public class NeighbourhoodTests
{
    private static readonly double[] Grid = [-10, -8, -5, -6, -7, 4, 6, -2, -5, 5, 8, -1, -9, -3, 30, -12];

    private static readonly Neighbourhood Lattice = new([.. Enumerable.Range(0, 16).Select(i => new[] { i / 4, i % 4 })], isLattice: true);

    [Fact]
    public void A_lonely_peak_at_the_edge()
    {
        var plateau = Plateau.Of(30, [.. Lattice.Of(14).Select(i => Grid[i])]);
        Assert.Equal((5, -1, -12, 0.4), (plateau.Neighbours, plateau.Median, plateau.Worst, plateau.ShareAbove));
        Assert.Equal([0], Lattice.AtEdge(14));
    }

    [Fact]
    public void A_point_among_good_neighbours()
    {
        var plateau = Plateau.Of(8, [.. Lattice.Of(10).Select(i => Grid[i])]);
        Assert.Equal((8, 1.5, 0.5, 1.5 / 8), (plateau.Neighbours, plateau.Median, plateau.ShareAbove, plateau.Ratio));
        Assert.Empty(Lattice.AtEdge(10));
    }

    [Fact]
    public void Many_axes_have_the_neighbours_of_few()
    {
        // Nine axes of which seven have one value: more combinations of steps than trials.
        var wide = new Neighbourhood([.. Enumerable.Range(0, 16).Select(i => new[] { 0, 0, i / 4, 0, 0, 0, i % 4, 0, 0 })], isLattice: true);
        for (var trial = 0; trial < 16; trial++) Assert.Equal(Lattice.Of(trial).Order(), wide.Of(trial).Order());
    }

    [Fact]
    public void Points_off_a_lattice_have_twice_as_many_as_there_are_axes()
    {
        var scattered = new Neighbourhood([[0, 0], [1, 1], [2, 5], [3, 2], [9, 9], [4, 4]], isLattice: false);
        Assert.Equal([1, 3, 2, 5], scattered.Of(0));
    }

    [Fact]
    public void A_loser_has_no_ratio() => Assert.Null(Plateau.Of(-1, [2, 3]).Ratio);
}
