using Axfl.Research.Statistics;

namespace Axfl.Research.Tests.Statistics;

public class SharpeTestsTests
{
    private static readonly double[] Days = [0.8, -1, 0, 1.2, -0.4, 0, 0.9, -1, 2, 0.5];

    [Fact]
    public void Moments_of_ten_days()
    {
        var moments = Moments.Of(Days);
        Assert.Equal((0.3, 0.966092, 0.310530, 0.155870, 2.15), (Math.Round(moments.Mean, 6), Math.Round(moments.Deviation, 6), Math.Round(moments.Sharpe, 6), Math.Round(moments.Skewness, 6), Math.Round(moments.Kurtosis, 6)));
    }

    [Theory]
    [InlineData(0, 0.826743)]
    [InlineData(0.227630, 0.599213)]
    [InlineData(0.455261, 0.330420)]
    public void Probability_that_the_sharpe_ratio_of_ten_days_is_above(double benchmark, double expected)
    {
        var m = Moments.Of(Days);
        Assert.Equal(expected, SharpeTests.Probabilistic(m.Sharpe, m.Count, m.Skewness, m.Kurtosis, benchmark), 1e-6);
    }

    [Theory]
    [InlineData(2, 0.519755)]
    [InlineData(10, 1.574598)]
    [InlineData(100, 2.530603)]
    [InlineData(1_000, 3.255122)]
    [InlineData(10_000, 3.860665)]
    [InlineData(1, 0)]
    public void The_best_of_trials_without_skill(double trials, double expected) => Assert.Equal(expected, SharpeTests.ExpectedBest(1, trials), 1e-6);

    [Theory]
    [InlineData(100, -3, 10, 0.900397)]
    [InlineData(46, -3, 10, 0.950502)]
    [InlineData(88, 0, 3, 0.950491)]
    public void The_published_example_of_the_deflated_sharpe_ratio(double trials, double skewness, double kurtosis, double expected)
    {
        var best = SharpeTests.ExpectedBest(Math.Sqrt(0.5 / 250), trials);
        if (trials == 100) Assert.Equal(0.113172, best, 1e-6);
        Assert.Equal(expected, SharpeTests.Probabilistic(2.5 / Math.Sqrt(250), 1250, skewness, kurtosis, best), 1e-6);
    }

    [Fact]
    public void After_as_many_days_as_it_needs_the_probability_is_95_percent()
    {
        var days = SharpeTests.MinDays(0.1, -0.5, 5)!.Value;
        Assert.Equal(0.95, SharpeTests.Probabilistic(0.1, days, -0.5, 5, 0), 1e-9);
        Assert.Null(SharpeTests.MinDays(0, 0, 3));
    }

    [Fact]
    public void Correlated_trials_are_worth_fewer() => Assert.Equal(2.2, SharpeTests.EffectiveTrials(0.4, 3), 1e-12);

    [Fact]
    public void The_mean_correlation_is_that_of_all_pairs()
    {
        double[] a = [1, 2, 3, 4, 6], b = [2, 1, 4, 3, 5], c = [5, 3, 3, 2, 1];
        double[][] trials = [a, b, c];
        var pairs = new[] { Correlation(a, b), Correlation(a, c), Correlation(b, c) };
        Assert.Equal(pairs.Average(), TrialCorrelation.Mean([.. trials, [0, 0, 0, 0, 0]])!.Value, 1e-12);
        Assert.Null(TrialCorrelation.Mean([a]));
    }

    private static double Correlation(double[] a, double[] b) => MathNet.Numerics.Statistics.Correlation.Pearson(a, b);
}
