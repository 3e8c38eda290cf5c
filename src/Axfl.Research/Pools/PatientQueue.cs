using System.Data.Common;
using System.Net.Sockets;
using Axfl.Research.Store;

namespace Axfl.Research.Pools;

/// <summary>A queue that seeks a lost connection again, as its store does. A chunk may then be queued twice: the second is skipped.</summary>
/// <param name="inner">The queue.</param>
/// <param name="store">The store for people.</param>
/// <param name="notice">Takes that the connection was lost, and that it is back.</param>
/// <param name="time">Clock.</param>
internal sealed class PatientQueue(ChunkQueue inner, string store, Action<string> notice, TimeProvider time) : ChunkQueue
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

    // The adapter has a library of its own for the database, and wraps what it throws: what the base library has of it tells.
    private static bool IsLost(Exception? error) =>
        error is not null && (error is DbException { IsTransient: true } or SocketException or IOException or TimeoutException || IsLost(error.InnerException));

    private T Do<T>(Func<T> work) => Patience.Do(store, work, IsLost, notice, time);

    private void Do(Action work) => Do(() =>
    {
        work();
        return true;
    });
}
