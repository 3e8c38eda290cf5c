using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Axfl.Runs.Files;

/// <summary>Whether that a file could be opened says that nobody holds it alone.</summary>
internal static partial class FileLocking
{
    private const int Shared = 1, NoWait = 4;

    /// <summary>Whether it does.</summary>
    /// <remarks>
    /// On Windows it always does. Elsewhere the runtime locks with flock what it opens (<c>FileShare.None</c>: alone), unless it was told not to, and takes a
    /// file system that has no flock for one where everything is free: the system itself is asked again.
    /// </remarks>
    /// <param name="file">A file opened for reading with the runtime's lock, which is shared.</param>
    public static bool IsKnown(SafeFileHandle file) => OperatingSystem.IsWindows() || (!IsSwitchedOff && flock(file, Shared | NoWait) == 0);

    private static bool IsSwitchedOff =>
        AppContext.TryGetSwitch("System.IO.DisableFileLocking", out var off) ? off : Environment.GetEnvironmentVariable("DOTNET_SYSTEM_IO_DISABLEFILELOCKING") is "1" or "true";

#pragma warning disable CA5392, IDE1006
    [LibraryImport("libc")]
    private static partial int flock(SafeFileHandle file, int operation);
#pragma warning restore CA5392, IDE1006
}
