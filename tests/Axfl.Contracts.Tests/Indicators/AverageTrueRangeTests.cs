namespace Axfl.Contracts.Tests.Indicators;

public sealed class AverageTrueRangeTests
{
    private static double[] Values(int length, params (double High, double Low, double Close)[] bars)
    {
        var atr = new AverageTrueRange(length);
        return [.. bars.Select(b =>
        {
            atr.Add(new Bar(0, b.Close, b.High, b.Low, b.Close));
            return atr.Value;
        })];
    }

    [Fact]
    public void The_first_value_is_the_mean_of_n_true_ranges_then_it_is_smoothed_by_Wilder() =>
        // True ranges: none, 3 (3 - 0), 2, 5 (from the close of 4 up to 9), 1.
        Assert.Equal([double.NaN, double.NaN, 2.5, 3.75, 2.375], Values(2, (2, 1, 1), (3, 0, 2), (4, 2, 4), (9, 8, 8), (8.5, 7.5, 8)));

    [Fact]
    public void A_gap_counts_from_the_previous_close_in_both_directions() =>
        Assert.Equal([double.NaN, 9, 11], Values(1, (2, 1, 1), (10, 9, 10), (0, -1, 0)));

    [Fact]
    public void It_needs_one_bar_more_than_its_length()
    {
        var bars = Enumerable.Repeat((2.0, 1.0, 1.5), 15).ToArray();
        Assert.Equal(14, Values(14, bars).TakeWhile(double.IsNaN).Count());
        Assert.Equal(1, Values(14, bars)[^1]);
    }

    [Fact]
    public void A_length_below_one_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new AverageTrueRange(0));
}
