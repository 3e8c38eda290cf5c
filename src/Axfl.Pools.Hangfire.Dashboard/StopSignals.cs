using System.Runtime.InteropServices;

namespace Axfl.Pools.Hangfire.Dashboard;

/// <summary>The wish that the process should end: Ctrl-C or SIGTERM. A second one ends it as if nobody listened.</summary>
internal sealed class StopSignals : IDisposable
{
    private const int Interrupted = 130, Terminated = 143;

    private readonly TaskCompletionSource<int> _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration _interrupt, _terminate;

    /// <summary>Listens until disposed.</summary>
    public StopSignals()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = _asked.TrySetResult(Interrupted));
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => context.Cancel = _asked.TrySetResult(Terminated));
    }

    /// <summary>Exit code of the first wish, once there is one.</summary>
    public Task<int> Asked => _asked.Task;

    /// <inheritdoc/>
    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
    }
}
