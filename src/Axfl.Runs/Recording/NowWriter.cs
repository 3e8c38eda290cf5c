using System.Buffers;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.Data.Disk;
using Axfl.Runs.Files;

namespace Axfl.Runs.Recording;

/// <summary>
/// Writes now.json: at most once a second when something changed, every five seconds when nothing did, and a last time at the end. The file is replaced
/// whole, so that a reader never sees half of it. While the run waits (a paced replay, a warm-up) the time in it goes on all the same.
/// </summary>
internal sealed class NowWriter : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1), Rest = TimeSpan.FromSeconds(5);

    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly object _lock = new();
    private readonly ArrayBufferWriter<byte> _made = new(4096);
    private byte[] _content = [];
    private long _written;
    private string _state = RunStates.Running;
    private bool _hasWritten, _disposed;
    private Exception? _fault;
    private volatile bool _isDue = true;

    /// <param name="path">Path of the file.</param>
    /// <param name="time">Clock.</param>
    public NowWriter(string path, TimeProvider time)
    {
        _path = path;
        _time = time;
        _timer = time.CreateTimer(static w => ((NowWriter)w!).Tick(), this, Second, Second);
    }

    /// <summary>Whether a second has passed: the run should give its present state. Costs nothing to ask.</summary>
    public bool IsDue => _isDue;

    /// <summary>Takes the present state; it is written when it differs from the last, or that is five seconds old.</summary>
    /// <exception cref="AxflException">The file cannot be written.</exception>
    public void Write(NowContent content) => Write(content, RunStates.Running, always: false);

    /// <summary>Writes the last state.</summary>
    /// <param name="content">The state at the end; null: the last one known.</param>
    /// <param name="state">ended, stopped or failed.</param>
    /// <exception cref="AxflException">The file cannot be written.</exception>
    public void End(NowContent? content, string state) => Write(content, state, always: true);

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock) _disposed = true;
        _timer.Dispose();
    }

    private void Write(NowContent? content, string state, bool always)
    {
        lock (_lock)
        {
            _isDue = false;
            if (_fault is { } fault) throw OutputErrors.NotWritable(_path, fault);
            _state = state;
            var isNew = content is not null && Make(content);
            if (always || isNew || !_hasWritten || _time.GetElapsedTime(_written) >= Rest) OutputErrors.Guard(_path, Replace);
        }
    }

    // Of the timer's thread: the run may be waiting for its next bar.
    private void Tick()
    {
        lock (_lock)
        {
            if (_disposed || _state != RunStates.Running) return;
            _isDue = true;
            if (!_hasWritten || _fault is not null || _time.GetElapsedTime(_written) < Rest) return;
            try
            {
                Replace();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The run's own thread ends the run with it.
                _fault = e;
            }
        }
    }

    private bool Make(NowContent content)
    {
        _made.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_made, ReadableJson.Options()))
            NowJson.WriteContent(content, json);
        if (_made.WrittenSpan.SequenceEqual(_content)) return false;
        _content = _made.WrittenSpan.ToArray();
        return true;
    }

    private void Replace()
    {
        _written = _time.GetTimestamp();
        var content = NowJson.Whole(_content, _time.GetUtcNow(), Environment.ProcessId, _state);
        try
        {
            WholeFile.Replace(_path, stream => stream.Write(content));
        }
        catch (UnauthorizedAccessException) when (OperatingSystem.IsWindows() && _hasWritten && _state == RunStates.Running)
        {
            // Somebody reads the old one at this moment, which Windows does not allow to be replaced then: in a second again.
            return;
        }

        _hasWritten = true;
    }
}
