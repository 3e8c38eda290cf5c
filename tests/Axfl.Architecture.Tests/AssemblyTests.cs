using System.Runtime.InteropServices;
using Axfl.Rooms;

namespace Axfl.Architecture.Tests;

/// <summary>What the compiled assemblies use of each other and of the world.</summary>
public class AssemblyTests
{
    public static TheoryData<string> Projects => [.. House.Order.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Assemblies_refer_only_along_the_arrows(string project) =>
        Assert.Empty(Assembly(project).References.Where(r => r.StartsWith("Axfl.", StringComparison.Ordinal)).Except(House.Order[project]));

    [Fact]
    public void Every_project_of_the_source_is_held()
    {
        var src = Path.Combine(Root(), "src");
        Assert.Equal(House.Order.Keys.Order(StringComparer.Ordinal), Directory.GetDirectories(src).Where(d => Directory.GetFiles(d, "*.csproj").Length > 0).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Axfl.Contracts")]
    [InlineData("Axfl.Engine")]
    [InlineData("Axfl.Strategies")]
    public void Contracts_engine_and_strategies_have_no_packages(string project) =>
        Assert.DoesNotContain(Assembly(project).References, r => !r.StartsWith("Axfl.", StringComparison.Ordinal) && !IsOfTheFramework(r));

    [Fact]
    public void The_module_brings_nothing_into_a_session_but_itself_and_contracts() =>
        Assert.Equal(["Axfl.Contracts", "System.Management.Automation"],
            Assembly("Axfl.PowerShell").References.Where(r => r.StartsWith("Axfl.", StringComparison.Ordinal) || !IsOfTheFramework(r)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Axfl.Contracts", "System.Net")]
    [InlineData("Axfl.Engine", "System.IO", "System.Net", "System.Threading.Tasks", "System.Text.Json")]
    [InlineData("Axfl.Strategies", "System.Net", "System.Threading.Tasks")]
    [InlineData("Axfl.Runtime", "System.Management.Automation", "Spectre.Console", "System.CommandLine")]
    [InlineData("Axfl.Cli", "YamlDotNet", "CsvHelper", "Polly")]
    public void Assemblies_use_nothing_beyond_their_task(string project, params string[] banned) =>
        Assert.DoesNotContain(Assembly(project).ForeignNamespaces, n => banned.Any(b => n == b || n.StartsWith(b + ".", StringComparison.Ordinal)));

    private static bool IsOfTheFramework(string assembly) => File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), assembly + ".dll"));

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Directory.Packages.props"))) at = at.Parent;
        return at?.FullName ?? throw new DirectoryNotFoundException("No Directory.Packages.props above " + AppContext.BaseDirectory);
    }

    private static HouseAssembly Assembly(string project) => House.Assemblies.Single(a => a.Project == project);
}
