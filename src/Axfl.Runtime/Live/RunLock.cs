using System.Globalization;
using System.Text.Json;
using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>One process at a time owns a run directory: <c>run.lock</c> names it by process id, start time and host, and is held open by it.</summary>
/// <remarks>
/// The system lets go of an open file when its process dies, however it dies, so that on one host a lock left behind is seen to be stale. A lock of
/// another host (a shared folder) cannot be judged from here and is respected.
/// </remarks>
internal sealed class RunLock : IDisposable
{
    private readonly string _path;
    private readonly FileStream _stream;

    private RunLock(string path, FileStream stream, string? stale)
    {
        _path = path;
        _stream = stream;
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

        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None);
        }
        catch (IOException e) when (File.Exists(path))
        {
            throw Locked(path, owner is { } o ? $"process {o.Pid} on this machine" : "another process",
                "Stop it (Stop-AxflLivePort, Ctrl-C) before the run is taken up again.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw OutputErrors.NotWritable(path, e);
        }

        return OutputErrors.Guard(path, () =>
        {
            stream.SetLength(0);
            stream.Write(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>
            {
                ["pid"] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
                ["host"] = host,
            }));
            stream.Flush(flushToDisk: true);
            return new RunLock(path, stream, owner is { } o ? $"process {o.Pid}" : null);
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Deleted while it is held, so that nobody else's is.
        if (!OperatingSystem.IsWindows()) File.Delete(_path);
        _stream.Dispose();
        if (OperatingSystem.IsWindows()) File.Delete(_path);
    }

    private static (string Pid, string Host)? ReadOwner(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var owner = JsonSerializer.Deserialize<Dictionary<string, string>>(stream);
            return owner is not null && owner.TryGetValue("pid", out var pid) && owner.TryGetValue("host", out var host) ? (pid, host) : null;
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            // No lock, or one its owner was killed while writing: whether somebody holds the file decides.
            return null;
        }
    }

    private static AxflException Locked(string path, string owner, string next, Exception? cause = null) =>
        new("RunLocked", ErrorKind.Output, $"The run in {Path.GetDirectoryName(path)} belongs to {owner}. {next}", cause) { Target = path };
}
