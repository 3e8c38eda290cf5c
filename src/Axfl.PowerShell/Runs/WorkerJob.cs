using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell.Runs;

/// <summary>A worker as a job of the session; Stop-Job ends it after the trials in hand.</summary>
public sealed class WorkerJob : WatchingJob
{
    private readonly SweepWorkerRequest _request;

    internal WorkerJob(SweepWorkerRequest request, string command)
        : base(command, ChunkWork.SweepsOf(request), "AxflWorkerJob", ChunkWork.ViewOf(request))
    {
        _request = request;
        Begin();
    }

    private protected override bool IsEndless => true;

    private protected override JobState Work(CancellationToken stop)
    {
        ChunkWork.Work(_request, this, stop);
        return JobState.Completed;
    }
}
