using System.Globalization;
using System.Text;

namespace Axfl.Contracts;

/// <summary>The one cleaning of text that others wrote (providers, files, strategies, run directories) before a person sees it.</summary>
/// <remarks>
/// A terminal obeys what it is sent: an escape sequence in a symbol's name or an error of a server can change the title, clear the screen or write over
/// what was said before, and a bidi override shows a text in another order than it has. Such characters are shown as what they are (<c>\u001b</c>), so that
/// nothing acts and nothing is hidden.
/// </remarks>
public static class ShownText
{
    /// <summary>The text with control characters, bidi and other format characters and halves of surrogate pairs written as <c>\uXXXX</c>; line ends and tabs stay.</summary>
    /// <param name="text">Any text; null gives an empty one.</param>
    public static string Clean(string? text) => Clean(text, isLine: false);

    /// <summary>As <see cref="Clean(string?)"/>, and on one line: line ends and tabs become spaces.</summary>
    /// <param name="text">Any text; null gives an empty one.</param>
    public static string Line(string? text) => Clean(text, isLine: true);

    /// <summary>Whether <see cref="Clean(string?)"/> leaves the text as it is.</summary>
    public static bool IsClean(ReadOnlySpan<char> text) => FirstUnclean(text, isLine: false) < 0;

    private static string Clean(string? text, bool isLine)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var first = FirstUnclean(text, isLine);
        if (first < 0) return text;
        var shown = new StringBuilder(text.Length + 16).Append(text, 0, first);
        for (var at = first; at < text.Length;)
        {
            var status = Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            var isPair = status == System.Buffers.OperationStatus.Done;
            if (isPair && !Acts(text, at, rune, isLine)) shown.Append(text, at, length);
            else if (isPair && isLine && rune.Value is '\n' or '\r' or '\t') shown.Append(' ');
            else foreach (var unit in text.AsSpan(at, length)) shown.Append("\\u").Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture));
            at += length;
        }

        return shown.ToString();
    }

    private static int FirstUnclean(ReadOnlySpan<char> text, bool isLine)
    {
        for (var at = 0; at < text.Length;)
        {
            if (text[at] is >= ' ' and < (char)0x7f)
            {
                at++;
                continue;
            }

            if (Rune.DecodeFromUtf16(text[at..], out var rune, out var length) != System.Buffers.OperationStatus.Done || Acts(text, at, rune, isLine)) return at;
            at += length;
        }

        return -1;
    }

    // Joiners are part of how some scripts are written; they change no order and hide nothing.
    private static bool Acts(ReadOnlySpan<char> text, int at, Rune rune, bool isLine) => rune.Value switch
    {
        '\n' or '\t' => isLine,
        '\r' => isLine || at + 1 >= text.Length || text[at + 1] != '\n',
        0x200c or 0x200d => false,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator,
    };
}
