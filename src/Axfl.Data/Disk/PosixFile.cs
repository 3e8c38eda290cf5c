using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Axfl.Data.Disk;

/// <summary>Opens what the base library does not: a folder, or a pipe without waiting for its other end.</summary>
internal static partial class PosixFile
{
    private const int LinuxNonBlocking = 0x800, LinuxCloseOnExec = 0x8_0000, MacNonBlocking = 0x4, MacCloseOnExec = 0x100_0000;

    /// <summary>Opens for reading, not for processes that are started meanwhile.</summary>
    /// <returns>An invalid handle where it cannot be opened; <see cref="Marshal.GetLastPInvokeError"/> says why.</returns>
    public static SafeFileHandle OpenFolder(string path) => new(open(path, OperatingSystem.IsMacOS() ? MacCloseOnExec : LinuxCloseOnExec), ownsHandle: true);

    /// <summary>The same without waiting.</summary>
    /// <returns>As of <see cref="OpenFolder"/>.</returns>
    public static SafeFileHandle OpenAtOnce(string path) =>
        new(open(path, OperatingSystem.IsMacOS() ? MacNonBlocking | MacCloseOnExec : LinuxNonBlocking | LinuxCloseOnExec), ownsHandle: true);

    /// <summary>Brings it to the disk.</summary>
    /// <returns>0, or -1; <see cref="Marshal.GetLastPInvokeError"/> says why.</returns>
    public static int Sync(SafeFileHandle handle) => fsync(handle);

#pragma warning disable CA5392, IDE1006
    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(SafeFileHandle handle);
#pragma warning restore CA5392, IDE1006
}
