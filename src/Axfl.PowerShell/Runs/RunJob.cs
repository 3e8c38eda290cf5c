using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Axfl.Contracts;
using Axfl.PowerShell.Errors;
using Axfl.PowerShell.Progress;

namespace Axfl.PowerShell.Runs;

/// <summary>A run as a job of the session: Receive-Job, Wait-Job, Stop-Job and Remove-Job work as with any other.</summary>
/// <remarks>A replay's job keeps all statuses until they are received. A live run goes on for weeks: its job keeps the newest 5,000 of each stream.</remarks>
public sealed class RunJob : Job, IRunSink
{
    private const int KeptOfLive = 5_000;

    private readonly RunSession _session;
    private readonly RunProgress _progress;
    private readonly int _kept;
    private readonly Task _pump;
    private readonly Runspace _runspace = Runspace.DefaultRunspace;
    private readonly StatusAlarm _alarm = new();
    private Exception? _failure;
    private bool _stopped;

    internal RunJob(RunSession session, string command)
        : base(command, session.RunId)
    {
        _session = session;
        _progress = new RunProgress(session.RunId, session.IsLive);
        _kept = session.IsLive ? KeptOfLive : int.MaxValue;
        PSJobTypeName = "AxflRunJob";
        SetJobState(JobState.Running);
        _runspace.StateChanged += OnRunspace;
        _pump = Task.Factory.StartNew(Pump, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Run id, for Stop-AxflLivePort and the Get cmdlets.</summary>
    public string Run => _session.RunId;

    /// <summary>Run directory.</summary>
    public string RunDirectory => _session.Directory;

    /// <inheritdoc/>
    public override bool HasMoreData =>
        Output.Count > 0 || Warning.Count > 0 || Error.Count > 0 || Verbose.Count > 0 || Information.Count > 0 || Progress.Count > 0;

    /// <inheritdoc/>
    public override string Location => Environment.MachineName;

    /// <inheritdoc/>
    public override string StatusMessage => _failure?.Message ?? _session.Status?.Error ?? "";

    /// <inheritdoc/>
    public override void StopJob()
    {
        _stopped = true;
        _session.Stop();
        _pump.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    void IRunSink.Status(PortfolioStatus status, bool isFinal)
    {
        if (!isFinal && _alarm.Take(status) is { } text) Warning.AddNewest(new WarningRecord(text), _kept);
        Output.AddNewest(PSObject.AsPSObject(status), _kept);
    }

    /// <inheritdoc/>
    void IRunSink.Progress(ProgressEvent item) => Progress.AddNewest(_progress.Of(item), 1);

    /// <inheritdoc/>
    void IRunSink.Notice(NoticeEvent notice) => this.Tell(notice.Level, notice.Message, _kept);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _session.Dispose();
            _pump.GetAwaiter().GetResult();
        }

        base.Dispose(disposing);
    }

    private void Pump()
    {
        var state = JobState.Completed;
        try
        {
            _session.Pump(this);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            state = JobState.Failed;
            _failure = e;
            Error.Add(ErrorRecords.From(e, Run));
        }

        // Before the state says that the job has ended, the run's files are closed; Pump has told what went wrong.
        ((IAsyncResult)_session.Completion).AsyncWaitHandle.WaitOne();
        Progress.AddNewest(_progress.Completed(), 1);
        _runspace.StateChanged -= OnRunspace;
        var asked = _stopped || (_session.Completion.IsCompletedSuccessfully && _session.Completion.Result.Interrupted);
        if (_failure is { } reason && !asked) Fail(reason);
        else SetJobState(asked ? JobState.Stopped : state);
        _session.Dispose();
    }

    // The session that started the run is closed: nobody can receive or stop it any more, so that it ends in order.
    private void OnRunspace(object? sender, RunspaceStateEventArgs e)
    {
        if (e.RunspaceStateInfo.State is RunspaceState.Closing or RunspaceState.Closed or RunspaceState.Broken) StopJob();
    }

    private void Fail(Exception reason)
    {
        try
        {
            SetJobState(this, JobState.Failed, reason);
        }
        catch (MissingMethodException)
        {
            SetJobState(JobState.Failed);
        }
    }

    // JobStateInfo.Reason is for PowerShell's own jobs alone: the way to it is internal, and has been there since version 3.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "SetJobState")]
    private static extern void SetJobState(Job job, JobState state, Exception reason);
}
