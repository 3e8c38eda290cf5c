namespace Axfl.HelpBuilder;

/// <summary>A heading with the lines below it.</summary>
internal sealed record MarkdownSection(string Title, string[] Lines);

/// <summary>A fenced block.</summary>
internal sealed record MarkdownBlock(string Language, IReadOnlyList<string> Lines);

/// <summary>The little markdown the help pages use.</summary>
internal static class Markdown
{
    private const string Fence = "```";

    /// <summary>Sections under headings of one level; headings inside fences are text.</summary>
    public static IEnumerable<MarkdownSection> Sections(IEnumerable<string> lines, string mark)
    {
        string? title = null;
        var inside = false;
        var found = new List<string>();
        foreach (var line in lines)
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal)) inside = !inside;
            if (inside || !line.StartsWith(mark, StringComparison.Ordinal))
            {
                found.Add(line);
                continue;
            }

            if (title is not null) yield return new MarkdownSection(title, [.. found]);
            title = line[mark.Length..].Trim();
            found.Clear();
        }

        if (title is not null) yield return new MarkdownSection(title, [.. found]);
    }

    /// <summary>Fenced blocks.</summary>
    public static IEnumerable<MarkdownBlock> Blocks(IEnumerable<string> lines)
    {
        List<string>? open = null;
        var language = "";
        foreach (var line in lines)
        {
            if (!line.StartsWith(Fence, StringComparison.Ordinal)) open?.Add(line);
            else if (open is null) (open, language) = ([], line[Fence.Length..].Trim());
            else
            {
                yield return new MarkdownBlock(language, open);
                open = null;
            }
        }
    }

    /// <summary>Lines of all fenced blocks.</summary>
    public static IEnumerable<string> Code(IEnumerable<string> lines) => Blocks(lines).SelectMany(b => b.Lines);

    /// <summary>Paragraphs outside fences, each one line; items of lists stand alone; backticks go.</summary>
    public static IReadOnlyList<string> Paragraphs(IEnumerable<string> lines)
    {
        var found = new List<string>();
        var inside = false;
        var fresh = true;
        foreach (var line in lines)
        {
            var text = line.Trim().Replace("`", "", StringComparison.Ordinal);
            if (line.StartsWith(Fence, StringComparison.Ordinal)) inside = !inside;
            else if (inside) continue;
            else if (text.Length > 0 && !fresh && !text.StartsWith("- ", StringComparison.Ordinal)) found[^1] += " " + text;
            else if (text.Length > 0) found.Add(text);
            fresh = text.Length == 0 || line.StartsWith(Fence, StringComparison.Ordinal);
        }

        return found;
    }
}
