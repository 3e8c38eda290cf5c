namespace Axfl.Contracts.Tests.Errors;

public sealed class ShownTextTests
{
    [Theory]
    [InlineData("EURUSD 1.1034 – Zürich, 日本, 😀", "EURUSD 1.1034 – Zürich, 日本, 😀")]
    [InlineData("two\nlines\r\nand a\ttab", "two\nlines\r\nand a\ttab")]
    [InlineData("\u001b]0;pwned\u0007x", "\\u001b]0;pwned\\u0007x")]
    [InlineData("a\rb", "a\\u000db")]
    [InlineData("\u009b2J", "\\u009b2J")]
    [InlineData("\u202eDSURUE", "\\u202eDSURUE")]
    [InlineData("\u2066x\u2069\u200f\u061c", "\\u2066x\\u2069\\u200f\\u061c")]
    [InlineData("a\u2028b\u0000\u007f", "a\\u2028b\\u0000\\u007f")]
    [InlineData("\ufeffx", "\\ufeffx")]
    [InlineData("\U000e0041", "\\udb40\\udc41")]
    [InlineData(null, "")]
    public void What_would_act_on_a_terminal_is_shown_as_what_it_is(string? text, string expected)
    {
        Assert.Equal(expected, ShownText.Clean(text));
        Assert.Equal(expected == (text ?? ""), ShownText.IsClean(text));
        Assert.Equal(expected, ShownText.Clean(ShownText.Clean(text)));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_shown_as_its_number() => Assert.Equal("a\\ud800b", ShownText.Clean("a\ud800b"));

    [Fact]
    public void On_one_line_ends_of_lines_and_tabs_are_spaces() => Assert.Equal("a b  c d\\u001b", ShownText.Line("a\nb\r\nc\td\u001b"));

    [Fact]
    public void A_clean_text_is_the_same_object()
    {
        var text = new string('x', 3);
        Assert.Same(text, ShownText.Clean(text));
    }
}
