namespace Axfl.Contracts;

/// <summary>What runs the chunks of a sweep that was submitted, on this machine and others. All errors are <see cref="AxflException"/>.</summary>
public interface ISweepPools
{
    /// <summary>Runs one chunk; one that is done already is skipped. Stopped, what is done of it is kept.</summary>
    /// <exception cref="AxflException">This machine must not run it, and what differs (<c>WorkerRefused</c>); or there is no such chunk (<c>ChunkNotFound</c>);
    /// or a trial does not end, and its thread goes on until the process ends (<c>TrialHangs</c>).</exception>
    ChunkReport RunChunk(SweepChunkRequest request, ISweepWatcher watcher, CancellationToken cancellation);

    /// <summary>Runs chunks of the queue until it is stopped.</summary>
    /// <exception cref="AxflException">This machine may run none of what there is to do, and what differs (<c>WorkerRefused</c>); or a trial does not end, and its thread goes on until the process ends (<c>TrialHangs</c>).</exception>
    void Work(SweepWorkerRequest request, ISweepWatcher watcher, CancellationToken cancellation);

    /// <summary>The workers that are there, and all that have ever brought a row to the store.</summary>
    IReadOnlyList<SweepWorker> Workers(SweepStoreRequest request);
}
