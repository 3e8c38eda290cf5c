using System.Management.Automation;
using Axfl.Contracts;
using Axfl.PowerShell.Loading;
using Axfl.PowerShell.Progress;
using Axfl.PowerShell.Strategies;

namespace Axfl.PowerShell.Runs;

/// <summary>Chunks and workers, with the strategies registered in the session.</summary>
internal static class ChunkWork
{
    /// <summary>Runs one chunk for a command.</summary>
    public static ChunkReport Run(Cmdlet cmdlet, SweepChunkRequest request, CancellationToken cancellation)
    {
        var view = new SweepView($"Chunk {request.Chunk} of the sweep {request.Sweep}");
        return Show(cmdlet, view, new PipelineWatcher(cmdlet, view), (watcher, stop) => With(
            strategies => RuntimeHost.Runtime.SweepPools.RunChunk(request with { Worker = request.Worker with { Strategies = strategies } }, watcher, stop), stop), cancellation);
    }

    /// <summary>Works for a command until it is stopped.</summary>
    public static void Work(Cmdlet cmdlet, SweepWorkerRequest request, CancellationToken cancellation)
    {
        var view = ViewOf(request);
        Show(cmdlet, view, new PipelineWatcher(cmdlet, view, isEndless: true), (watcher, stop) =>
        {
            Work(request, watcher, stop);
            return 0;
        }, cancellation);
    }

    /// <summary>Works until it is stopped, or nothing is left to do where that was asked.</summary>
    public static void Work(SweepWorkerRequest request, ISweepWatcher watcher, CancellationToken stop) => With(strategies =>
    {
        RuntimeHost.Runtime.SweepPools.Work(request with { Worker = request.Worker with { Strategies = strategies } }, watcher, stop);
        return 0;
    }, stop);

    /// <summary>Progress of a worker.</summary>
    public static SweepView ViewOf(SweepWorkerRequest request) => new("Worker for " + SweepsOf(request));

    /// <summary>What a worker works for, in words.</summary>
    public static string SweepsOf(SweepWorkerRequest request) => request.Sweeps.Count == 0 ? "all sweeps" : string.Join(", ", request.Sweeps);

    // Notices of a worker come from its threads, and a command writes on the pipeline's alone.
    private static T Show<T>(Cmdlet cmdlet, SweepView view, PipelineWatcher watcher, Func<ISweepWatcher, CancellationToken, T> work, CancellationToken cancellation)
    {
        try
        {
            return BackgroundWork.DoEach<Action, T>((calls, stop) => Task.FromResult(work(new PostedWatcher(watcher, calls), stop)), static call => call(), cancellation);
        }
        finally
        {
            if (!cancellation.IsCancellationRequested) cmdlet.WriteProgress(view.Completed());
        }
    }

    private static T With<T>(Func<IReadOnlyList<StrategyDefinition>, T> work, CancellationToken stop)
    {
        var strategies = new StrategiesByThread(stop);
        var isHanging = false;
        try
        {
            return work(strategies.Definitions);
        }
        catch (AxflException e)
        {
            isHanging = e.ErrorId == "TrialHangs";
            throw;
        }
        finally
        {
            if (isHanging) strategies.Abandon();
            else strategies.Dispose();
        }
    }
}
