using Axfl.Contracts;

namespace Axfl.Runs.Pictures;

/// <summary>How a text stands out.</summary>
internal enum PictureStyle
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>Titles.</summary>
    Strong,

    /// <summary>Headings, and what is old.</summary>
    Faint,

    /// <summary>A gain; all is well.</summary>
    Good,

    /// <summary>A loss.</summary>
    Bad,

    /// <summary>Something to look at.</summary>
    Warning,

    /// <summary>An alarm that is on: the run does not do its job.</summary>
    Alarm,

    /// <summary>An alarm line whose run does its job, though not all of it: it is halted, or held.</summary>
    Caution,
}

/// <summary>A text in a style.</summary>
/// <param name="Text">Text; that of others is cleaned before.</param>
/// <param name="Style">Style.</param>
internal readonly record struct PictureSpan(string Text, PictureStyle Style)
{
    /// <summary>Columns.</summary>
    public int Width => TextWidth.Of(Text);
}

/// <summary>A line of a picture.</summary>
/// <param name="Spans">Texts from left to right.</param>
internal sealed record PictureLine(IReadOnlyList<PictureSpan> Spans)
{
    /// <summary>The empty line.</summary>
    public static PictureLine Empty { get; } = new([]);

    /// <summary>Columns.</summary>
    public int Width => Spans.Sum(s => s.Width);

    /// <summary>Its text without styles.</summary>
    public string Text => string.Concat(Spans.Select(s => s.Text));

    /// <summary>One text, cleaned.</summary>
    public static PictureLine Of(string text, PictureStyle style = PictureStyle.Plain) => new([new PictureSpan(ShownText.Line(text), style)]);

    /// <summary>As old: all of it faint, but titles.</summary>
    public PictureLine AsOld() => new([.. Spans.Select(s => s.Style == PictureStyle.Strong ? s : s with { Style = PictureStyle.Faint })]);

    /// <summary>Exactly so wide: cut, or filled with spaces.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="mark">Ends what was cut.</param>
    public PictureLine Fit(int width, string mark)
    {
        var line = Cut(width, mark);
        var rest = width - line.Width;
        return rest > 0 ? new PictureLine([.. line.Spans, new PictureSpan(new string(' ', rest), PictureStyle.Plain)]) : line;
    }

    /// <summary>At most so wide.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="mark">Ends what was cut.</param>
    public PictureLine Cut(int width, string mark)
    {
        if (Width <= width) return this;
        var spans = new List<PictureSpan>();
        var left = width;
        foreach (var span in Spans)
        {
            if (span.Width < left)
            {
                spans.Add(span);
                left -= span.Width;
                continue;
            }

            // More follows: the mark says so.
            spans.Add(span with { Text = TextWidth.Cut(span.Text + " ", left, mark) });
            break;
        }

        return new PictureLine(spans);
    }
}
