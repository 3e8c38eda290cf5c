using System.Globalization;
using System.Text;

namespace Axfl.Runs.Pictures;

/// <summary>How many columns of a terminal a text takes: two for characters of East Asia and pictograms, none for marks that stand above or below others.</summary>
internal static class TextWidth
{
    /// <summary>Columns of a text.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes()) width += Of(rune);
        return width;
    }

    /// <summary>The text within a width; what was cut off ends with a mark.</summary>
    /// <param name="text">Text.</param>
    /// <param name="width">Columns.</param>
    /// <param name="mark">One column.</param>
    public static string Cut(string text, int width, string mark)
    {
        if (Of(text) <= width) return text;
        if (width <= 0) return "";
        var cut = new StringBuilder();
        var taken = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (taken + Of(rune) > width - 1) break;
            cut.Append(rune.ToString());
            taken += Of(rune);
        }

        return cut.Append(mark).ToString();
    }

    private static int Of(Rune rune) => rune.Value switch
    {
        < 0x300 => 1,
        0x200c or 0x200d => 0,
        (>= 0x1100 and <= 0x115f) or (>= 0x2e80 and <= 0x303e) or (>= 0x3041 and <= 0xa4cf) or (>= 0xac00 and <= 0xd7a3) or (>= 0xf900 and <= 0xfaff) or (>= 0xfe30 and <= 0xfe6f)
            or (>= 0xff00 and <= 0xff60) or (>= 0xffe0 and <= 0xffe6) or (>= 0x1f300 and <= 0x1faff) or (>= 0x20000 and <= 0x3fffd) => 2,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? 0 : 1,
    };
}
