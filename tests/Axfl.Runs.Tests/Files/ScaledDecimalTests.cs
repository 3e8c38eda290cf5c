using System.Globalization;
using System.Text;
using Axfl.Runs.Files;

namespace Axfl.Runs.Tests.Files;

/// <summary>The quick way to print a number prints what the exact way does, or leaves it to it.</summary>
public sealed class ScaledDecimalTests
{
    [Theory]
    [InlineData(1.0, 4, "1.0")]
    [InlineData(-1.05, 4, "-1.05")]
    [InlineData(1.123456, 6, "1.123456")]
    [InlineData(-0.00001, 4, "0.0")]
    [InlineData(92264.63, 2, "92264.63")]
    [InlineData(0.0099996, 4, "0.01")]
    [InlineData(99999.99999, 2, "100000.0")]
    public void A_number_is_printed_with_its_decimals(double value, int decimals, string expected)
    {
        Span<byte> text = stackalloc byte[32];
        Assert.True(ScaledDecimal.TryFormat(value, decimals, text, out var length));
        Assert.Equal(expected, Encoding.ASCII.GetString(text[..length]));
    }

    [Theory]
    [InlineData(0.125, 2)]
    [InlineData(1.00005, 4)]
    [InlineData(double.NaN, 4)]
    [InlineData(double.PositiveInfinity, 4)]
    [InlineData(1e12, 2)]
    [InlineData(5.0, 0)]
    [InlineData(5.0, 8)]
    public void What_it_could_get_wrong_is_left_to_the_exact_way(double value, int decimals)
    {
        Span<byte> text = stackalloc byte[32];
        Assert.False(ScaledDecimal.TryFormat(value, decimals, text, out _));
        Assert.Null(ScaledDecimal.Fixed(value, decimals));
    }

    [Fact]
    public void A_million_numbers_are_printed_as_the_exact_way_prints_them()
    {
        var random = new Random(20150104);
        Span<byte> text = stackalloc byte[32];
        var quick = 0;
        for (var i = 0; i < 1_000_000; i++)
        {
            var decimals = 1 + i % 7;
            var value = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-7, 9));
            if (i % 3 == 0) value = Math.Round(value, Math.Min(decimals + 1, 7));
            if (!ScaledDecimal.TryFormat(value, decimals, text, out var length)) continue;
            quick++;
            var exact = value.ToString("F" + decimals, CultureInfo.InvariantCulture);
            if (exact.TrimStart('-').All(c => c is '0' or '.')) exact = exact.TrimStart('-');
            Assert.Equal(exact, ScaledDecimal.Fixed(value, decimals));
            exact = exact.TrimEnd('0');
            if (exact.EndsWith('.')) exact += "0";
            Assert.Equal(exact, Encoding.ASCII.GetString(text[..length]));
        }

        Assert.True(quick > 700_000, $"{quick} of a million");
    }
}
