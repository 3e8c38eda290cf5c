namespace Axfl.Data.Disk;

/// <summary>The guard of files that must be files: to open a pipe waits for whoever writes into it, perhaps indefinitely.</summary>
public static class RegularFile
{
    /// <summary>Opens a file for reading that others may write, move or delete meanwhile.</summary>
    /// <param name="path">Path.</param>
    /// <exception cref="IOException">It is a pipe, or cannot be opened.</exception>
    public static FileStream Open(string path)
    {
        Require(path);
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
    }

    /// <summary>Reads a whole text of UTF-8 that is small by its nature.</summary>
    /// <param name="path">Path.</param>
    /// <param name="most">The most bytes it may have.</param>
    /// <exception cref="IOException">It is a pipe, or cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is longer.</exception>
    public static byte[] ReadAll(string path, long most)
    {
        using var stream = Open(path);
        var length = stream.Length;
        if (length > most) throw new InvalidDataException($"It has {length} bytes, more than the {most} that such a file may have");
        var bytes = new byte[length];
        return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    /// <summary>Refuses a pipe without waiting for its other end. What cannot be opened says so when it is opened.</summary>
    /// <param name="path">Path.</param>
    /// <exception cref="IOException">It is a pipe.</exception>
    public static void Require(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        using var handle = PosixFile.OpenAtOnce(path);
        if (handle.IsInvalid) return;
        try
        {
            _ = RandomAccess.GetLength(handle);
        }
        catch (NotSupportedException e)
        {
            throw new IOException("It is a pipe, which can be read only once: save it as a file", e);
        }
    }
}
