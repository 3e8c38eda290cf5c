using Axfl.Contracts;
using Axfl.Reports.Pack;

namespace Axfl.Reports.Tests.Pack;

/// <summary>How numbers are packed.</summary>
public class PackTests
{
    [Theory]
    [InlineData(1.10461, 5)]
    [InlineData(1.104615, 6)]
    [InlineData(2405.59, 2)]
    [InlineData(0.1 + 0.2, 10)]
    public void The_scale_is_the_least_by_which_all_prices_are_whole(double price, int decimals)
    {
        Bar[] bars = [new(0, 1, 1, 1, 1), new(1, price, price, price, price)];
        Assert.Equal(Math.Pow(10, decimals), PriceScale.Of(bars, 0));
    }

    [Fact]
    public void Varints_take_numbers_of_any_size_and_sign()
    {
        var bytes = new Varints(1);
        foreach (var number in new[] { 0, -1, 1, 63, -64, 64, long.MaxValue, long.MinValue }) bytes.Add(number);
        Assert.Equal([0, 1, 2, 126, 127, 128, 1], bytes.Written[..7].ToArray());
        Assert.Equal(7 + 10 + 10, bytes.Written.Length);
    }

    [Fact]
    public void Bars_far_apart_and_at_odd_minutes_come_back()
    {
        Bar[] bars = [new(60_000, 1.5, 2, 1, 1.25), new(180_000, 1.25, 1.25, 1.25, 1.25), new(86_400_000_000, 3, 9, 2.5, 8)];
        Assert.Equal(bars, ReportText.Bars(BarColumns.Pack(bars, 60_000, 100), 60, 100));
    }

    [Fact]
    public void No_bars_are_none() => Assert.Empty(ReportText.Bars(BarColumns.Pack([], 60_000, 100), 60, 100));
}
