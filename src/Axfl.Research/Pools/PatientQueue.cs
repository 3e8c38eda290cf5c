using Axfl.Contracts;
using Axfl.Research.Store;

namespace Axfl.Research.Pools;

/// <summary>A queue in the database of a store, whose errors are met and told as the store's: a lost connection is sought again. A chunk may then be queued twice: the second is skipped.</summary>
/// <param name="inner">The queue.</param>
/// <param name="store">The database.</param>
/// <param name="notice">Takes that the connection was lost, and that it is back.</param>
/// <param name="time">Clock.</param>
internal sealed class PatientQueue(ChunkQueue inner, StoreDialect store, Action<string> notice, TimeProvider time) : ChunkQueue
{
    /// <inheritdoc/>
    public override void Enqueue(IEnumerable<ChunkRow> chunks)
    {
        foreach (var chunk in chunks) Do(() => inner.Enqueue([chunk]));
    }

    /// <inheritdoc/>
    public override IReadOnlySet<string> Queued(string sweep) => Do(() => inner.Queued(sweep));

    /// <inheritdoc/>
    public override int Withdraw(string sweep, Func<string, bool> isMeant) => Do(() => inner.Withdraw(sweep, isMeant));

    /// <inheritdoc/>
    public override void FreeOrphans(IReadOnlyCollection<string> sweeps) => Do(() => inner.FreeOrphans(sweeps));

    /// <inheritdoc/>
    public override string QueueOf(string sweep) => inner.QueueOf(sweep);

    /// <inheritdoc/>
    public override IReadOnlyList<QueueServer> Servers() => Do(inner.Servers);

    /// <inheritdoc/>
    public override IDisposable Announce(string worker) => Do(() => inner.Announce(worker));

    /// <inheritdoc/>
    public override IDisposable Serve(string worker, string sweep, int threads, ChunkHandler handler) => Do(() => inner.Serve(worker, sweep, threads, handler));

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private T Do<T>(Func<T> work)
    {
        try
        {
            return Patience.Do(store.Name, work, e => Chain(e).Any(store.IsLost), notice, time);
        }
        catch (Exception e) when (e is not AxflException && Chain(e).Select(store.Explain).FirstOrDefault(static x => x is not null) is { } explained)
        {
            throw explained;
        }
    }

    // What comes of the database is wrapped.
    private static IEnumerable<Exception> Chain(Exception? error)
    {
        for (; error is not null; error = error.InnerException) yield return error;
    }

    private void Do(Action work) => Do(() =>
    {
        work();
        return true;
    });
}
