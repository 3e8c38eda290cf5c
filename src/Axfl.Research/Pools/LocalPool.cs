using System.Collections.Concurrent;

namespace Axfl.Research.Pools;

/// <summary>A piece of work that came to an end.</summary>
/// <param name="Index">Which one.</param>
/// <param name="Value">What came of it; null: it took too long.</param>
/// <param name="Elapsed">How long it took.</param>
internal readonly record struct PoolResult<T>(int Index, T? Value, TimeSpan Elapsed)
    where T : class;

/// <summary>Threads of this process that share a list of work. What takes too long is given up: its thread is left alone, and another takes its place.</summary>
/// <param name="threads">Pieces of work at the same time.</param>
/// <param name="count">How many there are.</param>
/// <param name="work">Does one; what it throws is a fault of the program and ends the pool.</param>
/// <param name="time">Clock.</param>
internal sealed class LocalPool<T>(int threads, int count, Func<int, CancellationToken, T> work, TimeProvider time) : IDisposable
    where T : class
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private const int MostWaiting = 500;

    private readonly BlockingCollection<PoolResult<T>> _results = [];
    private readonly SemaphoreSlim _room = new(MostWaiting);
    private readonly List<Worker> _workers = [];
    private readonly List<Worker> _abandoned = [];
    private int _next;
    private volatile bool _stopping;
    private volatile Exception? _fault;

    /// <summary>Work that was given up and still has a thread.</summary>
    public IReadOnlyList<int> Hanging => [.. _abandoned.Where(w => w.IsAlive).Select(w => w.Index)];

    /// <summary>Whether all that was begun has ended, and was taken.</summary>
    public bool IsIdle => _workers.TrueForAll(w => !w.IsAlive) && _results.Count == 0;

    /// <summary>Starts the threads.</summary>
    public void Start()
    {
        for (var i = 0; i < Math.Min(threads, count); i++) _workers.Add(new Worker(this));
    }

    /// <summary>Begins nothing more.</summary>
    public void Stop()
    {
        if (_stopping) return;
        _stopping = true;
        // Whoever waits for room sees it.
        _room.Release(Math.Max(1, _workers.Count + _abandoned.Count));
    }

    /// <summary>The next result.</summary>
    /// <param name="wait">How long it is waited for.</param>
    /// <param name="result">The result.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryTake(TimeSpan wait, out PoolResult<T> result)
    {
        if (_fault is { } fault) throw new InvalidOperationException("A trial ended in a way that it must not: " + fault.Message, fault);
        if (!_results.TryTake(out result, wait)) return false;
        _room.Release();
        return true;
    }

    /// <summary>Gives up what takes longer than a limit.</summary>
    public void GiveUp(TimeSpan limit)
    {
        for (var i = 0; i < _workers.Count; i++)
        {
            var worker = _workers[i];
            if (!worker.GiveUp(limit, out var late)) continue;
            _abandoned.Add(worker);
            _results.Add(late);
            // When as many hang as may run, nobody begins anything more.
            if (Hanging.Count < threads) _workers[i] = new Worker(this);
        }
    }

    /// <summary>Ends what is under way, and waits for the threads; not for those given up, and not indefinitely for any other that does not heed its end.</summary>
    public void Dispose()
    {
        Stop();
        foreach (var worker in _workers) worker.End();
        var ended = true;
        foreach (var worker in _workers.Except(_abandoned))
        {
            if (worker.Join(Patience)) worker.Dispose();
            else ended = false;
        }

        if (!ended || Hanging.Count > 0) return;
        _results.Dispose();
        _room.Dispose();
    }

    private T? Do(int index, CancellationToken cancellation)
    {
        try
        {
            return work(index, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private sealed class Worker : IDisposable
    {
        private const int Idle = 0, Abandoned = -1;

        private readonly LocalPool<T> _pool;
        private readonly Thread _thread;
        private readonly CancellationTokenSource _cancel = new();

        // While it works, 1 + the index of its work: what is given up is what was looked at, and not the next piece.
        private int _state;
        private long _began;

        public Worker(LocalPool<T> pool)
        {
            _pool = pool;
            _thread = new Thread(Run) { IsBackground = true, Name = "Axfl trial" };
            _thread.Start();
        }

        public int Index { get; private set; }

        public bool IsAlive => _thread.IsAlive;

        public bool GiveUp(TimeSpan limit, out PoolResult<T> late)
        {
            late = default;
            var working = Volatile.Read(ref _state);
            if (working is Idle or Abandoned) return false;
            var elapsed = _pool.Since(Volatile.Read(ref _began));
            if (elapsed <= limit || Interlocked.CompareExchange(ref _state, Abandoned, working) != working) return false;
            late = new PoolResult<T>(working - 1, null, elapsed);
            _cancel.Cancel();
            return true;
        }

        public void End() => _cancel.Cancel();

        public void Dispose() => _cancel.Dispose();

        public bool Join(TimeSpan patience) => _thread.Join(patience);

        private void Run()
        {
            try
            {
                while (_pool.HasRoom() && Interlocked.Increment(ref _pool._next) - 1 is var index && index < _pool.Count)
                {
                    Index = index;
                    Volatile.Write(ref _began, _pool.Now);
                    Volatile.Write(ref _state, index + 1);
                    var value = _pool.Do(index, _cancel.Token);
                    var elapsed = _pool.Since(_began);
                    // Given up meanwhile: another thread is in this one's place, and its result is told already.
                    if (Interlocked.CompareExchange(ref _state, Idle, index + 1) == Abandoned) return;
                    if (value is not null) _pool._results.Add(new PoolResult<T>(index, value, elapsed));
                }
            }
            catch (Exception e) when (e is not OutOfMemoryException && Volatile.Read(ref _state) != Abandoned)
            {
                _pool._fault = e;
            }
            catch (Exception) when (Volatile.Read(ref _state) == Abandoned)
            {
                // Its row says that it took too long; what it did afterwards is nobody's.
            }
        }
    }

    private int Count => count;

    // Results that are not taken yet are few, however slow the disk is to which they go.
    private bool HasRoom()
    {
        if (!_stopping) _room.Wait();
        return !_stopping;
    }

    private long Now => time.GetTimestamp();

    private TimeSpan Since(long began) => time.GetElapsedTime(began);
}
