using System.Runtime.InteropServices;

namespace Axfl.Cli.Hosting;

/// <summary>What the process was told to do with a signal when it was started, on Linux and macOS.</summary>
internal static partial class PosixSignals
{
    private const nint Default = 0, Ignore = 1;

    /// <summary>SIGHUP.</summary>
    public const int HangUp = 1;

    /// <summary>Whether a signal is ignored, as <c>nohup</c> sees to it for SIGHUP: who started the process so wants it to go on.</summary>
    /// <remarks>To be asked before anything listens to it.</remarks>
    public static bool IsIgnored(int number)
    {
        if (OperatingSystem.IsWindows()) return false;
        var before = signal(number, Default);
        if (before != Default) _ = signal(number, before);
        return before == Ignore;
    }

#pragma warning disable CA5392, IDE1006
    [LibraryImport("libc")]
    private static partial nint signal(int number, nint handler);
#pragma warning restore CA5392, IDE1006
}
