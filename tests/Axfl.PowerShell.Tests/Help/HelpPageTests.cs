using Axfl.HelpBuilder;
using Axfl.PowerShell.Tests.Commands;
using Axfl.Testing;

namespace Axfl.PowerShell.Tests.Help;

public class HelpPageTests
{
    public static IEnumerable<object[]> CmdletTypes() => MetadataTests.CmdletTypes();

    [Theory]
    [MemberData(nameof(CmdletTypes))]
    public void Every_command_has_a_page_with_its_parameters_and_two_examples(Type type)
    {
        var (verb, noun, asks) = MetadataTests.NameOf(type);
        var file = $"{verb}-{noun}.md";
        var page = HelpPage.Parse(File.ReadAllText(Repository.PathOf("docs", "en-US", file)), file);
        Assert.Equal($"{verb}-{noun}", page.Name);
        Assert.NotEmpty(page.Description);
        Assert.True(page.Examples.Count >= 2);
        var parameters = type.GetProperties()
            .Where(p => p.GetCustomAttributesData().Any(a => a.AttributeType.Name == "ParameterAttribute")).Select(p => p.Name);
        Assert.Equal(parameters.Concat(asks ? ["Confirm", "WhatIf"] : []).Order(StringComparer.Ordinal), page.Parameters.Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_page_without_a_section_is_refused_by_name()
    {
        var error = Assert.Throws<FormatException>(() => HelpPage.Parse("# Get-AxflX\n\n## SYNOPSIS\n\nOne.\n", "Get-AxflX.md"));
        Assert.Equal("Get-AxflX.md: no section '## SYNTAX'.", error.Message);
    }

    [Fact]
    public void Maml_has_the_forms_with_what_each_requires()
    {
        const string page = """
            # Get-AxflX

            ## SYNOPSIS

            One
            line.

            ## SYNTAX

            ```powershell
            Get-AxflX [[-Run] <string>] [-All]
            Get-AxflX [-Path] <string[]> [-All]
            ```

            ## DESCRIPTION

            Words.

            ## PARAMETERS

            ### -Run

            A run.

            ```yaml
            Type: String
            ```

            ### -Path

            A path.

            ```yaml
            Type: String[]
            Required: True
            ```

            ### -All

            All.

            ```yaml
            Type: SwitchParameter
            ```

            ## INPUTS

            None

            ## OUTPUTS

            None

            ## EXAMPLES

            ### Example 1: This

            ```powershell
            # not a heading
            Get-AxflX
            ```

            ```output
            7
            ```
            """;
        var maml = Maml.Write([HelpPage.Parse(page, "Get-AxflX.md")]);
        var forms = maml.Descendants().Where(e => e.Name.LocalName == "syntaxItem")
            .Select(f => string.Join(" ", f.Elements().Where(e => e.Name.LocalName == "parameter")
                .Select(p => p.Elements().First().Value + (p.Attribute("required")!.Value == "true" ? "!" : "")))).ToArray();
        Assert.Equal(["Run All", "Path! All"], forms);
        Assert.Equal("One line.", maml.Descendants().First(e => e.Name.LocalName == "para").Value);
        Assert.Equal("# not a heading\nGet-AxflX", maml.Descendants().Single(e => e.Name.LocalName == "code").Value);
    }

    [Fact]
    public void Lines_of_what_an_example_gives_follow_each_other_without_empty_ones()
    {
        const string page = "# Get-AxflX\n\n## SYNOPSIS\n\nOne.\n\n## SYNTAX\n\n```powershell\nGet-AxflX\n```\n\n## DESCRIPTION\n\nWords.\n\n## INPUTS\n\nNone\n\n## OUTPUTS\n\nNone\n\n"
            + "## EXAMPLES\n\n### Example 1: This\n\n```powershell\nGet-AxflX\n```\n\n```output\na\nb\n```\n";
        var remarks = Maml.Write([HelpPage.Parse(page, "Get-AxflX.md")]).Descendants().Single(e => e.Name.LocalName == "remarks");
        Assert.Equal("a\nb", Assert.Single(remarks.Elements()).Value);
    }

    [Fact]
    public void An_about_topic_has_its_headings_at_the_margin_and_its_code_as_it_is()
    {
        var text = AboutText.From("# about_X\n\nShort.\n\n## Long description\n\nA `b`.\n\n```\nrun `n\n```\n");
        Assert.Equal("TOPIC\n    about_X\n\nSHORT DESCRIPTION\n    Short.\n\nLONG DESCRIPTION\n\n    A b.\n\n        run `n\n", text);
    }
}
