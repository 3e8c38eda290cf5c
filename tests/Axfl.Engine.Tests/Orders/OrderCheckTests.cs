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
    public void A_price_that_is_not_above_0_is_refused(double price, double stop, double target, string why)
    {
        var error = Assert.Throws<AxflException>(() => OrderCheck.Checked(Sound with { Price = price, StopLoss = stop, Target = target }));
        Assert.Equal("OrderInvalid", error.ErrorId);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_stop_and_no_target_are_no_prices() =>
        Assert.True(double.IsNaN(OrderCheck.Checked(Sound with { StopLoss = double.NaN, Target = double.NaN }).StopLoss));

    [Fact]
    public void A_tag_longer_than_the_limit_is_refused()
    {
        Assert.Equal(OrderCheck.LongestTag, OrderCheck.Checked(Sound with { Tag = new string('x', OrderCheck.LongestTag) }).Tag.Length);
        Assert.Throws<AxflException>(() => OrderCheck.Checked(Sound with { Tag = new string('x', OrderCheck.LongestTag + 1) }));
    }
}
