using Axfl.Contracts;

namespace Axfl.Cli.Tests.Fakes;

/// <summary>A dashboard that serves nothing until it is stopped, or breaks.</summary>
internal sealed class StubDashboard : IDashboard
{
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Uri Address { get; } = new("http://127.0.0.1:50123/?key=00ff");

    public AxflException? Fault { get; init; }

    public bool HasBrowser { get; init; } = true;

    public bool IsOpened { get; private set; }

    public Task Completion => Fault is { } fault ? Task.FromException(fault) : _end.Task;

    public bool OpenBrowser() => (IsOpened = true) && HasBrowser;

    public ValueTask DisposeAsync()
    {
        _end.TrySetResult();
        return ValueTask.CompletedTask;
    }
}
