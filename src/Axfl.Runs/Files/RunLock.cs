using System.Globalization;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.Data.Disk;

namespace Axfl.Runs.Files;

/// <summary>One process at a time owns a run directory: <c>run.lock</c> names it by process id and host, and <c>run.lock.held</c> is held open by it.</summary>
/// <remarks>
/// Two files, since one that is held cannot be read by others. The system lets go of an open file when its process dies, however it dies, so that on
/// one host a lock left behind is seen to be stale. A lock of another host (a shared folder) cannot be judged from here and is respected.
/// </remarks>
internal sealed class RunLock : IDisposable
{
    private const string Held = ".held";

    // Whoever looks whether it is held has the file open for a moment.
    private const int Tries = 10;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(20);

    private readonly string _path;
    private readonly FileStream _held;

    private RunLock(string path, FileStream held, string? stale)
    {
        _path = path;
        _held = held;
        Stale = stale;
    }

    /// <summary>Whose lock was left behind and taken over; null: nobody's.</summary>
    public string? Stale { get; }

    /// <summary>Takes the lock.</summary>
    /// <param name="directory">Run directory.</param>
    /// <param name="host">Name of this machine.</param>
    /// <exception cref="AxflException">Another process has it (<c>RunLocked</c>).</exception>
    public static RunLock Take(string directory, string host)
    {
        var path = Path.Combine(directory, RunFiles.Lock);
        var owner = ReadOwner(path);
        if (owner is { } other && !string.Equals(other.Host, host, StringComparison.OrdinalIgnoreCase))
        {
            throw Locked(path, $"process {other.Pid} on {other.Host}",
                $"If that process is gone (ask on {other.Host}), delete {path} and try again.");
        }

        FileStream held;
        try
        {
            held = Hold(path + Held);
        }
        catch (IOException e) when (File.Exists(path + Held))
        {
            throw Locked(path, owner is { } o ? $"process {o.Pid} on this machine" : "another process",
                $"Stop it ({Spelling.Command("Stop-AxflLivePort")}) before the run is resumed.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw OutputErrors.NotWritable(path, e);
        }

        return OutputErrors.Guard(path, () =>
        {
            var me = new LockFile(Environment.ProcessId.ToString(CultureInfo.InvariantCulture), host);
            File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(me, RunFileJson.Default.LockFile));
            return new RunLock(path, held, owner is { } o ? $"process {o.Pid}" : null);
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // While it is held, so that nobody else's is deleted. Windows deletes no open file: there an empty one stays behind, held by nobody.
        try
        {
            File.Delete(_path);
            if (!OperatingSystem.IsWindows()) File.Delete(_path + Held);
        }
        finally
        {
            _held.Dispose();
        }
    }

    /// <summary>Whom the lock of a run directory names; null: there is none that can be read.</summary>
    public static LockOwner? OwnerOf(string directory)
    {
        var path = Path.Combine(directory, RunFiles.Lock);
        return ReadOwner(path) is { } owner && int.TryParse(owner.Pid, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new LockOwner(id, owner.Host, File.GetLastWriteTimeUtc(path)) : null;
    }

    /// <summary>
    /// Whether the lock of a run directory is free though it names an owner on this machine: its process was killed, or the directory is a copy of one that
    /// is owned, for nobody holds the copy's own file.
    /// </summary>
    /// <remarks>The file is open for as long as it takes to ask, shared with all who ask.</remarks>
    /// <param name="directory">Run directory.</param>
    /// <returns>False also where the file system does not tell.</returns>
    public static bool IsLeft(string directory) =>
        OwnerOf(directory) is { } owner && owner.IsHere && IsFree(Path.Combine(directory, RunFiles.Lock) + Held);

    private static bool IsFree(string path)
    {
        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return FileLocking.IsKnown(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody holds it, or it may not be looked at.
            return false;
        }
    }

    private static FileStream Hold(string path)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (left > 1 && File.Exists(path))
            {
                Task.Delay(BetweenTries, TimeProvider.System).GetAwaiter().GetResult();
            }
        }
    }

    private static LockFile? ReadOwner(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return JsonSerializer.Deserialize(stream, JsonReading.Kind<LockFile>());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException || JsonReading.IsDamage(e))
        {
            // No lock, or one its owner was killed while writing: whether somebody holds the file decides.
            return null;
        }
    }

    private static AxflException Locked(string path, string owner, string next, Exception? cause = null) =>
        new("RunLocked", ErrorKind.Output, $"The run in {Path.GetDirectoryName(path)} belongs to {owner}. {next}", cause) { Target = path };
}

/// <summary>A lock as it stands in its file.</summary>
/// <param name="Pid">Process id, as text.</param>
/// <param name="Host">Name of its machine.</param>
internal sealed record LockFile(string Pid, string Host);

/// <summary>Whom a lock names.</summary>
/// <param name="ProcessId">Process.</param>
/// <param name="Host">Its machine.</param>
/// <param name="Since">When it took the lock, UTC.</param>
internal sealed record LockOwner(int ProcessId, string Host, DateTime Since)
{
    /// <summary>Whether that is this one.</summary>
    public bool IsHere => string.Equals(Host, Environment.MachineName, StringComparison.OrdinalIgnoreCase);
}
