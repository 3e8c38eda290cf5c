using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>A run as a background job: Receive-Job gives its statuses, Stop-Job ends it with its files complete.</summary>
public sealed class AxflJob : Job
{
    private readonly IPortfolioRun _run;

    internal AxflJob(IPortfolioRun run, string command)
        : base(command, run.RunId)
    {
        _run = run;
        PSJobTypeName = "AxflLivePort";
        SetJobState(JobState.Running);
        _ = Task.Run(PumpAsync);
    }

    /// <summary>Run id.</summary>
    public string RunId => _run.RunId;

    /// <inheritdoc/>
    public override bool HasMoreData => Output.Count > 0 || Error.Count > 0 || Warning.Count > 0;

    /// <inheritdoc/>
    public override string Location => _run.Directory;

    /// <inheritdoc/>
    public override string StatusMessage => _run.Status is { } s ? $"{s.Now:yyyy-MM-dd HH:mm} UTC, {s.Total.Trades} trades" : "";

    /// <inheritdoc/>
    public override void StopJob()
    {
        _run.Stop();
        Finished.WaitOne();
    }

    private async Task PumpAsync()
    {
        var state = JobState.Completed;
        try
        {
            await foreach (var item in _run.Events)
            {
                if (item is StatusEvent status) Output.Add(PSObject.AsPSObject(status.Status));
                else if (item is NoticeEvent { Level: NoticeLevel.Warning } notice) Warning.Add(new WarningRecord(notice.Message));
            }

            if ((await _run.Completion).Interrupted) state = JobState.Stopped;
        }
        catch (AxflException e)
        {
            Error.Add(ErrorRecords.Of(e));
            state = JobState.Failed;
        }
        finally
        {
            await _run.DisposeAsync();
            ActiveRuns.Remove(_run);
            SetJobState(state);
        }
    }
}
