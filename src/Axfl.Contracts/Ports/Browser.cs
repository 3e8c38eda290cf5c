using System.ComponentModel;
using System.Diagnostics;

namespace Axfl.Contracts;

/// <summary>The browser of this machine.</summary>
public static class Browser
{
    // Where there is neither, nobody looks at a screen.
    private static readonly string[] Displays = ["DISPLAY", "WAYLAND_DISPLAY"];

    /// <summary>Opens a file or address in it.</summary>
    /// <param name="target">Path or address.</param>
    /// <returns>False: there is none.</returns>
    public static bool TryOpen(string target)
    {
        try
        {
            using var process = OperatingSystem.IsWindows() ? Process.Start(new ProcessStartInfo(target) { UseShellExecute = true })
                : OperatingSystem.IsMacOS() ? Start("open", target)
                : Displays.Any(d => Environment.GetEnvironmentVariable(d) is { Length: > 0 }) ? Start("xdg-open", target) : null;
            return process is not null || OperatingSystem.IsWindows();
        }
        catch (Exception e) when (e is Win32Exception or FileNotFoundException or PlatformNotSupportedException)
        {
            return false;
        }
    }

    private static Process? Start(string program, string target) =>
        Process.Start(new ProcessStartInfo(program, [target]) { RedirectStandardOutput = true, RedirectStandardError = true });
}
