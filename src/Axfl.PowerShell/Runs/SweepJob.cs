using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Axfl.Contracts;
using Axfl.PowerShell.Conversion;
using Axfl.PowerShell.Errors;
using Axfl.PowerShell.Loading;
using Axfl.PowerShell.Strategies;

namespace Axfl.PowerShell.Runs;

/// <summary>A sweep as a job of the session: Receive-Job, Wait-Job, Stop-Job and Remove-Job work as with any other; Stop-AxflSweep stops it too.</summary>
public sealed class SweepJob : Job, ISweepWatcher
{
    private readonly SweepView _view;
    private readonly CancellationTokenSource _stop = new();
    private readonly Runspace _runspace = Runspace.DefaultRunspace;
    private readonly Task _work;
    private volatile string _status = "";

    internal SweepJob(SweepRequest request, string name, string command)
        : base(command, name)
    {
        _view = new SweepView(name);
        PSJobTypeName = "AxflSweepJob";
        SetJobState(JobState.Running);
        _runspace.StateChanged += OnRunspace;
        _work = Task.Factory.StartNew(() => Run(request), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>What came of it; null: it is under way, or could not run.</summary>
    public SweepReport? Report { get; private set; }

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
    void ISweepWatcher.Trial(SweepTrial trial) => Output.Add(SweepTrialObject.Of(trial));

    /// <inheritdoc/>
    void ISweepWatcher.Notice(NoticeLevel level, string message)
    {
        if (level == NoticeLevel.Warning) Warning.Add(new WarningRecord(message));
        else if (level == NoticeLevel.Verbose) Verbose.Add(new VerboseRecord(message));
        else Information.Add(new InformationRecord(message, "Axfl"));
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

    private void Run(SweepRequest request)
    {
        var state = JobState.Completed;
        try
        {
            using var strategies = StrategyRegistry.Open();
            var report = Report = RuntimeHost.Runtime.Sweeps.Run(request with { Strategies = strategies.Definitions }, this, _stop.Token);
            if (report.Alarms.Count > 0) Error.Add(ErrorRecords.SweepNotReproduced(report));
            if (report.Error is not null) Error.Add(ErrorRecords.SweepTrialsFailed(report));
            if (report.Interrupted) state = JobState.Stopped;
            else if (report.Left > 0 || report.Alarms.Count > 0) state = JobState.Failed;
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
