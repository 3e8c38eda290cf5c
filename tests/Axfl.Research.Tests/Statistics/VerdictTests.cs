using Axfl.Research.Statistics;

namespace Axfl.Research.Tests.Statistics;

public class VerdictTests
{
    [Theory]
    [InlineData(0.49, 0.01, 1.0, "noise")]
    [InlineData(0.99, 0.21, 1.0, "noise")]
    [InlineData(0.95, 0.05, 0.75, "evidence")]
    [InlineData(0.95, 0.05, 0.74, "weak")]
    [InlineData(0.94, 0.05, 1.0, "weak")]
    [InlineData(0.5, 0.20, 0.0, "weak")]
    [InlineData(0.99, 0.01, null, "weak")]
    [InlineData(null, 0.01, 1.0, null)]
    public void In_a_word(double? deflated, double? p, double? above, string? expected) => Assert.Equal(expected, Verdict.Of(deflated, p, above));

    [Theory]
    [InlineData(0.20, "informative")]
    [InlineData(0.50, "doubtful")]
    [InlineData(0.51, "arbitrary")]
    [InlineData(null, null)]
    public void What_choosing_is_worth(double? pbo, string? expected) => Assert.Equal(expected, Verdict.Selection(pbo));
}
