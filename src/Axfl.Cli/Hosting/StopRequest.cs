namespace Axfl.Cli.Hosting;

/// <summary>The wish that what runs should end now, with its files complete. The first wish decides the exit code.</summary>
internal sealed class StopRequest : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private int _exitCode;

    /// <summary>Cancelled once somebody has asked.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Exit code of the first wish; 0 while there is none.</summary>
    public int ExitCode => Volatile.Read(ref _exitCode);

    /// <summary>Asks.</summary>
    /// <returns>False when somebody had asked before: then the process may end at once.</returns>
    public bool Request(int exitCode)
    {
        if (Interlocked.CompareExchange(ref _exitCode, exitCode, 0) != 0) return false;
        _source.Cancel();
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
}
