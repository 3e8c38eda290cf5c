using System.Globalization;

namespace Axfl.Research.Store;

/// <summary>Which processes have a file open, for people who wait for it.</summary>
internal static class FileOwners
{
    private const string Processes = "/proc";

    /// <summary>Processes of this user that have the file open, but this one; where the system does not tell: another process.</summary>
    /// <param name="path">Absolute path.</param>
    public static string Of(string path)
    {
        if (!Directory.Exists(Processes)) return "another process";
        var own = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        var found = Directory.EnumerateDirectories(Processes).Where(p => char.IsAsciiDigit(Path.GetFileName(p)[0]) && Path.GetFileName(p) != own && HasOpen(p, path)).Select(Describe).ToList();
        return found.Count > 0 ? string.Join(", ", found) : "another process";
    }

    private static bool HasOpen(string process, string path)
    {
        try
        {
            return Directory.EnumerateFiles(Path.Combine(process, "fd")).Any(fd => new FileInfo(fd).LinkTarget == path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another user's, or gone meanwhile.
            return false;
        }
    }

    private static string Describe(string process)
    {
        try
        {
            return $"process {Path.GetFileName(process)} ({File.ReadAllText(Path.Combine(process, "comm")).Trim()})";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"process {Path.GetFileName(process)}";
        }
    }
}
