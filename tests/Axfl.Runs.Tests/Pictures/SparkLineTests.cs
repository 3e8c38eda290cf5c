using Axfl.Runs.Pictures;

namespace Axfl.Runs.Tests.Pictures;

public class SparkLineTests
{
    [Fact]
    public void The_lowest_value_is_at_the_bottom_and_the_highest_at_the_top() => Assert.Equal(["▁▃▆█"], SparkLine.Draw([-10, 0, 10, 20], 1, Glyphs.Unicode));

    [Fact]
    public void More_rows_are_finer() => Assert.Equal(["  ▄█", "▁███"], SparkLine.Draw([1, 8, 12, 16], 2, Glyphs.Unicode));

    [Fact]
    public void A_curve_that_does_not_move_is_a_line_at_the_bottom() => Assert.Equal(["   ", "___"], SparkLine.Draw([5, 5, 5], 2, Glyphs.Ascii));
}
