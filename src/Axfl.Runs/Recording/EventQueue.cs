using Axfl.Contracts;

namespace Axfl.Runs.Recording;

/// <summary>Batches of events between the one thread that writes them down and the one reader, who may wait without a thread.</summary>
/// <remarks>No channel of the base library: at its end one makes an exception that nobody sees, whose text loads all cultures, and wakes its reader through the thread pool.</remarks>
/// <param name="capacity">Batches that wait at the most.</param>
/// <param name="dropsOldest">Whether the oldest batch makes room for the next; else the writer waits.</param>
internal sealed class EventQueue(int capacity, bool dropsOldest)
{
    private readonly object _gate = new();
    private readonly Queue<RunEvent[]> _batches = new(capacity);
    private TaskCompletionSource<bool>? _waiting;
    private Exception? _fault;
    private bool _isComplete;
    private int _dropped;

    /// <summary>Statuses the reader lost since this was last asked.</summary>
    public int TakeDropped()
    {
        lock (_gate)
        {
            var dropped = _dropped;
            _dropped = 0;
            return dropped;
        }
    }

    /// <summary>Adds a batch, once there is room for it. After a stop it waits no longer: then nobody may read any more, and the batch is dropped.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="stop">The run's stop.</param>
    public void Add(RunEvent[] batch, CancellationToken stop)
    {
        TaskCompletionSource<bool>? waiting;
        lock (_gate)
        {
            if (IsFull && dropsOldest) _dropped += _batches.Dequeue().Count(e => e is StatusEvent);
            else if (IsFull) WaitForRoom(stop);
            if (IsFull) return;
            _batches.Enqueue(batch);
            (waiting, _waiting) = (_waiting, null);
        }

        waiting?.TrySetResult(true);
    }

    /// <summary>Nothing more is added.</summary>
    /// <param name="fault">What the reader gets behind the last batch; null: the end.</param>
    public void Complete(Exception? fault)
    {
        TaskCompletionSource<bool>? waiting;
        lock (_gate)
        {
            if (_isComplete) return;
            (_isComplete, _fault) = (true, fault);
            (waiting, _waiting) = (_waiting, null);
        }

        if (fault is null) waiting?.TrySetResult(false);
        else waiting?.TrySetException(fault);
    }

    /// <summary>The next batch; null: none at the moment.</summary>
    public RunEvent[]? TryTake()
    {
        lock (_gate)
        {
            if (!_batches.TryDequeue(out var batch)) return null;
            Monitor.Pulse(_gate);
            return batch;
        }
    }

    /// <summary>Waits for a batch.</summary>
    /// <returns>False: there is none any more.</returns>
    public ValueTask<bool> WaitAsync()
    {
        lock (_gate)
        {
            if (_batches.Count > 0) return new ValueTask<bool>(true);
            if (_isComplete) return _fault is null ? new ValueTask<bool>(false) : ValueTask.FromException<bool>(_fault);
            _waiting ??= new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            return new ValueTask<bool>(_waiting.Task);
        }
    }

    private bool IsFull => _batches.Count >= capacity;

    private void WaitForRoom(CancellationToken stop)
    {
        var woken = stop.UnsafeRegister(static gate => Wake(gate!), _gate);
        while (IsFull && !stop.IsCancellationRequested) Monitor.Wait(_gate);
        // Not disposed: that would wait for a wake under way, which waits for the gate.
        woken.Unregister();
    }

    private static void Wake(object gate)
    {
        lock (gate) Monitor.PulseAll(gate);
    }
}
