using Axfl.Data.Disk;

namespace Axfl.Data.Tests.Disk;

/// <summary>Whether two paths are of one place.</summary>
public sealed class RealPathTests : IDisposable
{
    private readonly string _folder = RealPath.Of(Directory.CreateTempSubdirectory("axfl-real").FullName);

    private string In(params string[] parts) => Path.Combine([_folder, .. parts]);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_folder_that_is_a_link_is_the_folder_it_leads_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right of their own there.");
        Directory.CreateDirectory(In("run"));
        Directory.CreateSymbolicLink(In("link"), In("run"));
        Directory.CreateSymbolicLink(In("further"), In("link"));
        Assert.Equal(In("run", "a.csv"), RealPath.OfEntry(In("further", "a.csv")));
        Assert.True(RealPath.IsIn(RealPath.OfEntry(In("further", "a.csv")), RealPath.Of(In("link"))));
        Assert.False(RealPath.IsIn(RealPath.OfEntry(In("runs", "a.csv")), RealPath.Of(In("run"))));
    }

    [Fact]
    public void An_entry_that_is_a_link_is_itself_and_its_place_is_what_it_leads_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right of their own there.");
        File.WriteAllText(In("a"), "");
        File.CreateSymbolicLink(In("b"), In("a"));
        Assert.Equal((In("b"), In("a")), (RealPath.OfEntry(In("b")), RealPath.Of(In("b"))));
    }

    [Fact]
    public void Links_in_a_circle_stay_as_they_are()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right of their own there.");
        File.CreateSymbolicLink(In("a"), In("b"));
        File.CreateSymbolicLink(In("b"), In("a"));
        Assert.Equal(In("a"), RealPath.Of(In("a")));
    }
}
