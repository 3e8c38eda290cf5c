using Axfl.Contracts;

namespace Axfl.Data.Disk;

/// <summary>Files that cannot be read: gone, locked, damaged, not permitted. The one guard of reading, as <see cref="OutputErrors"/> is of writing.</summary>
public static class InputErrors
{
    /// <summary>Does some reading; a failure of the disk, or of what is read as an archive, becomes an error that names the path.</summary>
    /// <param name="path">What is read.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="error">The error to throw; null: <see cref="NotReadable"/>.</param>
    public static T Guard<T>(string path, Func<T> read, Func<string, Exception, AxflException>? error = null)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            throw (error ?? NotReadable)(path, e);
        }
    }

    /// <summary>Whether an exception means that a file cannot be read.</summary>
    public static bool IsUnreadable(Exception e) => e is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException;

    /// <summary>The error, of kind <see cref="ErrorKind.Data"/>.</summary>
    public static AxflException NotReadable(string path, Exception cause) =>
        new("FileUnreadable", ErrorKind.Data, Describe(path, cause), cause) { Target = path };

    /// <summary>What is wrong with a file, and what to do.</summary>
    public static string Describe(string path, Exception cause) => cause switch
    {
        FileNotFoundException or DirectoryNotFoundException => $"{path} does not exist: check the path.",
        UnauthorizedAccessException => $"{path} may not be read by this user: check its permissions and those of its folder.",
        _ when cause.Message.Contains("Too many open files", StringComparison.OrdinalIgnoreCase) =>
            $"{path} cannot be opened: too many files are open at once. Raise the limit (ulimit -n) or join the files.",
        _ => $"{path} cannot be read: {cause.Message.TrimEnd('.')}. Check that it is whole and not open elsewhere, or fetch it again.",
    };
}
