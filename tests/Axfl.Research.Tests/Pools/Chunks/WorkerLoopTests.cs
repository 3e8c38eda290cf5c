using Axfl.Contracts;
using Axfl.Engine.Streams;
using Axfl.Research.Pools;
using Axfl.Research.Store;
using Axfl.Strategies.Catalogue;

namespace Axfl.Research.Tests.Pools.Chunks;

/// <summary>A worker over a queue in memory.</summary>
[Collection(FaultyStrategy.DoesNotEnd)]
public sealed class WorkerLoopTests : IDisposable
{
    private static readonly StrategyDefinition[] Strategies = [.. StrategyCatalogue.BuiltIn, StrategyCatalogue.FromType(typeof(FaultyStrategy), "tests")];

    private readonly ChunkHarness _chunks = new(SweepHarness.Faulty);

    public void Dispose() => _chunks.Dispose();

    [Fact]
    public void With_drain_it_ends_when_all_is_done_and_serves_nothing_then()
    {
        _chunks.Submit("axes: {strategies.faulty.params.fault: [0, 3, 4]}");
        using var store = _chunks.Sweep.Store(StoreAccess.Write);
        using var queue = new MemoryQueue(store);
        Work(store, queue, new SweepWorkerRequest { Drain = true });
        Assert.Equal((1, 0), (queue.Served, queue.Serving));
        Assert.All(store.Chunks("test"), c => Assert.NotNull(c.DoneAt));
    }

    [Fact]
    public void A_trial_that_does_not_end_ends_the_worker_and_leaves_no_server_that_would_take_chunks_in_a_session_that_lives_on()
    {
        _chunks.Submit("axes: {strategies.faulty.params.fault: [0, 3, 2]}");
        FaultyStrategy.Released.Reset();
        try
        {
            using var store = _chunks.Sweep.Store(StoreAccess.Write);
            using var queue = new MemoryQueue(store);
            var hangs = Assert.Throws<AxflException>(() => Work(store, queue, new SweepWorkerRequest()));
            Assert.Equal("TrialHangs", hangs.ErrorId);
            Assert.Contains("Trial 3 of the sweep 'test'", hangs.Message, StringComparison.Ordinal);
            Assert.Equal((1, 0), (queue.Served, queue.Serving));
            Assert.Single(store.Chunks("test"), c => c.DoneAt is null);
            // The next goes past it.
            Work(store, queue, new SweepWorkerRequest { Drain = true });
            Assert.All(store.Chunks("test"), c => Assert.NotNull(c.DoneAt));
        }
        finally
        {
            FaultyStrategy.Released.Set();
        }
    }

    private void Work(TrialStore store, MemoryQueue queue, SweepWorkerRequest request)
    {
        var worker = new ChunkWorkerRequest { Store = _chunks.Sweep.StoreRequest, WorkingDirectory = _chunks.Sweep.Folder, Throttle = 1, TrialTimeout = TimeSpan.FromSeconds(1) };
        using var loop = new WorkerLoop(
            store, queue, request with { Worker = worker },
            (row, progress, stop) => WorkerSweep.Prepare(store, row, worker, _ => SweepRunning.Over(new SignalStreams()), _ => Strategies, TimeProvider.System, progress, stop), _chunks, TimeProvider.System);
        loop.Run(CancellationToken.None);
    }

    /// <summary>A queue of what is left to do, without a server that is another process.</summary>
    private sealed class MemoryQueue(TrialStore store) : ChunkQueue
    {
        private int _serving;

        public int Served { get; private set; }

        public int Serving => Volatile.Read(ref _serving);

        public override void Enqueue(IEnumerable<ChunkRow> chunks) => throw new NotSupportedException();

        public override IReadOnlySet<string> Queued(string sweep) => throw new NotSupportedException();

        public override int Withdraw(string sweep, Func<string, bool> isMeant) => throw new NotSupportedException();

        public override void FreeOrphans(IReadOnlyCollection<string> sweeps)
        {
            // Nobody else serves it, so nobody dies with a chunk in hand.
        }

        public override string QueueOf(string sweep) => sweep;

        public override IReadOnlyList<QueueServer> Servers() => [];

        public override IDisposable Announce(string worker) => new Server(this, static _ => { });

        public override IDisposable Serve(string worker, string sweep, int threads, ChunkHandler handler)
        {
            Served++;
            return new Server(this, stop =>
            {
                foreach (var chunk in store.Chunks(sweep).Where(c => c.DoneAt is null).TakeWhile(_ => !stop.IsCancellationRequested)) handler(chunk.Key, false, stop);
            });
        }

        private sealed class Server : IDisposable
        {
            private readonly MemoryQueue _queue;
            private readonly CancellationTokenSource _stop = new();
            private readonly Thread _thread;

            public Server(MemoryQueue queue, Action<CancellationToken> work)
            {
                _queue = queue;
                Interlocked.Increment(ref queue._serving);
                _thread = new Thread(() => Run(work));
                _thread.Start();
            }

            public void Dispose()
            {
                _stop.Cancel();
                _thread.Join();
                _stop.Dispose();
                Interlocked.Decrement(ref _queue._serving);
            }

            private void Run(Action<CancellationToken> work)
            {
                try
                {
                    work(_stop.Token);
                }
                catch (OperationCanceledException)
                {
                    // As a job that was taken back.
                }
            }
        }
    }
}
