using System.Globalization;
using Axfl.Contracts;
using Axfl.Data.Disk;

namespace Axfl.Research.Store;

/// <summary>One process at a time writes a store on disk: a file beside it names it, and another is held open by it.</summary>
/// <remarks>Two files, since one that is held cannot be read by others. The system lets go of an open file however its process dies.</remarks>
internal sealed class StoreLock : IDisposable
{
    private readonly string _path;
    private readonly FileStream _held;

    private StoreLock(string path, FileStream held) => (_path, _held) = (path, held);

    /// <summary>Takes the lock of a store.</summary>
    /// <param name="store">Path of the store.</param>
    /// <exception cref="AxflException">Another process has it (<c>StoreLocked</c>), or the folder cannot be written (<c>StoreReadOnly</c>).</exception>
    public static StoreLock Take(string store)
    {
        var path = store + ".lock";
        FileStream held;
        try
        {
            held = new FileStream(path + ".held", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not DirectoryNotFoundException && File.Exists(path + ".held"))
        {
            throw StoreErrors.Locked(store, OwnerOf(path) ?? "another process", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.ReadOnly(store, e);
        }

        return OutputErrors.Guard(path, () =>
        {
            File.WriteAllText(path, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}"));
            return new StoreLock(path, held);
        }, StoreErrors.ReadOnly);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // While it is held, so that nobody else's is deleted. Windows deletes no open file: there an empty one stays behind, held by nobody.
        File.Delete(_path);
        if (!OperatingSystem.IsWindows()) File.Delete(_path + ".held");
        _held.Dispose();
    }

    private static string? OwnerOf(string path)
    {
        try
        {
            return File.ReadAllText(path) is { Length: > 0 } owner ? owner : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Its owner is about to write it, or has just let go.
            return null;
        }
    }
}
