using System.Xml.Linq;

namespace Axfl.HelpBuilder;

/// <summary>Help pages as MAML, the form Get-Help reads for compiled commands.</summary>
internal static class Maml
{
    private static readonly XNamespace Root = "http://msh";
    private static readonly XNamespace Text = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>One element with all pages.</summary>
    public static XElement Write(IEnumerable<HelpPage> pages) => new(Root + "helpItems", new XAttribute("schema", "maml"), pages.Select(Page));

    private static XElement Page(HelpPage page) => new(
        Command + "command",
        new XAttribute(XNamespace.Xmlns + "maml", Text.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "command", Command.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "dev", Dev.NamespaceName),
        new XElement(
            Command + "details",
            new XElement(Command + "name", page.Name),
            new XElement(Command + "verb", page.Name.Split('-')[0]),
            new XElement(Command + "noun", page.Name.Split('-')[1]),
            Paragraphs("description", [page.Synopsis])),
        Paragraphs("description", page.Description),
        new XElement(Command + "syntax", page.Syntax.Split('\n').Select(l => Syntax(page, l))),
        new XElement(Command + "parameters", page.Parameters.Select(p => Parameter(p, p.Required))),
        new XElement(Command + "inputTypes", Value("inputType", page.Inputs)),
        new XElement(Command + "returnValues", Value("returnValue", page.Outputs)),
        new XElement(Text + "alertSet", new XElement(Text + "alert", page.Notes.Select(n => new XElement(Text + "para", n)))),
        new XElement(Command + "examples", page.Examples.Select(Example)),
        new XElement(Command + "relatedLinks", page.Links.Select(l => new XElement(
            Text + "navigationLink", new XElement(Text + "linkText", l), new XElement(Text + "uri")))));

    // The forms are written in the page as Get-Command -Syntax gives them; a form has the parameters it names.
    private static XElement Syntax(HelpPage page, string line) => new(
        Command + "syntaxItem",
        new XElement(Text + "name", page.Name),
        page.Parameters.Where(p => Named(line, p.Name) >= 0).OrderBy(p => Named(line, p.Name)).Select(p => Parameter(p, IsRequired(line, p.Name))));

    private static int Named(string line, string name)
    {
        for (var at = line.IndexOf("-" + name, StringComparison.Ordinal); at >= 0; at = line.IndexOf("-" + name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length + 1;
            if (at > 0 && line[at - 1] is ' ' or '[' && (end == line.Length || line[end] is ' ' or ']')) return at;
        }

        return -1;
    }

    // [-Name <T>] and [[-Name] <T>] may be left out; -Name <T> and [-Name] <T> may not.
    private static bool IsRequired(string line, string name)
    {
        var at = Named(line, name);
        var end = at + name.Length + 1;
        var positional = end < line.Length && line[end] == ']' && line[..at].EndsWith('[') && line[end..].StartsWith("] <", StringComparison.Ordinal);
        return positional ? !line[..at].EndsWith("[[", StringComparison.Ordinal) : !line[..at].EndsWith('[');
    }

    private static XElement Parameter(HelpParameter parameter, bool required)
    {
        var isSwitch = parameter.Type == "SwitchParameter";
        return new XElement(
            Command + "parameter",
            new XAttribute("required", required ? "true" : "false"),
            new XAttribute("variableLength", "true"),
            new XAttribute("globbing", parameter.Wildcards ? "true" : "false"),
            new XAttribute("pipelineInput", parameter.Pipeline),
            new XAttribute("position", parameter.Position.ToLowerInvariant()),
            new XAttribute("aliases", "none"),
            new XElement(Text + "name", parameter.Name),
            Paragraphs("description", parameter.Description),
            isSwitch ? null : new XElement(
                Command + "parameterValue", new XAttribute("required", "true"), new XAttribute("variableLength", "false"), parameter.Type),
            new XElement(Dev + "type", new XElement(Text + "name", parameter.Type), new XElement(Text + "uri")),
            new XElement(Dev + "defaultValue", parameter.Default));
    }

    private static XElement Value(string name, string type) => new(
        Command + name, new XElement(Dev + "type", new XElement(Text + "name", type)), new XElement(Text + "description", new XElement(Text + "para")));

    private static XElement Example(HelpExample example) => new(
        Command + "example",
        new XElement(Text + "title", $"-------------- {example.Title} --------------"),
        new XElement(Dev + "code", example.Code),
        // One paragraph: Get-Help puts an empty line between two.
        new XElement(Dev + "remarks", new XElement(Text + "para", example.Remarks)));

    private static XElement Paragraphs(string name, IReadOnlyList<string> texts) =>
        new(Text + name, texts.Select(t => new XElement(Text + "para", t)));
}
