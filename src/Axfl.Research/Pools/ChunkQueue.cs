using System.Reflection;
using Axfl.Contracts;
using Axfl.Research.Store;

namespace Axfl.Research.Pools;

/// <summary>Runs the chunk of a job.</summary>
/// <param name="key">Chunk key.</param>
/// <param name="isLastTry">Whether it is not tried again when this fails.</param>
/// <param name="stopping">The worker stops, or the job was taken back.</param>
internal delegate void ChunkHandler(string key, bool isLastTry, CancellationToken stopping);

/// <summary>A process that serves the queue.</summary>
/// <param name="Worker">Machine and process.</param>
/// <param name="Queues">Names of the queues it serves.</param>
/// <param name="StartedAt">When it was started, UTC.</param>
/// <param name="SeenAt">When it last said that it is there, UTC.</param>
internal sealed record QueueServer(string Worker, IReadOnlyList<string> Queues, DateTime StartedAt, DateTime? SeenAt);

/// <summary>A queue of chunks that workers share: each chunk at least once.</summary>
internal abstract class ChunkQueue : IDisposable
{
    private const string HangfireName = "Axfl.Pools.Hangfire", HangfireType = "Axfl.Pools.Hangfire.HangfireQueue";
    private static readonly object One = new();
    private static Assembly? s_hangfire;

    /// <summary>The queue of Hangfire in the database of a store. Its adapter is loaded now and not before.</summary>
    /// <param name="store">The store.</param>
    /// <param name="environment">Reads environment variables.</param>
    /// <param name="notice">Takes what its log says of trouble.</param>
    /// <param name="time">Clock.</param>
    /// <exception cref="AxflException">The store is no PostgreSQL (<c>PoolNeedsServer</c>), or the adapter is not installed.</exception>
    public static ChunkQueue Hangfire(TrialStore store, Func<string, string?> environment, Action<string> notice, TimeProvider time)
    {
        if (store.Dialect.AdapterConnection is not { } connection)
        {
            throw new AxflException("PoolNeedsServer", ErrorKind.Configuration, $"The pool {SweepPoolNames.Hangfire} needs a store in PostgreSQL; {store.Name} is a file.")
            {
                Target = store.Name, RecommendedAction = $"Give a connection string as {Spelling.Of("Store")} or in AXFL_STORE, or use the pool {SweepPoolNames.Local} or {SweepPoolNames.Command}.",
            };
        }

        lock (One) s_hangfire ??= StoreAdapters.Load(HangfireName, $"The pool {SweepPoolNames.Hangfire}", environment);
        try
        {
            return new PatientQueue((ChunkQueue)Activator.CreateInstance(s_hangfire.GetType(HangfireType, throwOnError: true)!, connection, notice)!, store.Dialect, notice, time);
        }
        catch (TargetInvocationException e) when (e.InnerException is { } cause)
        {
            throw new AxflException("PoolNotOpened", ErrorKind.Output, $"The queue in {store.Name} cannot be opened: {cause.Message}", cause) { Target = store.Name };
        }
        catch (Exception e) when (e is TypeLoadException or MissingMethodException or InvalidCastException or FileNotFoundException or FileLoadException)
        {
            throw new AxflException("StoreAdapterInvalid", ErrorKind.Configuration, $"{s_hangfire.Location} does not fit this build of Axfl: {e.GetType().Name}.", e)
            {
                Target = s_hangfire.Location, RecommendedAction = "Install the adapter of the same version.",
            };
        }
    }

    /// <summary>Queues chunks.</summary>
    public abstract void Enqueue(IEnumerable<ChunkRow> chunks);

    /// <summary>Keys of the chunks of a sweep that wait in the queue or are in somebody's hands.</summary>
    public abstract IReadOnlySet<string> Queued(string sweep);

    /// <summary>Takes chunks out of the queue that nobody has in hand.</summary>
    /// <param name="sweep">Name of the sweep.</param>
    /// <param name="isMeant">Which, by their keys.</param>
    /// <returns>How many.</returns>
    public abstract int Withdraw(string sweep, Func<string, bool> isMeant);

    /// <summary>Puts chunks of workers that died where they are taken next, before those that nobody has begun.</summary>
    public abstract void FreeOrphans(IReadOnlyCollection<string> sweeps);

    /// <summary>Name of the queue of a sweep.</summary>
    public abstract string QueueOf(string sweep);

    /// <summary>The processes that serve it.</summary>
    public abstract IReadOnlyList<QueueServer> Servers();

    /// <summary>Says that a worker is there, until it is disposed.</summary>
    public abstract IDisposable Announce(string worker);

    /// <summary>Serves the chunks of a sweep, until it is disposed; then it waits for those in hand.</summary>
    /// <param name="worker">Machine and process.</param>
    /// <param name="sweep">Name of the sweep.</param>
    /// <param name="threads">Chunks at the same time.</param>
    /// <param name="handler">Runs one; what it throws makes the chunk one to try again.</param>
    public abstract IDisposable Serve(string worker, string sweep, int threads, ChunkHandler handler);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of its connections.</summary>
    protected virtual void Dispose(bool disposing)
    {
        // Nothing is held here.
    }
}
