using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Axfl.Contracts;
using Axfl.PowerShell.Errors;

namespace Axfl.PowerShell.Runs;

/// <summary>Work on sweeps as a job of the session: Receive-Job, Wait-Job, Stop-Job and Remove-Job work as with any other.</summary>
public abstract class WatchingJob : Job, ISweepWatcher
{
    // Nobody may ever receive from it, and a worker has no end.
    private const int KeptNotices = 1_000;

    private readonly SweepView _view;
    private readonly CancellationTokenSource _stop = new();
    private readonly Runspace _runspace = Runspace.DefaultRunspace;
    private Task _work = Task.CompletedTask;
    private volatile string _status = "";

    private protected WatchingJob(string command, string name, string type, SweepView view)
        : base(command, name)
    {
        _view = view;
        PSJobTypeName = type;
    }

    /// <inheritdoc/>
    public override bool HasMoreData => Output.Count > 0 || Warning.Count > 0 || Error.Count > 0 || Verbose.Count > 0 || Information.Count > 0 || Progress.Count > 0;

    /// <inheritdoc/>
    public override string Location => Environment.MachineName;

    /// <inheritdoc/>
    public override string StatusMessage => _status;

    /// <inheritdoc/>
    public override void StopJob()
    {
        _stop.Cancel();
        _work.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    void ISweepWatcher.Progress(SweepProgress progress)
    {
        var record = _view.Of(progress);
        _status = record.StatusDescription;
        Progress.AddNewest(record, 1);
    }

    /// <inheritdoc/>
    void ISweepWatcher.Trial(SweepTrial trial) => Add(trial);

    /// <inheritdoc/>
    void ISweepWatcher.Notice(NoticeLevel level, string message)
    {
        if (IsEndless) _status = message;
        this.Tell(level, message, KeptNotices);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            StopJob();
            _stop.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Whether the work has no end of its own: what it says is its state.</summary>
    private protected virtual bool IsEndless => false;

    /// <summary>Takes a trial.</summary>
    private protected virtual void Add(SweepTrial trial)
    {
        // A worker tells none.
    }

    /// <summary>Does the work.</summary>
    /// <returns>How it ended.</returns>
    private protected abstract JobState Work(CancellationToken stop);

    /// <summary>Begins; the end of a constructor.</summary>
    private protected void Begin()
    {
        SetJobState(JobState.Running);
        _runspace.StateChanged += OnRunspace;
        _work = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private void Run()
    {
        var state = JobState.Completed;
        try
        {
            state = Work(_stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            state = JobState.Stopped;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            state = JobState.Failed;
            _status = e.Message;
            Error.Add(ErrorRecords.From(e, Name));
        }

        Progress.AddNewest(_view.Completed(), 1);
        _runspace.StateChanged -= OnRunspace;
        SetJobState(state);
    }

    // The session that started it is closed: nobody can receive or stop it any more. What is done is kept.
    private void OnRunspace(object? sender, RunspaceStateEventArgs e)
    {
        if (e.RunspaceStateInfo.State is RunspaceState.Closing or RunspaceState.Closed or RunspaceState.Broken) StopJob();
    }
}
