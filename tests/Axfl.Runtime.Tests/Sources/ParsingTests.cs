using System.Globalization;
using System.Text;

namespace Axfl.Runtime.Tests.Sources;

public sealed class ParsingTests
{
    [Fact]
    public void Decimals_are_the_doubles_that_the_platform_reads()
    {
        var random = new Random(20250701);
        for (var i = 0; i < 200_000; i++)
        {
            var digits = random.Next(1, 22);
            var text = new StringBuilder();
            if (random.Next(8) == 0) text.Append('-');
            for (var d = 0; d < digits; d++) text.Append((char)('0' + random.Next(10)));
            if (random.Next(6) > 0) text.Insert(text.Length - random.Next(0, digits), '.');
            if (random.Next(20) == 0) text.Append('e').Append(random.Next(-30, 30));
            var s = text.ToString();
            Assert.True(DecimalText.TryParse(Encoding.UTF8.GetBytes(s), out var value), s);
            Assert.True(value.Equals(double.Parse(s, CultureInfo.InvariantCulture)), s);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("1.2.3")]
    [InlineData("1,2")]
    [InlineData("0x10")]
    [InlineData("1.1 2")]
    [InlineData("abc")]
    public void What_is_no_number_is_not_read(string text) => Assert.False(DecimalText.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void Times_of_every_usual_form_are_the_same_instants_as_the_platform_reads()
    {
        var random = new Random(7);
        string[] forms = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss'+00:00'", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", "yyyy-MM-dd HH:mm:ss'+05:45'", "yyyy-MM-dd HH:mm:ss'-03:30'"];
        for (var i = 0; i < 20_000; i++)
        {
            var time = new DateTime(1990, 1, 1).AddSeconds(random.NextInt64(0, 2_000_000_000));
            var form = forms[i % forms.Length];
            var text = time.ToString(form, CultureInfo.InvariantCulture);
            Assert.True(IsoTime.TryParse(Encoding.UTF8.GetBytes(text), out var read, out var hasOffset), text);
            Assert.Equal(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUnixTimeMilliseconds(), read);
            Assert.Equal(form != "yyyy-MM-dd HH:mm:ss", hasOffset);
        }
    }

    [Theory]
    [InlineData("2025-02-29T00:00:00Z")]
    [InlineData("2025-13-01T00:00:00Z")]
    [InlineData("2025-00-01T00:00:00Z")]
    [InlineData("2025-01-01T24:00:00Z")]
    [InlineData("2025-01-01T00:60:00Z")]
    [InlineData("2025-01-01T00:00:60Z")]
    [InlineData("2025-01-0xT00:00:00Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("")]
    [InlineData("Z")]
    [InlineData("07:00")]
    public void What_is_no_time_is_not_read(string text) => Assert.False(IsoTime.TryParse(Encoding.UTF8.GetBytes(text), out _, out _));
}
