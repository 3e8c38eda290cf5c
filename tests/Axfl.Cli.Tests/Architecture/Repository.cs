using System.Xml.Linq;

namespace Axfl.Cli.Tests.Architecture;

/// <summary>The source tree these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Names of the projects a source project refers to; those it only wants built before it do not count.</summary>
    public static string[] References(string project) => Includes(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension).ToArray()!;

    /// <summary>Packages a source project refers to.</summary>
    public static string[] Packages(string project) => Includes(project, "PackageReference").ToArray();

    /// <summary>All source files under a folder, without what builds leave.</summary>
    public static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(PathOf(folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                && !f.Contains(Path.DirectorySeparatorChar + "bin" + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    private static IEnumerable<string> Includes(string project, string element) =>
        XDocument.Load(PathOf("src", project, project + ".csproj")).Descendants(element)
            .Where(e => (string?)e.Attribute("ReferenceOutputAssembly") != "false").Select(e => e.Attribute("Include")!.Value.Replace('\\', '/'));

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Directory.Packages.props"))) at = at.Parent;
        return at?.FullName ?? throw new DirectoryNotFoundException("No Directory.Packages.props above " + AppContext.BaseDirectory);
    }
}
