namespace Axfl.Contracts.Tests.Indicators;

public sealed class SwingsTests
{
    /// <summary>Index of each bar at which a swing was confirmed, with the price of the swing.</summary>
    private static (int At, double Price)[] Highs(params double[] highs) => Found(highs, (s, i) => s.IsHigh ? (i, s.Middle.High) : null);

    private static (int At, double Price)[] Lows(params double[] lows) => Found([.. lows.Select(l => -l)], (s, i) => s.IsLow ? (i, s.Middle.Low) : null, flip: true);

    private static (int At, double Price)[] Found(double[] highs, Func<Swings, int, (int, double)?> found, bool flip = false)
    {
        var swings = new Swings();
        var all = new List<(int, double)>();
        for (var i = 0; i < highs.Length; i++)
        {
            var (high, low) = flip ? (100, -highs[i]) : (highs[i], -100.0);
            swings.Add(new Bar(i, 0, high, low, 0));
            if (found(swings, i) is { } swing) all.Add(swing);
        }

        return [.. all];
    }

    [Fact]
    public void A_swing_high_is_known_at_the_second_bar_after_it() => Assert.Equal([(4, 5.0)], Highs(1, 2, 5, 3, 2, 1));

    [Fact]
    public void A_swing_low_mirrors_it() => Assert.Equal([(4, 1.0)], Lows(5, 4, 1, 3, 2, 3));

    [Fact]
    public void Equal_highs_are_swings_each() => Assert.Equal([(4, 5.0), (5, 5.0)], Highs(1, 2, 5, 5, 2, 1));

    [Fact]
    public void Highs_nearer_than_the_tolerance_are_equal() => Assert.Equal([(4, 1.1002), (5, 1.1005 - 0.0003)], Highs(1.1, 1.1, 1.1002, 1.1005 - 0.0003, 1.1, 1.1));

    [Fact]
    public void A_higher_bar_two_away_on_either_side_prevents_it()
    {
        Assert.Empty(Highs(6, 2, 5, 3, 2));
        Assert.Empty(Highs(1, 2, 5, 3, 6));
    }

    [Fact]
    public void Fewer_than_five_bars_have_no_swing() => Assert.Empty(Highs(1, 2, 5, 3));

    [Fact]
    public void The_first_of_the_five_bars_is_at_hand()
    {
        var swings = new Swings();
        for (var i = 0; i < 7; i++) swings.Add(new Bar(i * 10, 0, 1, 0, 0));
        Assert.Equal((20, 40), (swings.FirstTime, swings.Middle.Time));
    }
}
