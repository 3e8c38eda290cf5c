using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Errors;

namespace Axfl.PowerShell.Runs;

/// <summary>A dashboard as a job: Stop-Job and Remove-Job end it. It has no output.</summary>
public sealed class DashboardJob : Job
{
    private readonly IDashboard _dashboard;
    private readonly Task _end;

    internal DashboardJob(IDashboard dashboard, string command)
        : base(command, "AxflDashboard")
    {
        _dashboard = dashboard;
        PSJobTypeName = "AxflDashboard";
        SetJobState(JobState.Running);
        _end = Task.Run(End);
    }

    /// <summary>The page with its key: whoever has it may look.</summary>
    public string Address => _dashboard.Address.AbsoluteUri;

    /// <inheritdoc/>
    public override bool HasMoreData => Error.Count > 0;

    /// <inheritdoc/>
    public override string Location => Environment.MachineName;

    /// <inheritdoc/>
    public override string StatusMessage => _dashboard.Address.GetLeftPart(UriPartial.Authority);

    /// <inheritdoc/>
    public override void StopJob()
    {
        _dashboard.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _end.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) StopJob();
        base.Dispose(disposing);
    }

    private async Task End()
    {
        var state = JobState.Stopped;
        try
        {
            await _dashboard.Completion;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            state = JobState.Failed;
            Error.Add(ErrorRecords.From(e, StatusMessage));
        }

        SetJobState(state);
    }
}
