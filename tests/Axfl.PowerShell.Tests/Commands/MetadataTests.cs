using System.Management.Automation;
using Axfl.PowerShell.Commands;
using Axfl.PowerShell.Loading;
using Axfl.Testing;

namespace Axfl.PowerShell.Tests.Commands;

public class MetadataTests
{
    // Of the list of approved verbs, those this module may use; the whole list is checked in a real host.
    private static readonly string[] Approved =
        ["Compare", "ConvertFrom", "ConvertTo", "Get", "Import", "Measure", "Register", "Save", "Show", "Start", "Stop", "Test", "Wait", "New", "Remove", "Export", "Set", "Invoke", "Send"];

    private static readonly string[] Changing = ["Start", "Stop", "Register", "Remove", "Save", "Set", "New", "Invoke", "Export", "Send"];

    public static IEnumerable<object[]> CmdletTypes() => Types().Select(t => new object[] { t });

    [Theory]
    [MemberData(nameof(CmdletTypes))]
    public void A_verb_is_approved_and_a_noun_begins_with_Axfl(Type type)
    {
        var (verb, noun, _) = NameOf(type);
        Assert.Contains(verb, Approved);
        Assert.StartsWith("Axfl", noun, StringComparison.Ordinal);
        Assert.Equal(verb + noun + "Command", type.Name);
    }

    [Theory]
    [MemberData(nameof(CmdletTypes))]
    public void Every_command_says_what_it_gives(Type type) =>
        Assert.Contains(type.GetCustomAttributesData(), a => a.AttributeType.Name == nameof(OutputTypeAttribute));

    [Theory]
    [MemberData(nameof(CmdletTypes))]
    public void What_changes_things_asks_first_and_nothing_else_does(Type type)
    {
        var (verb, _, asks) = NameOf(type);
        Assert.Equal(Changing.Contains(verb), asks);
    }

    [Theory]
    [MemberData(nameof(CmdletTypes))]
    public void A_path_with_wildcards_has_a_literal_one_beside_it(Type type)
    {
        var path = type.GetProperty("Path");
        if (path is null || path.GetCustomAttributesData().All(a => a.AttributeType.Name != nameof(SupportsWildcardsAttribute))) return;
        Assert.NotNull(type.GetProperty("LiteralPath"));
    }

    [Theory]
    [InlineData(typeof(SaveAxflHistoryCommand), "Endpoint", "HistoryEndpoint")]
    [InlineData(typeof(CompareAxflRunCommand), "HistoryEndpoint", "Endpoint")]
    public void The_server_of_the_history_has_both_names_in_either_command(Type type, string name, string alias)
    {
        var aliases = type.GetProperty(name)!.GetCustomAttributesData().Single(a => a.AttributeType.Name == nameof(AliasAttribute)).ConstructorArguments
            .SelectMany(a => (IEnumerable<System.Reflection.CustomAttributeTypedArgument>)a.Value!).Select(a => (string)a.Value!);
        Assert.Equal([alias], aliases);
    }

    [Fact]
    public void The_manifests_export_exactly_the_commands_of_the_assembly()
    {
        var names = Types().Select(t => NameOf(t) is var (verb, noun, _) ? verb + "-" + noun : "").Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(names, Exported(Repository.PathOf("src", "Axfl.PowerShell", "Axfl.psd1")));
        Assert.Equal(names, Exported(Repository.PathOf("Axfl.psd1")));
    }

    internal static Type[] Types() =>
        [.. typeof(AxflCmdlet).Assembly.GetExportedTypes().Where(t => !t.IsAbstract && typeof(AxflCmdlet).IsAssignableFrom(t))];

    internal static (string Verb, string Noun, bool Asks) NameOf(Type type)
    {
        var data = type.GetCustomAttributesData().Single(a => a.AttributeType.Name == nameof(CmdletAttribute));
        return ((string)data.ConstructorArguments[0].Value!, (string)data.ConstructorArguments[1].Value!,
            data.NamedArguments.Any(n => n.MemberName == "SupportsShouldProcess" && (bool)n.TypedValue.Value!));
    }

    private static string[] Exported(string manifest) =>
        [.. File.ReadLines(manifest).Select(l => l.Trim().Trim('\'')).Where(l => l.Contains("-Axfl", StringComparison.Ordinal) && !l.Contains(' ', StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
