using System.Runtime.ExceptionServices;

namespace Axfl.PowerShell.Strategies;

/// <summary>Hands calls, one at a time, from the thread of a run to the thread of the pipeline in which its script blocks run.</summary>
internal sealed class ScriptCalls : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250), Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _asked = new(0), _done = new(0);
    private Action? _call;
    private ExceptionDispatchInfo? _fault;
    private long _began, _interrupted;
    private volatile bool _ended;

    /// <summary>Whether a call was under way that did not end though it was interrupted: its thread cannot be waited for.</summary>
    public bool IsAbandoned { get; private set; }

    /// <summary>Makes the calls, on the pipeline's thread, until <see cref="End"/>.</summary>
    public void Serve()
    {
        while (true)
        {
            _asked.Wait();
            if (_ended) return;
            try
            {
                _call!();
            }
#pragma warning disable CA1031
            catch (Exception e)
            {
                // Thrown again where the call was asked for.
                _fault = ExceptionDispatchInfo.Capture(e);
            }
#pragma warning restore CA1031
            finally
            {
                _done.Release();
            }
        }
    }

    /// <summary>Makes one call and waits for it.</summary>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public void Make(Action call)
    {
        if (_ended) throw new OperationCanceledException();
        (_call, _fault) = (call, null);
        Volatile.Write(ref _began, TimeProvider.System.GetTimestamp());
        _asked.Release();
        while (!_done.Wait(LookEvery))
        {
            if (_interrupted == 0 || TimeProvider.System.GetElapsedTime(Volatile.Read(ref _interrupted)) < Patience) continue;
            IsAbandoned = true;
            throw new OperationCanceledException();
        }

        Volatile.Write(ref _began, 0);
        if (_interrupted != 0 && _fault is not null) throw new OperationCanceledException("It was interrupted.", _fault.SourceException);
        _fault?.Throw();
    }

    /// <summary>Notes that the call under way is interrupted, if it has taken longer than a limit.</summary>
    /// <returns>Whether it has, the first time.</returns>
    public bool Interrupt(TimeSpan limit)
    {
        var began = Volatile.Read(ref _began);
        return began != 0 && TimeProvider.System.GetElapsedTime(began) >= limit
            && Interlocked.CompareExchange(ref _interrupted, TimeProvider.System.GetTimestamp(), 0) == 0;
    }

    /// <summary>No call follows.</summary>
    public void End()
    {
        _ended = true;
        _asked.Release();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _asked.Dispose();
        _done.Dispose();
    }
}
