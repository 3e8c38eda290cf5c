using Axfl.Contracts;
using Axfl.Data.Simulated;
using Axfl.Research.Statistics;
using Axfl.Research.WalkForward;
using MathNet.Numerics.Distributions;

namespace Axfl.Research.Tests.WalkForward;

/// <summary>What joined test days come to.</summary>
public class WalkForwardStatisticsTests
{
    private const int Windows = 10, TrainDays = 120, TestDays = 50, Trials = 16, Seeds = 100;

    [Fact]
    public void Efficiency_is_the_mean_test_day_over_the_mean_training_day()
    {
        var test = new double[20];
        test[3] = 0.08;
        var report = Of([new WindowResult(false, 0.3, 60, test)]);
        Assert.Equal(0.8, report.Efficiency!.Value, 9);
        Assert.Equal(0.004, report.MeanDayR!.Value, 9);
    }

    [Fact]
    public void Efficiency_is_null_where_training_did_not_win_and_leaves_flat_windows_out()
    {
        Assert.Null(Of([new WindowResult(false, -0.1, 60, new double[20])]).Efficiency);
        Assert.Contains("Efficiency: the mean training day of the chosen is not above 0", Of([new WindowResult(false, 0, 60, new double[20])]).Undefined);
        Assert.Contains("Efficiency: no window chose a trial", Of([new WindowResult(true, 0, 60, new double[20])]).Undefined);
        var test = new double[20];
        test[3] = 0.08;
        Assert.Equal(0.8, Of([new WindowResult(false, 0.3, 60, test), new WindowResult(true, 0, 60, new double[20])]).Efficiency!.Value, 9);
    }

    [Fact]
    public void Days_of_flat_windows_count_as_nothing_won_and_their_windows_as_not_above_0()
    {
        var report = Of([new WindowResult(false, 1, 60, [.. Enumerable.Repeat(0.1, 20)]), new WindowResult(true, 0, 60, new double[20])]);
        Assert.Equal((40, 0.05, 0.5), (report.Days, Math.Round(report.MeanDayR!.Value, 9), report.WindowsAbove));
    }

    [Fact]
    public void The_probability_and_the_days_needed_are_those_of_the_joined_days()
    {
        double[] days = [0.8, -1, 0, 1.2, -0.4, 0, 0.9, -1, 2, 0.5, 0.8, -1, 0, 1.2, -0.4, 0, 0.9, -1, 2, 0.5];
        var report = Of([new WindowResult(false, 1, 60, days[..10]), new WindowResult(false, 1, 60, days[10..])]);
        var m = Moments.Of(days);
        Assert.Equal(m.Sharpe, report.DaySharpe!.Value, 12);
        Assert.Equal(SharpeTests.Probabilistic(m.Sharpe, 20, m.Skewness, m.Kurtosis, 0), report.Psr!.Value, 12);
        Assert.Equal(SharpeTests.MinDays(m.Sharpe, m.Skewness, m.Kurtosis)!.Value, report.MinDays!.Value, 9);
        Assert.True(report.IntervalLow < report.MeanDayR && report.MeanDayR < report.IntervalHigh);
    }

    [Fact]
    public void Fewer_than_twenty_days_or_equal_ones_have_no_verdict_and_the_reason_is_said()
    {
        Assert.Contains("19 trading days, fewer than 20", Assert.Single(Of([new WindowResult(false, 1, 60, Alternating(19))]).Undefined), StringComparison.Ordinal);
        var equal = Of([new WindowResult(false, 1, 60, new double[20])]);
        Assert.Null(equal.Verdict);
        Assert.Contains("all days are equal", Assert.Single(equal.Undefined), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.79999, 1, "noise")]
    [InlineData(0.8, 1, "weak")]
    [InlineData(0.94999, 1, "weak")]
    [InlineData(0.95, 0.5, "evidence")]
    [InlineData(0.95, 0.49, "weak")]
    public void The_verdict_has_its_bounds(double psr, double above, string verdict) => Assert.Equal(verdict, WalkForwardStatistics.VerdictOf(psr, above));

    [Fact]
    public void Noise_is_called_evidence_in_at_most_8_of_100_seeds() => Assert.InRange(Evidence(0), 0, 8);

    [Fact]
    public void An_edge_is_called_evidence_in_at_least_95_of_100_seeds() => Assert.InRange(Evidence(0.25), 95, Seeds);

    // Trials are columns of unit normal days; each window takes the one with the best neighbours in its training.
    private static int Evidence(double mean) => Enumerable.Range(1, Seeds).Count(seed => Study(seed, mean).Verdict == "evidence");

    private static WalkForwardReport Study(int seed, double mean)
    {
        var neighbourhood = new Neighbourhood([.. Enumerable.Range(0, Trials).Select(i => new[] { i / 4, i % 4 })], isLattice: true);
        var random = new SplitMix((ulong)seed);
        var results = new List<WindowResult>();
        for (var window = 0; window < Windows; window++)
        {
            var days = Enumerable.Range(0, Trials).Select(_ => Enumerable.Range(0, TrainDays + TestDays).Select(_ => mean + Normal.InvCDF(0, 1, Math.Max(1e-12, random.Uniform()))).ToArray()).ToArray();
            var chosen = WindowChoice.Of([.. days.Select(d => d[..TrainDays].Average())], neighbourhood, best: false)!.Value;
            results.Add(new(false, days[chosen][..TrainDays].Sum(), TrainDays, days[chosen][TrainDays..]));
        }

        return WalkForwardStatistics.Of(new WalkForwardReport(), results, "1", draws: 20);
    }

    private static double[] Alternating(int count) => [.. Enumerable.Range(0, count).Select(i => i % 2 == 0 ? 1.0 : -0.5)];

    private static WalkForwardReport Of(IReadOnlyList<WindowResult> windows) => WalkForwardStatistics.Of(new WalkForwardReport(), windows, "1", draws: 500);
}
