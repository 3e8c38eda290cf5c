using Axfl.Contracts;
using Axfl.Engine.Orders;

namespace Axfl.Engine.Tests.Orders;

public sealed class OrderCheckTests
{
    private static readonly EntryOrder Sound = new(Side.Long, EntryType.Stop, 1.1, 1.09, 1.12, long.MaxValue, "tag");

    [Fact]
    public void An_order_that_makes_sense_passes_as_it_is() => Assert.Equal(Sound, OrderCheck.Checked(Sound));

    [Theory]
    [InlineData(0.0, 1.09, 1.12, "price 0 is not above 0")]
    [InlineData(-5.0, 1.09, 1.12, "price -5 is not above 0")]
    [InlineData(1.1, -6.0, 1.12, "stop loss -6 is not above 0")]
    [InlineData(1.1, 0.0, 1.12, "stop loss 0 is not above 0")]
    [InlineData(1.1, 1.09, -1.0, "target -1 is not above 0")]
    [InlineData(1.1, 1.09, 0.0, "target 0 is not above 0")]
    public void A_price_that_is_not_above_0_is_refused(double price, double stop, double target, string why)
    {
        var error = Assert.Throws<AxflException>(() => OrderCheck.Checked(Sound with { Price = price, StopLoss = stop, Target = target }));
        Assert.Equal("OrderInvalid", error.ErrorId);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<EntryOrder, string> Senseless => new()
    {
        { Sound with { Side = (Side)7 }, "its side 7 is neither Long nor Short" },
        { Sound with { Type = (EntryType)9 }, "its type 9 is not Market, Stop or Limit" },
        { Sound with { Price = double.NaN }, "the price of a stop order is NaN" },
        { Sound with { Type = EntryType.Limit, Price = double.PositiveInfinity }, "the price of a limit order is Infinity" },
        { Sound with { StopLoss = double.NegativeInfinity }, "its stop loss is infinite (NaN means none)" },
        { Sound with { Target = double.PositiveInfinity }, "its target is infinite (NaN means none)" },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Senseless))]
    public void What_makes_no_sense_is_refused_with_the_reason(EntryOrder order, string why)
    {
        var error = Assert.Throws<AxflException>(() => OrderCheck.Checked(order));
        Assert.Equal(("OrderInvalid", $"The order is refused: {why}."), (error.ErrorId, error.Message));
    }

    [Fact]
    public void A_market_order_needs_no_price_and_no_tag() =>
        Assert.Equal("", OrderCheck.Checked(Sound with { Type = EntryType.Market, Price = double.NaN, Tag = null! }).Tag);

    [Fact]
    public void No_stop_and_no_target_are_no_prices() =>
        Assert.True(double.IsNaN(OrderCheck.Checked(Sound with { StopLoss = double.NaN, Target = double.NaN }).StopLoss));

    [Fact]
    public void A_tag_longer_than_the_limit_is_refused()
    {
        Assert.Equal(OrderCheck.LongestTag, OrderCheck.Checked(Sound with { Tag = new string('x', OrderCheck.LongestTag) }).Tag.Length);
        var error = Assert.Throws<AxflException>(() => OrderCheck.Checked(Sound with { Tag = new string('x', OrderCheck.LongestTag + 1) }));
        Assert.Contains("its tag has 1001 characters, more than 1000", error.Message, StringComparison.Ordinal);
    }
}
