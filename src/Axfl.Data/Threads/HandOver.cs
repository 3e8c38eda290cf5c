using System.Runtime.ExceptionServices;

namespace Axfl.Data.Threads;

/// <summary>A bounded queue between two threads: one gives, the other takes.</summary>
/// <remarks>
/// Whoever must wait sleeps at once, and the two wake each other once for several items. What the base library has for it looks for the next item for a
/// while first, on the thread pool besides: a tenth of the CPU of a replay.
/// </remarks>
/// <typeparam name="T">What is handed over.</typeparam>
/// <param name="capacity">Items that wait at the most, 1 or more.</param>
public sealed class HandOver<T>(int capacity) where T : class
{
    private readonly object _gate = new();
    private readonly Queue<T> _items = new(capacity);
    private ExceptionDispatchInfo? _fault;
    private bool _isComplete, _isClosed;

    /// <summary>Gives an item, once there is room for it.</summary>
    /// <returns>False: nobody takes any more.</returns>
    public bool Give(T item)
    {
        lock (_gate)
        {
            if (_items.Count >= capacity) while (_items.Count > capacity / 2 && !_isClosed) Monitor.Wait(_gate);
            if (_isClosed) return false;
            _items.Enqueue(item);
            Monitor.Pulse(_gate);
            return true;
        }
    }

    /// <summary>Takes the next item, once there is one.</summary>
    /// <returns>Null: there is none any more.</returns>
    /// <exception cref="Exception">What <see cref="Complete"/> was given, behind the last item.</exception>
    public T? Take()
    {
        lock (_gate)
        {
            while (_items.Count == 0 && !_isComplete) Monitor.Wait(_gate);
            if (_items.TryDequeue(out var item))
            {
                if (_items.Count == capacity / 2) Monitor.Pulse(_gate);
                return item;
            }

            _fault?.Throw();
            return null;
        }
    }

    /// <summary>Nothing more is given.</summary>
    /// <param name="fault">Why; null: that was all.</param>
    public void Complete(Exception? fault = null)
    {
        lock (_gate)
        {
            _isComplete = true;
            if (fault is not null) _fault ??= ExceptionDispatchInfo.Capture(fault);
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Nothing more is taken.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            Monitor.PulseAll(_gate);
        }
    }
}
