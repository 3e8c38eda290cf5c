using Axfl.Contracts;

namespace Axfl.Data.Disk;

/// <summary>Output that cannot be written: the run stops, what was written stays readable.</summary>
public static class OutputErrors
{
    /// <summary>Does some writing; a failure of the disk becomes an error that names the path.</summary>
    /// <param name="path">What is written.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="error">The error to throw; null: <see cref="NotWritable"/>.</param>
    public static T Guard<T>(string path, Func<T> write, Func<string, Exception, AxflException>? error = null)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw (error ?? NotWritable)(path, e);
        }
    }

    /// <summary>The same for writing that gives nothing back.</summary>
    public static void Guard(string path, Action write, Func<string, Exception, AxflException>? error = null) => Guard(path, () =>
    {
        write();
        return true;
    }, error);

    /// <summary>The error.</summary>
    public static AxflException NotWritable(string path, Exception cause) => new("OutputNotWritable", ErrorKind.Output,
        $"{path} cannot be written: {cause.Message} Free space or give another {Spelling.Of("OutputDirectory")}; of what was written each file is whole up to its last full line.", cause)
    {
        Target = path,
    };
}
