using Axfl.Research.Randomness;

namespace Axfl.Research.Tests.Randomness;

public class SobolSequenceTests
{
    [Fact]
    public void The_first_points_after_the_skipped_one()
    {
        var sequence = new SobolSequence(2);
        var point = new double[2];
        var points = Enumerable.Range(0, 3).Select(_ =>
        {
            sequence.Next(point);
            return (point[0], point[1]);
        }).ToList();
        Assert.Equal([(0.5, 0.5), (0.75, 0.25), (0.25, 0.75)], points);
    }

    // What makes it Sobol's: of the first 2^n points one is in each of 2^n slices of every axis.
    [Fact]
    public void Each_slice_of_each_axis_holds_one_point_of_as_many()
    {
        const int slices = 1024;
        var sequence = new SobolSequence(SobolSequence.MaxDimensions);
        var point = new double[SobolSequence.MaxDimensions];
        var seen = Enumerable.Range(0, point.Length).Select(_ => new HashSet<int> { 0 }).ToArray();
        for (var i = 1; i < slices; i++)
        {
            sequence.Next(point);
            for (var d = 0; d < point.Length; d++) Assert.True(seen[d].Add((int)(point[d] * slices)), $"point {i}, axis {d}");
        }
    }
}
