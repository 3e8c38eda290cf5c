namespace Axfl.Contracts.Tests.Indicators;

public sealed class ExponentialAverageTests
{
    private static double[] Values(int length, params double[] closes)
    {
        var ema = new ExponentialAverage(length);
        return [.. closes.Select(c =>
        {
            ema.Add(c);
            return ema.Value;
        })];
    }

    [Fact]
    public void The_first_value_is_the_mean_of_n_closes_then_a_close_weighs_2_over_n_plus_1() =>
        Assert.Equal([double.NaN, double.NaN, 2, 5, 2.5], Values(3, 1, 2, 3, 8, 0));

    [Fact]
    public void Of_length_one_it_is_the_close() => Assert.Equal([1, 5, -2], Values(1, 1, 5, -2));

    [Fact]
    public void A_constant_series_stays_constant() => Assert.Equal([double.NaN, 7, 7, 7], Values(2, 7, 7, 7, 7));

    [Fact]
    public void A_length_below_one_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new ExponentialAverage(0));
}
