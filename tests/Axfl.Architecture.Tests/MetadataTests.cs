using System.Text.RegularExpressions;
using System.Xml.Linq;
using Axfl.Testing;

namespace Axfl.Architecture.Tests;

/// <summary>What packages and manifests say of themselves: the same.</summary>
public partial class MetadataTests
{
    public static TheoryData<string> Manifests => ["Axfl.psd1", "src/Axfl.PowerShell/Axfl.psd1"];

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Manifests_say_of_the_product_what_the_packages_say(string manifest)
    {
        var package = XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("PropertyGroup").First();
        var entries = Entry().Matches(File.ReadAllText(Repository.PathOf(manifest))).ToDictionary(m => m.Groups["key"].Value, m => m.Groups["value"].Value);
        Assert.Equal(
            [package.Element("Version")!.Value, package.Element("Authors")!.Value, package.Element("Company")!.Value, package.Element("Copyright")!.Value, package.Element("Description")!.Value],
            [entries["ModuleVersion"], entries["Author"], entries["CompanyName"], entries["Copyright"], entries["Description"]]);
    }

    [GeneratedRegex(@"^    (?<key>\w+) *= '(?<value>[^']*)'", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
