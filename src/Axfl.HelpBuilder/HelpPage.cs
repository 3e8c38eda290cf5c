namespace Axfl.HelpBuilder;

/// <summary>The page of one command.</summary>
/// <param name="Name">Name of the command.</param>
/// <param name="Synopsis">One line.</param>
/// <param name="Syntax">One line for each form.</param>
/// <param name="Description">Paragraphs.</param>
/// <param name="Parameters">Parameters in the page's order.</param>
/// <param name="Inputs">What it takes from the pipeline.</param>
/// <param name="Outputs">What it gives.</param>
/// <param name="Examples">Examples.</param>
/// <param name="Notes">Paragraphs; may be empty.</param>
/// <param name="Links">Names of related pages.</param>
internal sealed record HelpPage(
    string Name, string Synopsis, string Syntax, IReadOnlyList<string> Description, IReadOnlyList<HelpParameter> Parameters,
    string Inputs, string Outputs, IReadOnlyList<HelpExample> Examples, IReadOnlyList<string> Notes, IReadOnlyList<string> Links)
{
    /// <summary>Reads a page: <c># Name</c>, sections <c>##</c>, parameters and examples <c>###</c>.</summary>
    /// <exception cref="FormatException">A section is missing or a parameter has no type.</exception>
    public static HelpPage Parse(string markdown, string file)
    {
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var name = lines.FirstOrDefault(l => l.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim() ?? throw new FormatException($"{file}: no title '# Name'.");
        var sections = Markdown.Sections(lines, "## ").ToDictionary(s => s.Title.ToUpperInvariant(), s => s.Lines);
        string[] Of(string title, bool needed = true) =>
            sections.TryGetValue(title, out var found) ? found : needed ? throw new FormatException($"{file}: no section '## {title}'.") : [];
        return new HelpPage(
            name,
            string.Join(" ", Markdown.Paragraphs(Of("SYNOPSIS"))),
            string.Join("\n", Markdown.Code(Of("SYNTAX"))),
            Markdown.Paragraphs(Of("DESCRIPTION")),
            [.. Markdown.Sections(Of("PARAMETERS", needed: false), "### ").Select(s => HelpParameter.Parse(s, file))],
            string.Join("\n", Markdown.Paragraphs(Of("INPUTS"))),
            string.Join("\n", Markdown.Paragraphs(Of("OUTPUTS"))),
            [.. Markdown.Sections(Of("EXAMPLES"), "### ").Select(HelpExample.Parse)],
            Markdown.Paragraphs(Of("NOTES", needed: false)),
            [.. Of("RELATED LINKS", needed: false).Where(l => l.StartsWith("- ", StringComparison.Ordinal)).Select(l => l[2..].Trim())]);
    }
}

/// <summary>One parameter.</summary>
/// <param name="Name">Without the dash.</param>
/// <param name="Type">Type as PowerShell names it.</param>
/// <param name="Required">Whether it must be given.</param>
/// <param name="Position">0, 1, ... or named.</param>
/// <param name="Default">Default in words.</param>
/// <param name="Pipeline">False, True (ByValue), True (ByPropertyName).</param>
/// <param name="Wildcards">Whether wildcards are allowed.</param>
/// <param name="Description">Paragraphs.</param>
internal sealed record HelpParameter(
    string Name, string Type, bool Required, string Position, string Default, string Pipeline, bool Wildcards, IReadOnlyList<string> Description)
{
    /// <summary>Reads <c>### -Name</c>, paragraphs, and a yaml block of facts.</summary>
    public static HelpParameter Parse(MarkdownSection section, string file)
    {
        var facts = Markdown.Code(section.Lines).Where(l => l.Contains(':', StringComparison.Ordinal))
            .ToDictionary(l => l[..l.IndexOf(':', StringComparison.Ordinal)].Trim(), l => l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
        string Fact(string key, string none) => facts.TryGetValue(key, out var value) ? value : none;
        if (!facts.TryGetValue("Type", out var type)) throw new FormatException($"{file}: '{section.Title}' has no Type.");
        return new HelpParameter(
            section.Title.TrimStart('-'), type, Fact("Required", "False") == "True", Fact("Position", "Named"), Fact("Default", "None"),
            Fact("Pipeline", "False"), Fact("Wildcards", "False") == "True", Markdown.Paragraphs(section.Lines));
    }
}

/// <summary>One example.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Code">Commands.</param>
/// <param name="Remarks">Output and words.</param>
internal sealed record HelpExample(string Title, string Code, string Remarks)
{
    /// <summary>Reads <c>### Title</c>, a powershell block, then an output block and words.</summary>
    public static HelpExample Parse(MarkdownSection section)
    {
        var blocks = Markdown.Blocks(section.Lines).ToArray();
        var code = blocks.FirstOrDefault(b => b.Language == "powershell") ?? throw new FormatException($"Example '{section.Title}' has no powershell block.");
        var output = blocks.Where(b => b.Language == "output").Select(b => string.Join("\n", b.Lines));
        return new HelpExample(section.Title, string.Join("\n", code.Lines), string.Join("\n\n", output.Concat(Markdown.Paragraphs(section.Lines))));
    }
}
