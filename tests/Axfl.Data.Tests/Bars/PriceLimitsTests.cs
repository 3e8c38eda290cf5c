using Axfl.Contracts;
using Axfl.Data.Bars;

namespace Axfl.Data.Tests.Bars;

public sealed class PriceLimitsTests
{
    [Theory]
    [InlineData("XAU", 0.015)]
    [InlineData("XAG", 0.015)]
    [InlineData("XPT", 0.015)]
    [InlineData("XPD", 0.015)]
    [InlineData("EUR", 0.005)]
    public void Metals_may_move_by_one_and_a_half_percent_and_currencies_by_a_half(string code, double share)
    {
        // The base says what it is, whatever the symbol is called.
        var instrument = new Instrument("MINE", code, "USD", 0.01, 2, 0.1);
        Assert.Equal(share, PriceLimits.ShareOf(instrument));

        var sanity = new BarSanity(instrument, new Interval(1), PriceLimits.Atr, 0.1);
        Assert.True(sanity.Take(new Bar(0, 1000, 1000, 1000, 1000)));
        Assert.Equal(share > 0.01, sanity.Take(new Bar(60_000, 1010, 1010, 1010, 1010)));
    }

    [Fact]
    public void Nothing_known_is_a_currency() => Assert.Equal(0.005, PriceLimits.ShareOf(null));
}
