using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>Output that cannot be written: the run stops, what was written stays readable.</summary>
internal static class OutputErrors
{
    /// <summary>Does some writing; a failure of the disk becomes an error that names the path.</summary>
    public static T Guard<T>(string path, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw NotWritable(path, e);
        }
    }

    /// <summary>The error.</summary>
    public static AxflException NotWritable(string path, Exception cause) => new("OutputNotWritable", ErrorKind.Output,
        $"{path} cannot be written: {cause.Message} Free space or give another -OutputDirectory (--out); what was written is complete up to here.", cause)
    {
        Target = path,
    };
}
