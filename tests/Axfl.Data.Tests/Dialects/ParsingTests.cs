using System.Globalization;
using System.Text;
using Axfl.Contracts;
using Axfl.Data.Dialects;

namespace Axfl.Data.Tests.Dialects;

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

    [Theory]
    [InlineData("2026-04-03", "2026-04-03T00:00:00Z")]
    [InlineData("2026-04-03T07:05", "2026-04-03T07:05:00Z")]
    [InlineData("2026-04-03 07:05:09.25", "2026-04-03T07:05:09.250Z")]
    [InlineData("2026-04-03T09:05+02:00", "2026-04-03T07:05:00Z")]
    [InlineData("2026-04-03T09:05+0200", "2026-04-03T07:05:00Z")]
    [InlineData("2026-04-03T09:05:00 +02", "2026-04-03T07:05:00Z")]
    [InlineData("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z")]
    [InlineData("2199-12-31T23:59:59Z", "2199-12-31T23:59:59Z")]
    public void An_ISO_time_is_read(string text, string expected)
    {
        Assert.True(EventTime.TryParseIso(text, out var time));
        Assert.Equal(expected, EventTime.ToIso(time));
    }

    [Theory]
    [InlineData("03.04.2026")]
    [InlineData("03/04/2026")]
    [InlineData("April 3, 2026")]
    [InlineData("2026-04")]
    [InlineData("20260403")]
    [InlineData("2026-4-3")]
    [InlineData("2026-04-03T")]
    [InlineData("2026-04-03T7:05")]
    [InlineData("2026-04-03T07:05 PM")]
    [InlineData("2026-04-03T07:05+15:00")]
    [InlineData("2026-04-03T07:05+")]
    [InlineData("1969-12-31T23:59:59Z")]
    [InlineData("2200-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_ISO_time_of_1970_to_2199_is_not_read(string? text) => Assert.False(EventTime.TryParseIso(text, out _));

    [Fact]
    public void Times_are_in_range_from_1970_to_2199()
    {
        Assert.True(EventTime.IsInRange(0));
        Assert.True(EventTime.IsInRange(EventTime.Latest - 1));
        Assert.False(EventTime.IsInRange(-1));
        Assert.False(EventTime.IsInRange(EventTime.Latest));
        Assert.False(EventTime.IsInRange(long.MinValue));
        Assert.Equal(new DateTime(2200, 1, 1, 0, 0, 0, DateTimeKind.Utc), EventTime.ToDateTime(EventTime.Latest));
    }
}
