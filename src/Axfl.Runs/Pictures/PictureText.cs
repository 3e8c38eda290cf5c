using System.Text;
using Axfl.Contracts;

namespace Axfl.Runs.Pictures;

/// <summary>Lines of a picture as text for a terminal.</summary>
internal static class PictureText
{
    /// <summary>Shows the second screen, without cursor and without moving on at the right edge.</summary>
    public const string Enter = "\u001b[?1049h\u001b[?25l\u001b[?7l";

    /// <summary>The first screen and the cursor again.</summary>
    public const string Leave = "\u001b[?2026l\u001b[0m\u001b[?7h\u001b[?25h\u001b[?1049l";

    /// <summary>A line.</summary>
    public static string Of(PictureLine line, PictureFormat format)
    {
        var text = new StringBuilder();
        foreach (var span in line.Spans)
        {
            var code = format.IsColoured ? Code(span.Style) : "";
            if (code.Length > 0) text.Append("\u001b[").Append(code).Append('m');
            Append(span.Text, format.IsUnicode, text);
            if (code.Length > 0) text.Append("\u001b[0m");
        }

        return format.IsColoured ? text.ToString() : text.ToString().TrimEnd();
    }

    /// <summary>A picture that takes the place of the one before: each line at its row, the rest of the row cleared, the terminal told to show it at once.</summary>
    public static string Frame(IReadOnlyList<PictureLine> lines, PictureFormat format)
    {
        var text = new StringBuilder("\u001b[?2026h\u001b[H");
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0) text.Append("\r\n");
            text.Append(Of(lines[i], format));
            // At the right edge the cursor stands on the last character.
            if (lines[i].Width < format.Width) text.Append("\u001b[K");
        }

        return text.Append(lines.Count < format.Height ? "\u001b[J" : "").Append("\u001b[?2026l").ToString();
    }

    private static void Append(string text, bool isUnicode, StringBuilder to)
    {
        if (isUnicode)
        {
            to.Append(text);
            return;
        }

        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii) to.Append((char)rune.Value);
            else to.Append('?', TextWidth.Of(rune.ToString()));
        }
    }

    private static string Code(PictureStyle style) => style switch
    {
        PictureStyle.Strong => "1",
        PictureStyle.Faint => "2",
        PictureStyle.Good => "32",
        PictureStyle.Bad => "31",
        PictureStyle.Warning => "33",
        PictureStyle.Alarm => "1;37;41",
        PictureStyle.Caution => "30;43",
        _ => "",
    };
}
