using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Providers.Common.Streaming;
using Axfl.Runs.Fold;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Fold;

public sealed class PriceGuardTests
{
    private static readonly Instrument Wide = new("EURTRY", "EUR", "TRY", 0.0001, 4, 200);
    private readonly PriceGuard _guard = new([FeedHarness.EurUsd, FeedHarness.XauUsd, Wide], new LivePlan());
    private readonly List<Tick> _believed = [];
    private long _time = FeedHarness.T0;

    [Fact]
    public void The_first_prices_of_a_run_are_believed_when_three_agree()
    {
        Assert.Equal(TickVerdict.Held, Take(1.1));
        Assert.Equal(TickVerdict.Held, Take(1.1001));
        Assert.Equal(TickVerdict.Accepted, Take(1.1002));
        Assert.Equal([1.1, 1.1001, 1.1002], _believed.Select(t => t.Price));
        Assert.Equal(TickVerdict.Accepted, Take(1.1003));
    }

    [Theory]
    [InlineData("XAU", TickVerdict.Accepted)]
    [InlineData("XPT", TickVerdict.Accepted)]
    [InlineData("EUR", TickVerdict.Held)]
    public void A_metal_is_known_by_its_base_as_it_is_in_files(string code, TickVerdict expected)
    {
        var guard = new PriceGuard([new Instrument("MINE", code, "USD", 0.01, 2, 0.1)], new LivePlan());
        foreach (var time in (long[])[0, 1000, 2000]) guard.Take(0, new Tick(FeedHarness.T0 + time, 1000 + time / 1e6), _believed);
        Assert.Equal(expected, guard.Take(0, new Tick(FeedHarness.T0 + 3000, 1010), _believed));
    }

    [Fact]
    public void A_wrong_price_among_the_first_is_refused_and_counted()
    {
        foreach (var price in (double[])[13.757, 1.1, 1.1001]) Assert.Equal(TickVerdict.Held, Take(price));
        Assert.Equal(TickVerdict.Accepted, Take(1.1002));
        Assert.Equal([1.1, 1.1001, 1.1002], _believed.Select(t => t.Price));
        Assert.Equal(1, _guard.Count(0, TickVerdict.Absurd));
    }

    [Theory]
    [InlineData(1.1329, TickVerdict.Accepted)]
    [InlineData(1.1331, TickVerdict.Held)]
    public void A_close_of_history_within_3_percent_makes_the_first_price_believed(double price, TickVerdict expected)
    {
        _guard.SetLast(0, 1.1, _time);
        Assert.Equal(expected, Take(price));
    }

    [Theory]
    [InlineData(0, 1.1, 1.1054, TickVerdict.Accepted)]
    [InlineData(0, 1.1, 1.1056, TickVerdict.Held)]
    [InlineData(1, 2000, 2029, TickVerdict.Accepted)]
    [InlineData(1, 2000, 2031, TickVerdict.Held)]
    [InlineData(2, 40, 40.59, TickVerdict.Accepted)]
    [InlineData(2, 40, 40.61, TickVerdict.Held)]
    public void Without_ATR_the_limit_is_half_a_percent_metals_one_and_a_half_or_30_spreads(int symbol, double from, double price, TickVerdict expected)
    {
        Begin(symbol, from);
        Assert.Equal(expected, Take(price, symbol));
    }

    [Fact]
    public void Twenty_ATR_are_the_limit_where_they_are_the_largest()
    {
        Begin(0, 1.1);
        _guard.SetAtr(0, 0.001);
        Assert.Equal(TickVerdict.Accepted, Take(1.1199));
        Assert.Equal(TickVerdict.Held, Take(1.1401));
    }

    [Theory]
    [InlineData(60_000, TickVerdict.Held)]
    [InlineData(60_001, TickVerdict.Accepted)]
    public void After_a_gap_longer_than_stale_after_s_the_limit_is_3_percent(long gap, TickVerdict expected)
    {
        Begin(0, 1.1);
        _time += gap - 1000;
        Assert.Equal(expected, Take(1.13));
        Assert.Equal(TickVerdict.Held, Take(1.2));
    }

    [Fact]
    public void A_held_price_is_refused_by_the_next_price_that_is_near()
    {
        Begin(0, 1.1);
        Assert.Equal(TickVerdict.Held, Take(13.757));
        Assert.Equal(TickVerdict.Held, Take(13.758));
        Assert.Equal(TickVerdict.Accepted, Take(1.1001));
        Assert.Equal([1.1001], _believed.Select(t => t.Price));
        Assert.Equal(2, _guard.Count(0, TickVerdict.Absurd));
        Assert.Equal(TickVerdict.Held, Take(13.757));
    }

    [Fact]
    public void The_third_in_a_row_near_the_first_held_makes_them_believed()
    {
        Begin(0, 1.1);
        Take(1.2);
        Take(1.2001);
        Assert.Equal(TickVerdict.Accepted, Take(1.1999));
        Assert.Equal([1.2, 1.2001, 1.1999], _believed.Select(t => t.Price));
        Assert.Equal(TickVerdict.Held, Take(1.1));
    }

    [Fact]
    public void A_row_that_does_not_agree_begins_anew()
    {
        Begin(0, 1.1);
        foreach (var price in (double[])[1.2, 1.3, 1.2, 1.3]) Assert.Equal(TickVerdict.Held, Take(price));
        Assert.Equal(3, _guard.Count(0, TickVerdict.Absurd));
    }

    [Fact]
    public void A_repeat_is_no_second_witness()
    {
        Begin(0, 1.1);
        var far = new Tick(_time += 1000, 1.2);
        Assert.Equal(TickVerdict.Held, _guard.Take(0, far, _believed));
        for (var i = 0; i < 5; i++) Assert.Equal(TickVerdict.Duplicate, _guard.Take(0, far, _believed));
    }

    [Fact]
    public void A_late_price_is_late_when_it_is_near_and_refused_when_it_is_far()
    {
        Begin(0, 1.1);
        Assert.Equal(TickVerdict.Late, _guard.Take(0, new Tick(_time - 500, 1.1001), _believed));
        Assert.Equal(TickVerdict.Absurd, _guard.Take(0, new Tick(_time - 500, 1.2), _believed));
        Assert.Empty(_believed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_no_price_is_refused(double price) => Assert.Equal(TickVerdict.NotPositive, Take(price));

    private void Begin(int symbol, double price)
    {
        for (var i = 0; i < PriceGuard.Witnesses; i++) Take(price, symbol);
    }

    private TickVerdict Take(double price, int symbol = 0) => _guard.Take(symbol, new Tick(_time += 1000, price), _believed);
}
