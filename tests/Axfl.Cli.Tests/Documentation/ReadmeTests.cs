using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Axfl.Cli.Hosting;
using Axfl.Cli.Tests.Fakes;
using Axfl.Testing;

namespace Axfl.Cli.Tests.Documentation;

public partial class ReadmeTests
{
    private const string Prefix = "dotnet run --project src/Axfl.Cli -- ";
    private static readonly string Text = File.ReadAllText(Repository.PathOf("README.md"));

    public static TheoryData<string> CommandLines =>
        [.. Text.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith(Prefix, StringComparison.Ordinal)).Select(l => l[Prefix.Length..])];

    [Theory]
    [MemberData(nameof(CommandLines))]
    public void Command_lines_of_the_readme_are_understood(string line)
    {
        using var test = new CommandTest();
        Assert.Empty(CommandLine.Create(test.Context).Parse(line.Split(' ')).Errors.Select(e => e.Message));
    }

    [Fact]
    public void Options_named_in_the_readme_exist()
    {
        using var test = new CommandTest();
        var known = Options(CommandLine.Create(test.Context)).ToHashSet(StringComparer.Ordinal);
        var named = Text.Split('\n').Where(l => !l.StartsWith("dotnet ", StringComparison.Ordinal)).SelectMany(l => Option().Matches(l).Select(m => m.Value)).Distinct();
        Assert.Empty(named.Except(known));
    }

    [Fact]
    public void The_readme_leads_with_the_main_job_and_the_tests() =>
        Assert.StartsWith("dotnet run --project src/Axfl.Cli -- live-port --mode replay\ndotnet test\n", Text[(Text.IndexOf("```sh\n", StringComparison.Ordinal) + 6)..], StringComparison.Ordinal);

    [Fact]
    public void Files_the_readme_links_to_exist() =>
        Assert.All(Link().Matches(Text).Select(m => m.Groups[1].Value), path => Assert.True(File.Exists(Repository.PathOf(path)), path));

    [Fact]
    public void Cmdlets_the_readme_names_are_exported()
    {
        var exported = File.ReadAllText(Repository.PathOf("Axfl.psd1"));
        Assert.All(Cmdlet().Matches(Text).Select(m => m.Value).Distinct(), name => Assert.Contains($"'{name}'", exported, StringComparison.Ordinal));
    }

    [Fact]
    public void Documented_exit_codes_are_those_of_the_program()
    {
        var known = typeof(ExitCode).GetFields().Select(f => (int)f.GetRawConstantValue()!).Order();
        var table = File.ReadAllText(Repository.PathOf("docs/exit-codes.md"));
        Assert.Equal(known, ExitCodeRow().Matches(table).SelectMany(m => m.Groups[1].Value.Split(", ")).Select(c => int.Parse(c, CultureInfo.InvariantCulture)));
    }

    private static IEnumerable<string> Options(Command command) =>
        command.Options.Select(o => o.Name).Concat(command.Subcommands.SelectMany(Options));

    [GeneratedRegex(@"(?<![\w-])--[a-z][a-z-]+")]
    private static partial Regex Option();

    [GeneratedRegex(@"\b[A-Z][a-z]+-Axfl[A-Za-z]+\b")]
    private static partial Regex Cmdlet();

    [GeneratedRegex(@"^\| (\d[\d, ]*) \|", RegexOptions.Multiline)]
    private static partial Regex ExitCodeRow();

    [GeneratedRegex(@"\]\((?!http)([^)#]+)\)")]
    private static partial Regex Link();
}
