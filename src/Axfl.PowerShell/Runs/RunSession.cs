using Axfl.Contracts;
using Axfl.PowerShell.Loading;
using Axfl.PowerShell.Strategies;

namespace Axfl.PowerShell.Runs;

/// <summary>One run of this process, with what must be let go when it ends.</summary>
internal sealed class RunSession : IDisposable
{
    private readonly IPortfolioRun _run;
    private readonly RunStrategies _strategies;
    private readonly ScriptSays _says;
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<bool>? _said;
    private int _disposed;

    private RunSession(IPortfolioRun run, RunStrategies strategies, ScriptSays says, bool isLive)
    {
        _run = run;
        IsLive = isLive;
        _strategies = strategies;
        _says = says;
    }

    /// <summary>Run id.</summary>
    public string RunId => _run.RunId;

    /// <summary>Run directory.</summary>
    public string Directory => _run.Directory;

    /// <summary>Whether it follows live prices: it has no end of its own and may last for weeks.</summary>
    public bool IsLive { get; }

    /// <summary>Newest status, or null before the first.</summary>
    public PortfolioStatus? Status => _run.Status;

    /// <summary>Ends with the run, its files closed; faulted by what stopped it.</summary>
    public Task<RunSummary> Completion => _run.Completion;

    /// <summary>Ends when nothing of the run is left; never faulted.</summary>
    public Task Closed => _closed.Task;

    /// <summary>Starts a run with the strategies registered in this process.</summary>
    /// <param name="request">The run.</param>
    /// <param name="cancellation">Ends the start, which may wait for a provider; what has started is ended by <see cref="Stop"/> alone.</param>
    public static RunSession Start(RunRequest request, CancellationToken cancellation)
    {
        // Not disposed: the run keeps its token, and a job outlives the command whose token this one follows.
        var starting = new CancellationTokenSource();
        using var follows = cancellation.UnsafeRegister(static s => ((CancellationTokenSource)s!).Cancel(), starting);
        var says = new ScriptSays(request.Verbose, isHeard: true);
        var strategies = StrategyRegistry.Open(says);
        try
        {
            var run = RuntimeHost.Runtime.Start(request with { Strategies = strategies.Definitions }, starting.Token);
            var session = new RunSession(run, strategies, says, request.Mode == "ws");
            RunRegistry.Add(session);
            return session;
        }
        catch
        {
            strategies.Dispose();
            throw;
        }
    }

    /// <summary>Asks the run to end; its files are completed.</summary>
    public void Stop()
    {
        if (Volatile.Read(ref _disposed) != 0) return;
        try
        {
            _run.Stop();
            _strategies.StopSoon();
        }
        catch (ObjectDisposedException)
        {
            // It ended by itself between the two lines: nothing to stop.
        }
    }

    /// <summary>Gives each event to the sink, on the calling thread, until the run has ended.</summary>
    /// <exception cref="Exception">What stopped the run, or what the sink threw.</exception>
    public void Pump(IRunSink sink)
    {
        var events = _run.Events.GetAsyncEnumerator();
        try
        {
            while (Next(events, sink)) Dispatch(events.Current, sink);
            Tell(sink);
        }
        finally
        {
            events.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    /// <summary>Ends the run if it has not ended, and waits until its files are closed.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        try
        {
            _strategies.StopSoon();
            _run.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
        finally
        {
            RunRegistry.Remove(this, new RunOutcome(RunId, Directory, Status, Failure()));
            _strategies.Dispose();
            _closed.SetResult();
        }
    }

    // Waits for an event of the run, and tells meanwhile what its scripts say: a live run's next event may be minutes away.
    private bool Next(IAsyncEnumerator<RunEvent> events, IRunSink sink)
    {
        var next = events.MoveNextAsync().AsTask();
        while (!next.IsCompleted)
        {
            _said ??= _says.Notices.WaitToReadAsync(CancellationToken.None).AsTask();
            Task.WaitAny(next, _said);
            if (!_said.IsCompleted) continue;
            _said = null;
            Tell(sink);
        }

        Tell(sink);
        return next.GetAwaiter().GetResult();
    }

    private void Tell(IRunSink sink)
    {
        while (_says.Notices.TryRead(out var notice)) Dispatch(notice, sink);
    }

    private Exception? Failure() => Completion is { IsFaulted: true, Exception: { } many } ? many.InnerExceptions is [var one] ? one : many : null;

    private static void Dispatch(RunEvent item, IRunSink sink)
    {
        switch (item)
        {
            case StatusEvent status:
                sink.Status(status.Status, status.IsFinal);
                break;
            case ProgressEvent progress:
                sink.Progress(progress);
                break;
            case NoticeEvent notice:
                sink.Notice(notice);
                break;
        }
    }
}
