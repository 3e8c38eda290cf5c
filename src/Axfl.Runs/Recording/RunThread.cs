using Axfl.Contracts;
using Axfl.Runs.Alerts;
using Axfl.Runs.Files;

namespace Axfl.Runs.Recording;

/// <summary>A run on a thread of its own, from its first event to its closed files: what all replays share.</summary>
internal abstract class RunThread : IPortfolioRun
{
    private readonly CancellationTokenSource _stop;
    private readonly StatusLog _log;
    private Task<RunSummary>? _completion;
    private AxflException? _lost;

    /// <param name="directory">Run directory.</param>
    /// <param name="eventsInABatch">Events handed over together; 1 when each must be seen at once.</param>
    /// <param name="keepsJson">Whether statuses are sent with their lines of JSON.</param>
    /// <param name="time">Clock.</param>
    /// <param name="cancellation">Stops the run.</param>
    protected RunThread(RunDirectory directory, int eventsInABatch, bool keepsJson, TimeProvider time, CancellationToken cancellation)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Files = directory;
        Time = time;
        Now = new NowWriter(directory.FileOf(RunFiles.Now), time);
        _log = new StatusLog(directory.Path);
        Channel = new RunChannel(eventsInABatch, _log.Append, keepsJson, _log.Flush, time, _stop.Token);
    }

    /// <inheritdoc/>
    public string RunId => Files.RunId;

    /// <inheritdoc/>
    public string Directory => Files.Path;

    /// <inheritdoc/>
    public IAsyncEnumerable<RunEvent> Events => Channel.Events();

    /// <inheritdoc/>
    public PortfolioStatus? Status { get; private set; }

    /// <inheritdoc/>
    public Task<RunSummary> Completion => _completion!;

    /// <summary>Tells people outside of the run; null: nobody.</summary>
    protected IRunAlerts? Alerts { get; init; }

    /// <summary>The run's directory.</summary>
    protected RunDirectory Files { get; }

    /// <summary>Writes now.json.</summary>
    protected NowWriter Now { get; }

    /// <summary>Clock.</summary>
    protected TimeProvider Time { get; }

    /// <summary>Takes what the run says.</summary>
    protected RunChannel Channel { get; }

    /// <summary>The wish to stop.</summary>
    protected CancellationToken Stopping => _stop.Token;

    /// <inheritdoc/>
    public void Stop() => _stop.Cancel();

    /// <inheritdoc/>
    public void ConsoleLost(AxflException error)
    {
        Interlocked.CompareExchange(ref _lost, error, null);
        Stop();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _stop.Cancel();
        return new ValueTask(Completion.ContinueWith(_ => _stop.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default));
    }

    /// <summary>Begins, once everything is made.</summary>
    protected void Begin() => _completion = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>The event time at which the run is, unix ms.</summary>
    protected abstract long AlertTime { get; }

    /// <summary>The run itself.</summary>
    /// <param name="began">Timestamp of its begin.</param>
    protected abstract RunSummary Replay(long began);

    /// <summary>The last status and the summary of a run that an error stopped, as far as they can be had.</summary>
    /// <param name="error">What stopped it.</param>
    /// <param name="elapsed">Wall clock so far.</param>
    protected abstract void Fail(string error, TimeSpan elapsed);

    /// <summary>Whether the run was asked to stop before its end.</summary>
    /// <exception cref="AxflException">What it says can be shown nowhere: then nobody wants the rest.</exception>
    protected bool IsStopped() => Volatile.Read(ref _lost) is { } error ? throw error : Stopping.IsCancellationRequested;

    /// <summary>Closes what it reads and writes.</summary>
    protected abstract void Close();

    /// <summary>Does what can be done after a fault; what goes wrong then must not hide the fault.</summary>
    protected static void Try(Action last)
    {
        try
        {
            last();
        }
#pragma warning disable CA1031
        catch (Exception)
        {
            // The fault says what happened; a disk that refuses this too is most likely the same.
        }
#pragma warning restore CA1031
    }

    /// <summary>Sends a status.</summary>
    protected void Send(PortfolioStatus status, bool isFinal)
    {
        Status = status;
        Channel.Send(new StatusEvent(status, isFinal));
    }

    /// <summary>Waits until all that was sent is in the files.</summary>
    protected void Finish()
    {
        Channel.Finish();
        _log.Flush();
    }

    /// <summary>Holds all that was written against the files, before anything tells that the run has ended.</summary>
    /// <exception cref="AxflException">One is gone or another (<c>RunFileChanged</c>).</exception>
    protected void Verify(RunRecorder recorder)
    {
        recorder.Verify();
        _log.Verify();
        Files.Verify();
    }

    private RunSummary Run()
    {
        var began = Time.GetTimestamp();
        try
        {
            var summary = Replay(began);
            Channel.Complete(null);
            return summary;
        }
        catch (Exception e)
        {
            Alerts?.OnEnded(AlertTime, RunErrors.Text(e), isFault: true);
            Fail(RunErrors.Text(e), Time.GetElapsedTime(began));
            Channel.Complete(e);
            throw;
        }
        finally
        {
            try
            {
                Close();
            }
            finally
            {
                Alerts?.Release();
                Alerts?.Close().GetAwaiter().GetResult();
                Now.Dispose();
                _log.Dispose();
            }
        }
    }
}
