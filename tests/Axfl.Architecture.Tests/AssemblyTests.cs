using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Axfl.Rooms;
using Axfl.Testing;

namespace Axfl.Architecture.Tests;

/// <summary>What the compiled assemblies use of each other and of the world.</summary>
public partial class AssemblyTests
{
    public static TheoryData<string> Projects => [.. House.Order.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Assemblies_refer_only_along_the_arrows(string project) =>
        Assert.Empty(Assembly(project).References.Where(r => r.StartsWith("Axfl.", StringComparison.Ordinal)).Except(House.Order[project]));

    [Fact]
    public void Every_project_of_the_source_is_held()
    {
        var src = Repository.PathOf("src");
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

    // What an adapter needs is loaded where it is named: nothing that every program loads may refer to it.
    [Theory]
    [InlineData("Axfl.Cli")]
    [InlineData("Axfl.PowerShell")]
    [InlineData("Axfl.Runtime")]
    [InlineData("Axfl.Research")]
    public void Programs_refer_to_no_package_of_an_adapter(string project) =>
        Assert.DoesNotContain(Assembly(project).References, static r => r is "Npgsql" or "Newtonsoft.Json" || r.StartsWith("Hangfire", StringComparison.Ordinal) || r.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Fact]
    public void Behind_the_front_ends_no_text_spells_an_option_as_one_of_them_does()
    {
        var behind = House.Assemblies.Where(a => a.Project is not ("Axfl.Cli" or "Axfl.PowerShell" or "Axfl.Pools.Hangfire.Dashboard" or "Axfl.HelpBuilder" or "Axfl.Contracts"));
        // A page is read anywhere: the commands it names are those of both.
        var spelled = behind.SelectMany(a => a.Texts).Where(t => t.Type != "Axfl.Reports.Sweeps.SweepCommands" && Option().IsMatch(t.Text)).Select(t => $"{t.Type}: {t.Text}");
        Assert.True(!spelled.Any(), string.Join('\n', spelled));
    }

    // Of each why it may: the others ask Spelling.
    private static readonly Dictionary<string, string> MaySpellCommands = new(StringComparer.Ordinal)
    {
        ["Axfl.Reports.Sweeps.SweepCommands"] = "a page is read anywhere: the commands it names are those of both",
        ["Axfl.Configuration.Keys.StrategyReader"] = "scripts are registered in the module alone",
        ["Axfl.Indicators.IndicatorLibrary"] = "indicators are computed by hand in the module alone",
        ["Axfl.Indicators.Kinds.IndicatorErrors"] = "indicators are computed by hand in the module alone",
        ["Axfl.Pools.Hangfire.HangfireSettings"] = "names of connections, not commands",
    };

    [Fact]
    public void Behind_the_front_ends_no_text_spells_a_command_as_one_of_them_does()
    {
        const string Spelling = "Axfl.Contracts.Spelling";
        // The name alone is what Spelling is asked with.
        var known = Assembly("Axfl.Contracts").Texts.Where(static t => t.Type == Spelling).Select(static t => t.Text).ToHashSet(StringComparer.Ordinal);
        var spelled = House.Assemblies.Where(a => a.Project is not ("Axfl.Cli" or "Axfl.PowerShell" or "Axfl.Pools.Hangfire.Dashboard" or "Axfl.HelpBuilder"))
            .SelectMany(a => a.Texts).Where(t => t.Type != Spelling && Command().IsMatch(t.Text) && !known.Contains(t.Text)).ToLookup(t => t.Type, t => t.Text);
        var wrong = spelled.Where(static s => !MaySpellCommands.ContainsKey(s.Key)).SelectMany(static s => s.Select(t => $"{s.Key}: {t}"));
        Assert.True(!wrong.Any(), string.Join('\n', wrong));
        Assert.All(MaySpellCommands.Keys, t => Assert.True(spelled.Contains(t), t + " spells no command and need not be listed"));
    }

    [GeneratedRegex(@"(^|[ (])(--[a-z]|-[A-Z][a-z]+[A-Z ])")]
    private static partial Regex Option();

    [GeneratedRegex(@"\baxfl [a-z]|\b[A-Z][a-z]+-Axfl[A-Z]")]
    private static partial Regex Command();

    private static bool IsOfTheFramework(string assembly) => File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), assembly + ".dll"));

    private static HouseAssembly Assembly(string project) => House.Assemblies.Single(a => a.Project == project);
}
