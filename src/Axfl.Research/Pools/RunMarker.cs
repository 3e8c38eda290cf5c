using System.Globalization;
using Axfl.Data.Disk;

namespace Axfl.Research.Pools;

/// <summary>A file beside the store that says that a sweep is running; whoever deletes it asks that the sweep begins nothing more.</summary>
internal sealed class RunMarker : IDisposable
{
    private readonly string _path;
    private readonly FileStream _held;

    // The file is held open: the system lets go of it however its process dies.
    private RunMarker(string path, FileStream held) => (_path, _held) = (path, held);

    /// <summary>Whether somebody asked it to stop.</summary>
    public bool IsWithdrawn => !File.Exists(_path);

    /// <summary>Marks a sweep as running; null: the store is no file.</summary>
    /// <param name="store">Path of the store.</param>
    /// <param name="sweep">Name of the sweep.</param>
    public static RunMarker? Set(string store, string sweep)
    {
        if (!File.Exists(store)) return null;
        var path = PathOf(store, sweep);
        return OutputErrors.Guard(path, () =>
        {
            File.WriteAllText(path, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}"));
            return new RunMarker(path, new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete));
        });
    }

    /// <summary>Asks a running sweep to begin nothing more.</summary>
    /// <returns>Whether one is running.</returns>
    public static bool Withdraw(string store, string sweep)
    {
        var path = PathOf(store, sweep);
        if (!File.Exists(path)) return false;
        var isRunning = IsHeld(path);
        File.Delete(path);
        return isRunning;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        File.Delete(_path);
        _held.Dispose();
    }

    // What a killed process left behind is held by nobody.
    private static bool IsHeld(string path)
    {
        try
        {
            using var free = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static string PathOf(string store, string sweep) => $"{store}.{sweep}.running";
}
