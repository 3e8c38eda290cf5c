using System.Globalization;
using System.Text;
using Axfl.Contracts;
using Axfl.Data.Dialects;

namespace Axfl.Data.Tests.Dialects;

/// <summary>The quick way to read a row gives the bar of the exact way, bit for bit, or leaves the row to it.</summary>
public sealed class UsualRowTests
{
    private const string After = "\n2026-01-13T00:10:00Z,1,1,1,1,0\n";

    private static readonly UsualRow Row = Of("2026-01-13T00:00:00Z,1,1,1,1,0");

    [Theory]
    [InlineData("2026-01-13T07:05:00Z,1.10321,1.10333,1.10312,1.10327,153")]
    [InlineData("2026-01-13 23:59:59Z,157.123,157.2,157,157.123,0")]
    [InlineData("2026-01-13T00:00:00Z,2034.56,.5,5.,0000001,")]
    [InlineData("2026-01-13T00:00:00Z,1.1,1.2,1.0,1.1,153.25")]
    [InlineData("2026-01-13T00:00:00Z,1,2,1,1,123456789012345")]
    [InlineData("2026-01-13T00:00:00Z,1,2,1,1,7\r")]
    public void A_usual_row_is_read_as_the_exact_way_reads_it(string line) => AssertAsExact(line);

    [Fact]
    public void Prices_of_every_length_and_point_are_read_bit_for_bit()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var prices = string.Join(',', Enumerable.Range(0, 4).Select(_ => Price(random)));
            AssertAsExact(string.Create(
                CultureInfo.InvariantCulture, $"2026-01-13T{random.Next(24):00}:{random.Next(60):00}:{random.Next(60):00}Z,{prices},{random.Next(100_000)}"));
        }
    }

    [Theory]
    [InlineData("2026-01-14T07:05:00Z,1.1,1.2,1.0,1.1,0")]
    [InlineData("2026-01-13T07:05:00,1.1,1.2,1.0,1.1,0")]
    [InlineData("2026-01-13T07:05Z,1.1,1.2,1.0,1.1,0")]
    [InlineData("2026-01-13T24:00:00Z,1.1,1.2,1.0,1.1,0")]
    [InlineData("2026-01-13T07:60:00Z,1.1,1.2,1.0,1.1,0")]
    [InlineData("2026-01-13T07:05:0:Z,1.1,1.2,1.0,1.1,0")]
    [InlineData("2026-01-13T07:05:00Z,1.1032178,1.2,1.0,1.1,0")]
    [InlineData("2026-01-13T07:05:00Z,-1.1,1.2,1.0,1.1,0")]
    [InlineData("2026-01-13T07:05:00Z,1.1.1,1.2,1.0,1.1,0")]
    [InlineData("2026-01-13T07:05:00Z,.,1.2,1.0,1.1,0")]
    [InlineData("2026-01-13T07:05:00Z,,1.2,1.0,1.1,0")]
    [InlineData("2026-01-13T07:05:00Z,1.1,1.2,1.0,1.1,0,7")]
    [InlineData("2026-01-13T07:05:00Z,1.1,1.2,1.0,1.1,1e3")]
    [InlineData("2026-01-13T07:05:00Z,1.1,1.2,1.0,1.1,.")]
    [InlineData("2026-01-13T07:05:00Z,1.1,1.2,1.0,1.1,1234567890123456")]
    [InlineData("2026-01-13T07:05:00Z,1.1,1.2")]
    [InlineData("2026-01-13T07:05:00Z")]
    public void Any_other_row_is_left_to_the_exact_way(string line) => Assert.False(Row.TryParse(Encoding.UTF8.GetBytes(line + After), hasVolume: true, out _, out _));

    [Fact]
    public void Without_a_column_of_volumes_the_row_ends_with_the_close()
    {
        Assert.True(Row.TryParse("2026-01-13T00:05:00Z,1.1,1.2,1.0,1.15\n"u8, hasVolume: false, out var bar, out var length));
        Assert.Equal((1.15, 0, 37), (bar.Close, bar.Volume, length));
        Assert.False(Row.TryParse("2026-01-13T00:05:00Z,1.1,1.2,1.0,1.15,3\n"u8, hasVolume: false, out _, out _));
        Assert.False(Row.TryParse("2026-01-13T00:05:00Z,1.1,1.2,1.0,\n"u8, hasVolume: false, out _, out _));
    }

    [Fact]
    public void Before_the_first_date_every_row_is_left_to_the_exact_way() =>
        Assert.False(new UsualRow().TryParse("2026-01-13T00:05:00Z,1.1,1.2,1.0,1.15,3\n"u8, hasVolume: true, out _, out _));

    [Theory]
    [InlineData("2026-01-13T00:05:00Z,1.1,1.2,1.0,1.15,3")]
    [InlineData("2026-01-13T00:05:00Z,1.1,1.2,1.0,1.15,3\r")]
    [InlineData("2026-01-13T00:05:00Z,1.1,1.2,1.0,1.15,")]
    [InlineData("2026-01-13T00:05:00Z,1.1,1.2,1.0,1.15")]
    [InlineData("2026-01-13T00:05:00Z,1.1,1.2,1")]
    public void A_row_that_may_go_on_behind_what_has_been_read_is_left_to_the_exact_way(string text) =>
        Assert.False(Row.TryParse(Encoding.UTF8.GetBytes(text), hasVolume: true, out _, out _));

    private static UsualRow Of(string line)
    {
        var row = new UsualRow();
        Assert.True(IsoTime.TryParse(Encoding.UTF8.GetBytes(line[..20]), out var time, out _));
        row.Remember(Encoding.UTF8.GetBytes(line), time);
        return row;
    }

    private static void AssertAsExact(string line)
    {
        Assert.True(Row.TryParse(Encoding.UTF8.GetBytes(line + After), hasVolume: true, out var bar, out var length), line);
        line = line.TrimEnd('\r');
        Assert.Equal(line.Length, length);
        var fields = line.Split(',');
        Assert.True(IsoTime.TryParse(Encoding.UTF8.GetBytes(fields[0]), out var time, out _));
        var numbers = fields[1..].Select(f => f.Length == 0 ? 0 : Number(f)).ToArray();
        Assert.Equal(new Bar(time, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]), bar);
    }

    private static double Number(string text)
    {
        Assert.True(DecimalText.TryParse(Encoding.UTF8.GetBytes(text), out var value));
        return value;
    }

    // One to seven characters, with a point anywhere or nowhere.
    private static string Price(Random random)
    {
        var length = random.Next(1, 8);
        var digits = string.Concat(Enumerable.Range(0, length).Select(_ => (char)('0' + random.Next(10))));
        return length < 2 || random.Next(5) == 0 ? digits : digits.Remove(random.Next(length), 1).Insert(random.Next(length), ".");
    }
}
