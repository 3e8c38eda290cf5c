using System.ComponentModel;
using System.Diagnostics;

namespace Axfl.Dashboard;

/// <summary>The browser of this machine.</summary>
internal static class Browser
{
    /// <summary>Opens an address in it.</summary>
    /// <returns>False: there is none, or nobody sits before it.</returns>
    public static bool Open(Uri address)
    {
        try
        {
            using var process = Start(address.AbsoluteUri);
            return process is not null || OperatingSystem.IsWindows();
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            return false;
        }
    }

    private static Process? Start(string address)
    {
        if (OperatingSystem.IsWindows()) return Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
        if (!OperatingSystem.IsMacOS() && !HasScreen()) return null;
        // What it says on its streams is not for the terminal of the dashboard.
        return Process.Start(new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [address])
        {
            RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true,
        });
    }

    private static bool HasScreen() => new[] { "DISPLAY", "WAYLAND_DISPLAY" }.Any(n => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(n)));
}
