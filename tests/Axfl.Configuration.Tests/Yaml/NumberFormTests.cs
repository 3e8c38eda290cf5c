using System.Globalization;
using System.Text.RegularExpressions;
using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Tests.Yaml;

/// <summary>What is a number in a file of keys, against the form it has in words.</summary>
public partial class NumberFormTests
{
    private const string Letters = "00123459__..eE+- x";

    [Theory]
    [InlineData("100_000", 100_000)]
    [InlineData("-.5", -0.5)]
    [InlineData("+1.", 1)]
    [InlineData("1e3", 1000)]
    [InlineData("1_0.2_5E-02", 0.1025)]
    public void A_number_is_read(string text, double expected)
    {
        Assert.True(Scalars.TryNumber(text, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("_1")]
    [InlineData("._1")]
    [InlineData("1e")]
    [InlineData("1e1_0")]
    [InlineData("1e1000")]
    [InlineData("1.2.3")]
    [InlineData(" 1")]
    [InlineData("1\n")]
    [InlineData("٣")]
    [InlineData("0x10")]
    [InlineData("nan")]
    public void Anything_else_is_none(string text) => Assert.False(Scalars.TryNumber(text, out _));

    [Fact]
    public void Two_hundred_thousand_texts_are_numbers_when_their_form_is_one()
    {
        var random = new Random(20150104);
        var numbers = 0;
        for (var i = 0; i < 200_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Letters[random.Next(Letters.Length)]));
            var expected = Form().IsMatch(text) && double.IsFinite(double.Parse(text.Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));
            Assert.True(expected == Scalars.TryNumber(text, out _), text);
            if (expected) numbers++;
        }

        Assert.True(numbers > 20_000, $"{numbers} numbers");
    }

    [GeneratedRegex(@"^[-+]?([0-9][0-9_]*(\.[0-9_]*)?|\.[0-9][0-9_]*)([eE][-+]?[0-9]{1,3})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
