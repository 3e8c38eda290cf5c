using System.Management.Automation;
using Axfl.PowerShell.Errors;

namespace Axfl.PowerShell.Runs;

/// <summary>A server of this machine as a job of the session: Stop-Job and Remove-Job end it.</summary>
public abstract class ServerJob : Job
{
    private readonly IAsyncDisposable _server;
    private Task _end = Task.CompletedTask;

    private protected ServerJob(string command, string name, string type, IAsyncDisposable server)
        : base(command, name)
    {
        _server = server;
        PSJobTypeName = type;
    }

    /// <inheritdoc/>
    public override bool HasMoreData => Output.Count > 0 || Error.Count > 0;

    /// <inheritdoc/>
    public override string Location => Environment.MachineName;

    /// <inheritdoc/>
    public override void StopJob()
    {
        _server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _end.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) StopJob();
        base.Dispose(disposing);
    }

    /// <summary>Ends when the server has stopped, or faults with what stopped it.</summary>
    private protected abstract Task Serve();

    /// <summary>Begins; the end of a constructor.</summary>
    private protected void Begin()
    {
        SetJobState(JobState.Running);
        _end = Task.Run(End);
    }

    private async Task End()
    {
        var state = JobState.Stopped;
        try
        {
            await Serve();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            state = JobState.Failed;
            Error.Add(ErrorRecords.From(e, StatusMessage));
        }

        SetJobState(state);
    }
}
