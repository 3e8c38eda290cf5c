using Axfl.Data.Simulated;
using Axfl.Research.Randomness;

namespace Axfl.Research.Tests.Randomness;

public class StationaryBootstrapTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(20, 3)]
    [InlineData(500, 8)]
    [InlineData(2600, 14)]
    public void A_block_is_as_long_as_the_cube_root_of_the_days(int days, int length) => Assert.Equal(1.0 / length, StationaryBootstrap.EndOfBlock(days));

    [Fact]
    public void Each_day_follows_the_one_before_or_begins_a_block()
    {
        var random = new SplitMix(5);
        var drawn = new int[10_000];
        StationaryBootstrap.Draw(ref random, 0.1, drawn);
        var follow = drawn.Skip(1).Zip(drawn, (next, before) => next == (before + 1) % drawn.Length).Count(f => f);
        Assert.All(drawn, day => Assert.InRange(day, 0, drawn.Length - 1));
        Assert.InRange(follow / 9_999.0, 0.88, 0.92);
    }

    [Fact]
    public void A_draw_is_the_same_wherever_it_is_made()
    {
        int[] one = new int[50], two = new int[50], other = new int[50];
        StationaryBootstrap.Draw("7", "spa", 3, one);
        StationaryBootstrap.Draw("7", "spa", 3, two);
        StationaryBootstrap.Draw("7", "spa", 4, other);
        Assert.Equal(one, two);
        Assert.NotEqual(one, other);
    }
}
