using Axfl.Research.Keys;

namespace Axfl.Research.Tests.Keys;

/// <summary>RFC 8785, by its own examples.</summary>
public class CanonicalJsonTests
{
    // Appendix B of the RFC.
    [Theory]
    [InlineData(0x0000000000000000, "0")]
    [InlineData(0x8000000000000000, "0")]
    [InlineData(0x0000000000000001, "5e-324")]
    [InlineData(0x8000000000000001, "-5e-324")]
    [InlineData(0x7fefffffffffffff, "1.7976931348623157e+308")]
    [InlineData(0x4340000000000000, "9007199254740992")]
    [InlineData(0xc340000000000000, "-9007199254740992")]
    [InlineData(0x4430000000000000, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6, "1e+23")]
    [InlineData(0x44b52d02c7e14af7, "1.0000000000000001e+23")]
    [InlineData(0x444b1ae4d6e2ef4e, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef4f, "999999999999999900000")]
    [InlineData(0x444b1ae4d6e2ef50, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8d, "0.000001")]
    [InlineData(0x41b3de4355555553, "333333333.3333332")]
    [InlineData(0x41b3de4355555554, "333333333.33333325")]
    [InlineData(0x41b3de4355555555, "333333333.3333333")]
    [InlineData(0xbecbf647612f3696, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959, "1424953923781206.2")]
    public void Numbers_are_written_as_the_rfc_shows(ulong bits, string text) => Assert.Equal(text, CanonicalJson.Number(BitConverter.UInt64BitsToDouble(bits)));

    [Fact]
    public void Members_are_sorted_by_code_units_and_texts_escaped_as_little_as_may_be()
    {
        KeyValuePair<string, object?>[] map =
        [
            new("\u20ac", "Euro Sign"), new("\r", "Carriage Return"), new("\ufb33", "Hebrew Letter Dalet With Dagesh"), new("1", "One"),
            new("\ud83d\ude00", "Emoji: Grinning Face"), new("\u0080", "Control"), new("\u00f6", "Latin Small Letter O With Diaeresis"),
        ];
        Assert.Equal(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
            CanonicalJson.Write(map));
    }

    [Fact]
    public void Literals_lists_and_numbers_are_written_without_spaces()
    {
        KeyValuePair<string, object?>[] map =
        [
            new("numbers", new object?[] { 333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001 }),
            new("string", "\u20ac$\u000f\nA'\u0042\u0022\u005c\\\"/"), new("literals", new object?[] { null, true, false }), new("empty", Array.Empty<object?>()),
        ];
        Assert.Equal(
            "{\"empty\":[],\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
            CanonicalJson.Write(map));
    }

    [Fact]
    public void What_is_no_number_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => CanonicalJson.Number(double.NaN));
}
