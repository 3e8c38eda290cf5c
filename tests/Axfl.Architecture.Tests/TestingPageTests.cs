using System.Text.RegularExpressions;
using Axfl.Testing;

namespace Axfl.Architecture.Tests;

/// <summary>docs/testing.md names what is there.</summary>
public partial class TestingPageTests
{
    private static readonly string[] Page = File.ReadAllLines(Repository.PathOf("docs", "testing.md"));

    // The last cell of each row: the tests that hold a claim.
    public static TheoryData<string> Claims => [.. Rows("| claim | test |").Select(row => row.Trim('|').Split('|')[^1].Trim())];

    [Theory]
    [MemberData(nameof(Claims))]
    public void The_tests_that_hold_a_claim_are_there(string tests)
    {
        var named = Test().Matches(tests).Select(m => m.Groups["path"].Value).ToArray();
        Assert.NotEmpty(named);
        Assert.All(named, path => Assert.Contains(Files(), file => file.EndsWith($"/{path}.cs", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_folder_of_tests_is_in_the_table_and_each_of_the_table_is_a_folder()
    {
        string[] named = [.. Rows("| where | what |").Select(row => row.Split('`')[1])];
        var folders = Directory.GetDirectories(Repository.PathOf("tests")).Select(d => "tests/" + Path.GetFileName(d))
            .Select(f => named.Contains(f) ? f : Project().Replace(f, "tests/Axfl.*.Tests")).Distinct();
        Assert.Equal(folders.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Rows(string head) => Page.Index().Where(l => l.Item == head)
        .SelectMany(l => Page.Skip(l.Index + 2).TakeWhile(row => row.StartsWith('|')));

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories)
        .Select(path => path.Replace('\\', '/')).Where(path => !path.Contains("/obj/", StringComparison.Ordinal));

    [GeneratedRegex("`(?<path>[A-Z][A-Za-z/]*)`")]
    private static partial Regex Test();

    [GeneratedRegex(@"^tests/Axfl\..+\.Tests$")]
    private static partial Regex Project();
}
