using Axfl.Data.Disk;
using Axfl.Testing;

namespace Axfl.Data.Tests.Disk;

public sealed class FolderSyncTests
{
    public static bool IsUnix => !OperatingSystem.IsWindows();

    [Fact(SkipUnless = nameof(IsUnix), Skip = "Windows keeps names with the file.")]
    public void The_folder_of_a_file_is_synced_and_one_that_is_not_there_is_an_error_by_name()
    {
        using var folder = new TemporaryFolder();
        FolderSync.Of(folder["new.jsonl"]);
        var missing = Path.Combine(folder.Path, "gone");
        var error = Assert.Throws<IOException>(() => FolderSync.Of(Path.Combine(missing, "new.jsonl")));
        Assert.Contains(missing, error.Message, StringComparison.Ordinal);
    }
}
