namespace Axfl.Data.Disk;

/// <summary>A file that is replaced whole: a reader sees the old one or the new one, and when the new one cannot be written the old one stays.</summary>
public static class WholeFile
{
    /// <summary>Writes it beside the old one and puts it in its place. A link in its place is replaced, not what it points to.</summary>
    /// <remarks>
    /// The file beside it is made by this call or not at all, under a name that nobody can know: what stands there already, a link too, is never written.
    /// What a process that was killed leaves of it ends in <c>.tmp</c>, and no reader takes that for a file of its own.
    /// </remarks>
    /// <param name="path">Path.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">It cannot be written; nothing is left of it.</exception>
    public static void Replace(string path, Action<FileStream> write)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(path) ?? "", $".axfl-{Path.GetRandomFileName()}.tmp");
        var isDone = false;
        var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        try
        {
            using (stream) write(stream);
            File.Move(temporary, path, overwrite: true);
            isDone = true;
        }
        finally
        {
            if (!isDone) TryDelete(temporary);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What could not be written says what is wrong.
        }
    }
}
