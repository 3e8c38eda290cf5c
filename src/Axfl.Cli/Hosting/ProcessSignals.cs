using System.Runtime.InteropServices;

namespace Axfl.Cli.Hosting;

/// <summary>Turns Ctrl-C, Ctrl-\, SIGTERM and SIGHUP into a <see cref="StopRequest"/>; a second one ends the process as if nobody listened.</summary>
/// <remarks>Signal registrations, not Console.CancelKeyPress: they do not take over the terminal, and they work with redirected streams.</remarks>
internal sealed class ProcessSignals : IDisposable
{
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _quit;
    private readonly PosixSignalRegistration _terminate;
    private readonly PosixSignalRegistration? _hangUp;

    /// <summary>Listens until disposed.</summary>
    public ProcessSignals(StopRequest stop)
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = stop.Request(ExitCode.Interrupted));
        _quit = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, context => context.Cancel = stop.Request(ExitCode.Quit));
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => context.Cancel = stop.Request(ExitCode.Terminated));
        if (!PosixSignals.IsIgnored(PosixSignals.HangUp))
            _hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => context.Cancel = stop.Request(ExitCode.HungUp));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _interrupt.Dispose();
        _quit.Dispose();
        _terminate.Dispose();
        _hangUp?.Dispose();
    }
}
