using System.Runtime.InteropServices;

namespace Axfl.Runs.Journal;

/// <summary>
/// Brings the name of a new or renamed file to the disk: on Unix a file that was synced may still be gone after a power failure, because its folder was not.
/// Windows keeps names with the file.
/// </summary>
internal static class FolderSync
{
    private const int NotPermitted = 13, NotSupported = 22;

    // Read only, and not for processes that are started meanwhile.
    private static readonly int Flags = OperatingSystem.IsMacOS() ? 0x100_0000 : 0x8_0000;

    /// <summary>Syncs the folder a file is in. A folder that may not be read, or that its file system cannot sync, is left as it is.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Of(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var descriptor = Open(System.Text.Encoding.UTF8.GetBytes(folder + '\0'), Flags);
        if (descriptor < 0)
        {
            ThrowUnless(NotPermitted, folder);
            return;
        }

        try
        {
            if (Sync(descriptor) != 0) ThrowUnless(NotSupported, folder);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static void ThrowUnless(int expected, string folder)
    {
        var error = Marshal.GetLastPInvokeError();
        if (error != expected) throw new IOException($"{folder}: {Marshal.GetPInvokeErrorMessage(error)}");
    }

#pragma warning disable SYSLIB1054
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
#pragma warning restore SYSLIB1054
}
