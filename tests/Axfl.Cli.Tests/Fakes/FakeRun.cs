using Axfl.Contracts;

namespace Axfl.Cli.Tests.Fakes;

/// <summary>A run that says given events, then ends with a summary or a fault; <see cref="Stop"/> ends it early.</summary>
internal sealed class FakeRun(IReadOnlyList<RunEvent> events, RunSummary summary, Exception? fault, bool waitsForStop) : IPortfolioRun
{
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<RunSummary> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string RunId => summary.Run;

    public string Directory => Path.Combine(Path.GetTempPath(), "runs", summary.Run);

    public PortfolioStatus? Status => null;

    public Task<RunSummary> Completion => _completion.Task;

    public IAsyncEnumerable<RunEvent> Events => Read();

    public void ConsoleLost(AxflException error) => _stopped.TrySetException(error);

    public void Stop() => _stopped.TrySetResult();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async IAsyncEnumerable<RunEvent> Read()
    {
        foreach (var e in events) yield return e;
        if (waitsForStop) await _stopped.Task;
        if (fault is null) _completion.SetResult(summary with { Interrupted = waitsForStop });
        else _completion.SetException(fault);
    }
}
