using System.Text.RegularExpressions;

namespace Axfl.Cli.Tests.Architecture;

public class ArrowTests
{
    [Theory]
    [InlineData("Axfl.Contracts")]
    [InlineData("Axfl.Engine", "Axfl.Contracts")]
    [InlineData("Axfl.Strategies", "Axfl.Contracts")]
    [InlineData("Axfl.Indicators", "Axfl.Contracts")]
    [InlineData("Axfl.Data", "Axfl.Engine")]
    [InlineData("Axfl.Configuration", "Axfl.Data", "Axfl.Indicators")]
    [InlineData("Axfl.Providers", "Axfl.Configuration")]
    [InlineData("Axfl.FakeFeed", "Axfl.Configuration")]
    [InlineData("Axfl.Runs", "Axfl.Providers")]
    [InlineData("Axfl.Runtime", "Axfl.FakeFeed", "Axfl.Runs", "Axfl.Strategies")]
    [InlineData("Axfl.PowerShell", "Axfl.Contracts")]
    [InlineData("Axfl.Cli", "Axfl.Contracts", "Axfl.Runtime")]
    public void Projects_refer_only_along_the_arrows(string project, params string[] allowed) =>
        Assert.Empty(Repository.References(project).Except(allowed));

    [Theory]
    [InlineData("Axfl.Contracts")]
    [InlineData("Axfl.Engine")]
    public void Contracts_and_engine_have_no_packages(string project) => Assert.Empty(Repository.Packages(project));

    [Theory]
    [InlineData("Axfl.Contracts", "Axfl.Engine|Axfl.Data|Axfl.Configuration|Axfl.Providers|Axfl.Runs|Axfl.FakeFeed|Axfl.Strategies|Axfl.Runtime|Axfl.PowerShell|Axfl.Cli")]
    [InlineData("Axfl.Engine", "Axfl.Runtime|Axfl.PowerShell|Axfl.Cli|System.IO|System.Net")]
    [InlineData("Axfl.Runtime", "Axfl.PowerShell|Axfl.Cli|System.Management.Automation|Spectre.Console|System.CommandLine")]
    [InlineData("Axfl.PowerShell", "Axfl.Engine|Axfl.Data|Axfl.Configuration|Axfl.Providers|Axfl.Runs|Axfl.FakeFeed|Axfl.Strategies|Axfl.Runtime|Axfl.Cli|YamlDotNet|CsvHelper")]
    [InlineData("Axfl.Cli", "Axfl.Engine|Axfl.PowerShell|YamlDotNet|CsvHelper")]
    public void Sources_use_only_namespaces_along_the_arrows(string project, string banned)
    {
        var use = new Regex($@"^\s*(global )?using (static )?({banned.Replace(".", @"\.", StringComparison.Ordinal)})\b", RegexOptions.Multiline);
        Assert.DoesNotContain(Repository.Sources(Path.Combine("src", project)), f => use.IsMatch(File.ReadAllText(f)));
    }
}
