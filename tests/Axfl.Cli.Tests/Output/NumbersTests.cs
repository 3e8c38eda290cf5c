using Axfl.Cli.Output;

namespace Axfl.Cli.Tests.Output;

public class NumbersTests
{
    [Theory]
    [InlineData(1.254, "+1.25R")]
    [InlineData(-1.0, "-1.00R")]
    [InlineData(-0.001, "0.00R")]
    [InlineData(0.0, "0.00R")]
    public void R_has_a_sign_unless_it_rounds_to_nothing(double r, string text) => Assert.Equal(text, Numbers.R(r));

    [Fact]
    public void What_is_undefined_is_a_dash() =>
        Assert.Equal(["-", "-", "-", "-"], new[] { Numbers.R(null), Numbers.Money(null), Numbers.Share(null), Numbers.Price(null) });

    [Fact]
    public void Money_has_separators() => Assert.Equal("-1,234.50", Numbers.Money(-1234.5));
}
