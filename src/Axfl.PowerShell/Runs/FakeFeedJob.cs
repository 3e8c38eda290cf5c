using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Errors;

namespace Axfl.PowerShell.Runs;

/// <summary>The feed server for trying live mode, as a job: Stop-Job and Remove-Job end it, Receive-Job gives what happened.</summary>
public sealed class FakeFeedJob : Job
{
    private const int KeptLines = 1_000;

    private readonly IFakeFeed _feed;
    private readonly Task _log;

    internal FakeFeedJob(IFakeFeed feed, string command)
        : base(command, feed.Address.ToString())
    {
        _feed = feed;
        PSJobTypeName = "AxflFakeFeed";
        SetJobState(JobState.Running);
        _log = Task.Run(Log);
    }

    /// <summary>Where it listens: for -Endpoint of Start-AxflLivePort.</summary>
    public string Address => _feed.Address.ToString();

    /// <inheritdoc/>
    public override bool HasMoreData => Output.Count > 0 || Error.Count > 0;

    /// <inheritdoc/>
    public override string Location => Environment.MachineName;

    /// <inheritdoc/>
    public override string StatusMessage => Address;

    /// <inheritdoc/>
    public override void StopJob()
    {
        _feed.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _log.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) StopJob();
        base.Dispose(disposing);
    }

    private async Task Log()
    {
        var state = JobState.Stopped;
        try
        {
            await foreach (var line in _feed.Log) Output.AddNewest(PSObject.AsPSObject(line), KeptLines);
            await _feed.Completion;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            state = JobState.Failed;
            Error.Add(ErrorRecords.From(e, Address));
        }

        SetJobState(state);
    }
}
