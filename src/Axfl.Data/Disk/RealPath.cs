namespace Axfl.Data.Disk;

/// <summary>Paths without links, by which two can be told to be the same place.</summary>
public static class RealPath
{
    private static readonly StringComparison Comparison = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>The path of a place whose folders, and it itself, are no links; what does not exist stays as it is written.</summary>
    /// <param name="path">Path, absolute.</param>
    public static string Of(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return Path.GetDirectoryName(full) is { Length: > 0 } folder ? Target(Path.Combine(Of(folder), Path.GetFileName(full))) : full;
    }

    /// <summary>The path of an entry of a folder: its folders are no links, it itself may be one, which is what is replaced when a file is moved there.</summary>
    /// <param name="path">Path, absolute.</param>
    public static string OfEntry(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return Path.GetDirectoryName(full) is { Length: > 0 } folder ? Path.Combine(Of(folder), Path.GetFileName(full)) : full;
    }

    /// <summary>Whether two real paths are of one place.</summary>
    public static bool IsSame(string one, string other) => string.Equals(one, other, Comparison);

    /// <summary>Whether a real path is of something in a folder, at any depth.</summary>
    public static bool IsIn(string path, string folder) => path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, Comparison);

    private static string Target(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true) is { FullName: var target } && target != path ? Of(target) : path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Links in a circle, or no right to look: whoever opens it is told.
            return path;
        }
    }
}
