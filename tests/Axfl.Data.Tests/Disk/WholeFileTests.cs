using Axfl.Data.Disk;

namespace Axfl.Data.Tests.Disk;

/// <summary>Files that are replaced whole: never somebody else's, never half of one.</summary>
public sealed class WholeFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("axfl-whole").FullName;

    private string FileOf(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_is_replaced_and_nothing_stays_beside_it()
    {
        File.WriteAllText(FileOf("a"), "old");
        WholeFile.Replace(FileOf("a"), static s => s.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(FileOf("a")));
        Assert.Equal([FileOf("a")], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_file_whose_name_ends_in_tmp_is_somebody_elses()
    {
        File.WriteAllText(FileOf("a.tmp"), "mine");
        Directory.CreateDirectory(FileOf("b.tmp"));
        WholeFile.Replace(FileOf("a"), static s => s.Write("new"u8));
        WholeFile.Replace(FileOf("b"), static s => s.Write("new"u8));
        Assert.Equal("mine", File.ReadAllText(FileOf("a.tmp")));
    }

    [Fact]
    public void No_link_is_followed_neither_beside_the_file_nor_in_its_place()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right of their own there.");
        File.WriteAllText(FileOf("victim"), "precious");
        File.CreateSymbolicLink(FileOf("a.tmp"), FileOf("victim"));
        File.CreateSymbolicLink(FileOf("a"), FileOf("victim"));
        WholeFile.Replace(FileOf("a"), static s => s.Write("new"u8));
        Assert.Equal("precious", File.ReadAllText(FileOf("victim")));
        Assert.Equal("new", File.ReadAllText(FileOf("a")));
        Assert.Null(new FileInfo(FileOf("a")).LinkTarget);
    }

    [Fact]
    public void The_name_beside_it_is_another_each_time_and_in_the_same_folder()
    {
        var names = new HashSet<string>();
        for (var i = 0; i < 3; i++) WholeFile.Replace(FileOf("a"), s => names.Add(s.Name));
        Assert.Equal(3, names.Count);
        Assert.All(names, n => Assert.Equal(_folder, Path.GetDirectoryName(n)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_write_that_fails_leaves_the_old_file_and_nothing_else(bool isDisk)
    {
        File.WriteAllText(FileOf("a"), "old");
        Assert.ThrowsAny<Exception>(() => WholeFile.Replace(FileOf("a"), s =>
        {
            s.Write("half"u8);
            throw isDisk ? new IOException("full") : new InvalidOperationException("a defect");
        }));
        Assert.Equal("old", File.ReadAllText(FileOf("a")));
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_place_that_is_a_folder_leaves_nothing_beside_it()
    {
        Directory.CreateDirectory(FileOf("a"));
        Assert.ThrowsAny<Exception>(() => WholeFile.Replace(FileOf("a"), static s => s.Write("new"u8)));
        Assert.Equal([FileOf("a")], Directory.GetFileSystemEntries(_folder));
    }
}
