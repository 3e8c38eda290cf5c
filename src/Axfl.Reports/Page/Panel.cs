namespace Axfl.Reports.Page;

/// <summary>What a panel shows, in words.</summary>
/// <param name="Text">True whatever the filters let through.</param>
/// <param name="Whole">Numbers of the whole run, which do not follow the filters: the script, which has them in its charts, takes them away. Empty: none.</param>
internal readonly record struct Caption(string Text, string Whole = "");

/// <summary>A panel of the page: heading, caption, place of its chart, and its numbers.</summary>
internal static class Panel
{
    /// <summary>Writes one.</summary>
    /// <param name="html">The page.</param>
    /// <param name="id">Id of the section.</param>
    /// <param name="title">Heading.</param>
    /// <param name="caption">What it shows.</param>
    /// <param name="note">What is missing and why; null: nothing.</param>
    /// <param name="tables">The numbers behind its chart.</param>
    public static void Write(Html html, string id, string title, Caption caption, string? note, params Table[] tables)
    {
        Begin(html, id, title, caption);
        if (note is not null) html.Raw("<p class=\"note\">").Text(note).Raw("</p>\n");
        html.Raw("<div class=\"chart\" hidden></div>\n");
        if (tables.Any(t => !t.IsEmpty))
        {
            html.Raw("<details class=\"numbers\"><summary>Numbers</summary>\n");
            foreach (var table in tables) table.Write(html);
            html.Raw("</details>\n");
        }

        End(html);
    }

    /// <summary>One whose caption has no number of the whole run.</summary>
    public static void Write(Html html, string id, string title, string caption, string? note, params Table[] tables) => Write(html, id, title, new Caption(caption), note, tables);

    /// <summary>One without anything to draw: a sentence says so.</summary>
    public static void WriteSentence(Html html, string id, string title, string sentence)
    {
        Heading(html, id, title).Raw("<p class=\"empty\">").Text(sentence).Raw("</p>\n");
        End(html);
    }

    /// <summary>The beginning of one whose content is its own.</summary>
    public static void Begin(Html html, string id, string title, Caption caption)
    {
        Heading(html, id, title).Raw("<p class=\"caption\">").Text(caption.Text);
        if (caption.Whole.Length > 0) html.Raw(" <span class=\"whole\">").Text(caption.Whole).Raw("</span>");
        html.Raw("</p>\n");
    }

    /// <summary>Its end.</summary>
    public static void End(Html html) => html.Raw("</section>\n");

    private static Html Heading(Html html, string id, string title) => html.Raw($"<section id=\"{id}\" aria-labelledby=\"h-{id}\">\n<h2 id=\"h-{id}\">").Text(title).Raw("</h2>\n");
}
