using System.Runtime.InteropServices;

namespace Axfl.Data.Disk;

/// <summary>
/// Brings the name of a new or renamed file to the disk: on Unix a file that was synced may still be gone after a power failure, because its folder was not.
/// Windows keeps names with the file.
/// </summary>
public static class FolderSync
{
    private const int NotPermitted = 13, NotSupported = 22;

    /// <summary>Syncs the folder a file is in. A folder that may not be read, or that its file system cannot sync, is left as it is.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Of(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        using var handle = PosixFile.OpenFolder(folder);
        if (handle.IsInvalid) ThrowUnless(NotPermitted, folder);
        else if (PosixFile.Sync(handle) != 0) ThrowUnless(NotSupported, folder);
    }

    private static void ThrowUnless(int expected, string folder)
    {
        var error = Marshal.GetLastPInvokeError();
        if (error != expected) throw new IOException($"{folder}: {Marshal.GetPInvokeErrorMessage(error)}");
    }
}
