using Axfl.Research.GateEconomics;
using Axfl.Research.Randomness;

namespace Axfl.Research.Tests.GateEconomics;

/// <summary>How sure a saving is.</summary>
public class DifferenceOfDaysTests
{
    [Fact]
    public void Fewer_than_twenty_days_say_nothing()
    {
        var difference = DifferenceOfDays.Of(new double[19], "1", "gate:x");
        Assert.Equal((19, null, null, null, "fewer than 20 trading days"), (difference.Days, difference.Low, difference.High, difference.P, difference.Reason));
    }

    [Fact]
    public void A_rule_that_changes_no_day_has_no_interval() => Assert.Equal("every day is the same with and without it", DifferenceOfDays.Of(new double[30], "1", "gate:x").Reason);

    [Fact]
    public void A_difference_of_one_sign_has_the_least_p_there_can_be()
    {
        double[] days = [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? 1.0 : 0.5)];
        var difference = DifferenceOfDays.Of(days, "1", "gate:x");
        Assert.Equal(1.0 / DifferenceOfDays.Draws, difference.P);
        Assert.InRange(30, difference.Low!.Value, difference.High!.Value);
    }

    [Fact]
    public void Its_p_is_twice_the_lesser_share_of_resampled_means_from_the_stream_of_its_gate()
    {
        double[] days = [.. Enumerable.Range(0, 30).Select(i => Math.Sin(i * 1.7) + 0.1)];
        int below = 0, above = 0;
        var drawn = new int[days.Length];
        for (var b = 0; b < DifferenceOfDays.Draws; b++)
        {
            StationaryBootstrap.Draw("7", "gate:spread", b, drawn);
            var mean = drawn.Average(d => days[d]);
            if (mean <= 0) below++;
            if (mean >= 0) above++;
        }

        Assert.Equal(2.0 * Math.Min(below, above) / DifferenceOfDays.Draws, DifferenceOfDays.Of(days, "7", "gate:spread").P);
    }

    [Fact]
    public void Another_seed_and_another_gate_draw_other_days()
    {
        double[] days = [.. Enumerable.Range(0, 30).Select(i => Math.Sin(i * 1.7))];
        var first = DifferenceOfDays.Of(days, "1", "gate:spread");
        Assert.Equal(first, DifferenceOfDays.Of(days, "1", "gate:spread"));
        Assert.NotEqual(first, DifferenceOfDays.Of(days, "2", "gate:spread"));
        Assert.NotEqual(first, DifferenceOfDays.Of(days, "1", "gate:drawdown"));
    }
}
