using Axfl.Contracts;
using Axfl.Research.Store;

namespace Axfl.Research.Pools;

/// <summary>A worker: looks which sweeps have chunks to do, and serves those for which it has the code and the data.</summary>
/// <param name="store">The store.</param>
/// <param name="queue">The queue.</param>
/// <param name="request">What was asked.</param>
/// <param name="prepare">Reads a sweep and checks that this worker may run it.</param>
/// <param name="watcher">Who is told.</param>
/// <param name="time">Clock.</param>
internal sealed class WorkerLoop(
    TrialStore store, ChunkQueue queue, SweepWorkerRequest request, Func<SweepRow, IProgress<double>?, CancellationToken, WorkerSweep> prepare, ISweepWatcher watcher, TimeProvider time) : IDisposable
{
    // A chunk that takes its worker down with it, by its memory or its stack, would take down one after the other.
    private const int MostTries = 20;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1), Nap = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<string, Served> _served = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Definition, AxflException Why)> _refused = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _threads = new(Threads(request));
    private volatile Exception? _fault;

    /// <summary>Works until it is stopped, or, where it was asked so, until nothing is left to do.</summary>
    /// <exception cref="AxflException">It may run nothing of what there is to do (<c>WorkerRefused</c>), or a trial does not end (<c>TrialHangs</c>).</exception>
    public void Run(CancellationToken cancellation)
    {
        store.RequireWritable();
        foreach (var name in request.Sweeps.Where(s => store.Sweep(s) is null))
        {
            if (request.Drain) throw store.NotFound(name);
            Say(NoticeLevel.Information, $"There is no sweep '{name}' in {store.Name} yet: it is waited for.");
        }

        using var presence = queue.Announce(WorkerSweep.Name);
        Say(NoticeLevel.Information, FormattableString.Invariant($"Worker {WorkerSweep.Name}: {Counted.Of(Threads(request), "chunk")} at the same time, store {store.Name}."));
        while (!cancellation.IsCancellationRequested)
        {
            var open = store.OpenSweeps().Where(s => request.Sweeps.Count == 0 || request.Sweeps.Contains(s, StringComparer.Ordinal)).ToList();
            foreach (var gone in _served.Keys.Except(open).ToList()) End(gone);
            foreach (var name in open) Serve(name, cancellation);
            queue.FreeOrphans(_served.Keys);
            if (open.Count > 0 && _served.Count == 0 && open.TrueForAll(_refused.ContainsKey)) throw _refused[open[0]].Why;
            if (open.Count == 0 && request.Drain) return;
            for (var waited = TimeSpan.Zero; waited < Look && !cancellation.IsCancellationRequested; waited += Nap)
            {
                if (_fault is { } fault) throw fault is AxflException known ? known : new InvalidOperationException(fault.Message, fault);
                cancellation.WaitHandle.WaitOne(Nap);
            }
        }

        cancellation.ThrowIfCancellationRequested();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The process may live on, as a session does: no server is left that takes chunks. A server waits for what is in hand, but not indefinitely.
        foreach (var name in _served.Keys.ToList()) End(name);
        _threads.Dispose();
    }

    private static int Threads(SweepWorkerRequest request) => request.Worker.Throttle > 0 ? request.Worker.Throttle : Environment.ProcessorCount;

    private void Serve(string name, CancellationToken cancellation)
    {
        if (store.Sweep(name) is not { } row) return;
        var definition = row.DefinitionHash + row.Dataset;
        if (_refused.TryGetValue(name, out var refused) && refused.Definition == definition) return;
        if (_served.TryGetValue(name, out var served))
        {
            if (served.Definition == definition) return;
            End(name);
        }

        try
        {
            var sweep = prepare(row, new StageProgress(watcher, "reading", 0), cancellation);
            _refused.Remove(name);
            _served[name] = new Served(definition, sweep, queue.Serve(WorkerSweep.Name, name, Threads(request), (key, isLast, stopping) => Handle(sweep, key, isLast, stopping)));
            Say(NoticeLevel.Information, $"Takes chunks of the sweep '{name}'.");
        }
        catch (AxflException e) when (e.ErrorId == "WorkerRefused")
        {
            _refused[name] = (definition, e);
            Say(NoticeLevel.Warning, e.Message);
        }
    }

    private void Handle(WorkerSweep sweep, string key, bool isLast, CancellationToken stopping)
    {
        _threads.Wait(stopping);
        try
        {
            // Withdrawn, or done by another.
            if (store.Chunk(key) is not { DoneAt: null } chunk) return;
            if (chunk.Tries < MostTries) Run(sweep, chunk, isLast, stopping);
            else Fail(new ChunkRun(store, sweep, chunk, 1, time), chunk, $"it was begun {chunk.Tries} times, and each time its worker was lost.");
        }
        finally
        {
            _threads.Release();
        }
    }

    private void Run(WorkerSweep sweep, ChunkRow chunk, bool isLast, CancellationToken stopping)
    {
        var run = new ChunkRun(store, sweep, chunk, 1, time);
        try
        {
            var report = run.Run(null, stopping);
            var seconds = report.WallSeconds.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
            Say(NoticeLevel.Information, $"'{chunk.Sweep}' trials {chunk.First} to {chunk.Last}: {report.Done} done, {report.Failed} failed, {seconds} s.");
            foreach (var alarm in report.Alarms) Say(NoticeLevel.Warning, $"{alarm} gave a different result; the first is kept.");
        }
        catch (AxflException e) when (e.ErrorId is "TrialHangs" or "WorkerRefused" or "StoreConnectionLost")
        {
            // This process can go on with nothing: the chunk goes back to the others.
            _fault = e;
            throw new OperationCanceledException(e.Message, e, stopping);
        }
        catch (AxflException e) when (e.ErrorId == "ChunkWithdrawn")
        {
            Say(NoticeLevel.Warning, e.Message);
        }
        catch (Exception e) when (isLast && e is not OperationCanceledException and not OutOfMemoryException)
        {
            Fail(run, chunk, e.Message);
        }
    }

    private void Fail(ChunkRun run, ChunkRow chunk, string why)
    {
        run.Fail(why);
        Say(NoticeLevel.Warning, $"'{chunk.Sweep}' trials {chunk.First} to {chunk.Last} failed: {why}");
    }

    // By one thread at a time.
    private void Say(NoticeLevel level, string message)
    {
        lock (_served) watcher.Notice(level, message);
    }

    private void End(string name)
    {
        _served[name].Server.Dispose();
        _served.Remove(name);
    }

    private sealed record Served(string Definition, WorkerSweep Sweep, IDisposable Server);
}
