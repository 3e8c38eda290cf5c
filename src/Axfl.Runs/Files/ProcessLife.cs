using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Axfl.Runs.Files;

/// <summary>Whether the process that wrote something is still there.</summary>
internal static class ProcessLife
{
    // The system's times of starts are rounded.
    private static readonly TimeSpan Rounding = TimeSpan.FromSeconds(2);

    /// <summary>Whether the process of an id that wrote at a time still exists. One that began later only has the same number.</summary>
    /// <param name="processId">Process id on this machine.</param>
    /// <param name="wrote">When it wrote, UTC.</param>
    public static bool IsAlive(int processId, DateTime wrote)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !IsZombie(processId) && process.StartTime.ToUniversalTime() <= wrote + Rounding;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
        catch (Win32Exception)
        {
            // It exists and is somebody else's.
            return true;
        }
    }

    // Dead, but not yet waited for by its parent.
    private static bool IsZombie(int processId)
    {
        if (!OperatingSystem.IsLinux()) return false;
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));
            return stat.AsSpan(stat.LastIndexOf(')') + 1).TrimStart() is ['Z' or 'X', ..];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return !File.Exists(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));
        }
    }
}
