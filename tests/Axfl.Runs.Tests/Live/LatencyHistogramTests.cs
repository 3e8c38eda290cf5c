using Axfl.Runs.Live;

namespace Axfl.Runs.Tests.Live;

public class LatencyHistogramTests
{
    [Fact]
    public void Without_a_time_there_is_no_percentile() => Assert.Null(new LatencyHistogram().Percentile(0.5));

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.99)]
    [InlineData(1)]
    public void A_percentile_is_right_to_seven_percent(double share)
    {
        var histogram = new LatencyHistogram();
        var random = new Random(1);
        var times = Enumerable.Range(0, 10_000).Select(_ => (long)Math.Exp(random.NextDouble() * 16)).Order().ToArray();
        foreach (var time in times) histogram.Add(time);
        var exact = times[(int)Math.Ceiling(share * times.Length) - 1] / (double)TimeSpan.TicksPerMillisecond;
        Assert.InRange(histogram.Percentile(share)!.Value, exact * 0.999, exact * 1.07);
    }

    [Fact]
    public void A_time_that_a_clock_set_back_makes_negative_counts_as_none()
    {
        var histogram = new LatencyHistogram();
        histogram.Add(-5);
        Assert.Equal(0, histogram.Percentile(1));
    }
}
