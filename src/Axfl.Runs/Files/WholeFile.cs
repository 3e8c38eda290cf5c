namespace Axfl.Runs.Files;

/// <summary>A file that is replaced whole: a reader sees the old one or the new one, and when the new one cannot be written the old one stays.</summary>
internal static class WholeFile
{
    /// <summary>Writes it beside the old one and puts it in its place.</summary>
    /// <param name="path">Path.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">It cannot be written; nothing is left of it.</exception>
    public static void Replace(string path, Action<Stream> write)
    {
        var temporary = path + ".tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.Read)) write(stream);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TryDelete(temporary);
            throw;
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
