using Axfl.Runs.Fold;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Fold;

public sealed class ClockSkewTests
{
    private const long T0 = FeedHarness.T0;
    private readonly ClockSkew _skew = new(60_000, 3);
    private long _now = T0;

    [Theory]
    [InlineData(28_000)]
    [InlineData(-5_000)]
    public void A_lead_or_lag_of_all_symbols_is_the_clock_of_the_machine(long lead)
    {
        Take(49, _ => lead);
        Assert.Equal(0, _skew.Skew);
        Take(1, _ => lead);
        Assert.Equal(lead, _skew.Skew);
    }

    [Fact]
    public void One_symbol_alone_moves_nothing()
    {
        Take(200, symbol => symbol == 0 ? 28_000 : -100);
        Assert.Equal(0, _skew.Skew);
    }

    [Fact]
    public void Not_even_the_one_that_has_most_prices()
    {
        for (var i = 0; i < 500; i++) _skew.Take(i % 6 == 0 ? 1 : 0, (_now += 100) + (i % 6 == 0 ? -100 : 28_000), _now);
        Assert.Equal(0, _skew.Skew);
    }

    [Fact]
    public void Two_seconds_are_no_wrong_clock()
    {
        Take(200, _ => 1_900);
        Assert.Equal(0, _skew.Skew);
    }

    [Fact]
    public void A_clock_that_is_set_is_right_again()
    {
        Take(60, _ => 28_000);
        Take(60, _ => -100);
        Assert.Equal(0, _skew.Skew);
    }

    [Fact]
    public void Prices_older_than_stale_after_s_say_that_they_are_old_and_nothing_of_the_clock()
    {
        Take(200, _ => -2_400_000);
        Assert.Equal(0, _skew.Skew);
    }

    private void Take(int count, Func<int, long> lead)
    {
        for (var i = 0; i < count; i++) _skew.Take(i % 3, (_now += 100) + lead(i % 3), _now);
    }
}
