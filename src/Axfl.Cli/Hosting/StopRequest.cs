namespace Axfl.Cli.Hosting;

/// <summary>The wish that what runs should end now, with its files complete. The first wish decides the exit code.</summary>
/// <param name="time">Clock; null: the system's.</param>
internal sealed class StopRequest(TimeProvider? time = null) : IDisposable
{
    // timeout(1) and some service managers signal a process and its group: that is one wish.
    private static readonly TimeSpan OneWish = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly CancellationTokenSource _source = new();
    private long _asked;
    private int _exitCode;
    private bool _done;

    /// <summary>Cancelled once somebody has asked.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Exit code of the first wish; 0 while there is none.</summary>
    public int ExitCode => Volatile.Read(ref _exitCode);

    /// <summary>Whether the process is to end: somebody has asked, or what it did is done.</summary>
    public bool IsEnding => ExitCode != 0 || Volatile.Read(ref _done);

    /// <summary>What the process did is done: what is left to say must not hold it.</summary>
    public void Done() => Volatile.Write(ref _done, true);

    /// <summary>Done when the process is to end at once, as the last thing it does; null: nothing. It puts the terminal right.</summary>
    public Action? AtOnce { get; set; }

    /// <summary>Asks.</summary>
    /// <returns>False when somebody had asked more than a second before: then the process may end at once.</returns>
    public bool Request(int exitCode)
    {
        var asked = Interlocked.CompareExchange(ref _asked, _time.GetTimestamp(), 0);
        if (asked != 0)
        {
            if (_time.GetElapsedTime(asked) < OneWish) return true;
            AtOnce?.Invoke();
            return false;
        }

        Volatile.Write(ref _exitCode, exitCode);
        _source.Cancel();
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
}
