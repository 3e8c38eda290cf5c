using System.Text;

namespace Axfl.HelpBuilder;

/// <summary>An about topic as text: headings in capitals at the margin, everything else indented.</summary>
internal static class AboutText
{
    /// <summary>Converts one page. Its first heading is the topic, its first paragraph the short description.</summary>
    public static string From(string markdown)
    {
        var text = new StringBuilder();
        var inside = false;
        foreach (var line in markdown.ReplaceLineEndings("\n").TrimEnd().Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) inside = !inside;
            else if (inside) text.Append("        ").Append(line).Append('\n');
            else if (line.StartsWith("# ", StringComparison.Ordinal)) text.Append("TOPIC\n    ").Append(line[2..]).Append("\n\nSHORT DESCRIPTION\n");
            else if (line.StartsWith('#')) text.Append(line.TrimStart('#', ' ').ToUpperInvariant()).Append('\n');
            else if (line.Length == 0) text.Append('\n');
            else text.Append("    ").Append(line.Replace("`", "", StringComparison.Ordinal)).Append('\n');
        }

        return text.ToString().Replace("SHORT DESCRIPTION\n\n", "SHORT DESCRIPTION\n", StringComparison.Ordinal);
    }
}
