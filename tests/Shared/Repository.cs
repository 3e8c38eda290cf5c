namespace Axfl.Testing;

/// <summary>The source tree these tests were built from. A file of each project that needs it: not all of them see the same assemblies.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Directory.Packages.props"))) at = at.Parent;
        return at?.FullName ?? throw new DirectoryNotFoundException("No Directory.Packages.props above " + AppContext.BaseDirectory);
    }
}
