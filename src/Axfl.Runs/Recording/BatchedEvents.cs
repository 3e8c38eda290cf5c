using Axfl.Contracts;

namespace Axfl.Runs.Recording;

/// <summary>The events of a queue of batches, one by one. It waits only where <see cref="IAsyncEnumerator{T}.MoveNextAsync"/> says so.</summary>
internal sealed class BatchedEvents(EventQueue batches) : IAsyncEnumerable<RunEvent>, IAsyncEnumerator<RunEvent>
{
    private RunEvent[] _batch = [];
    private int _at;
    private bool _isNextToTake;

    /// <inheritdoc/>
    public RunEvent Current
    {
        get
        {
            TakeNext();
            return _batch[_at];
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerator<RunEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new BatchedEvents(batches);

    /// <inheritdoc/>
    public ValueTask<bool> MoveNextAsync()
    {
        TakeNext();
        if (++_at < _batch.Length) return new ValueTask<bool>(true);
        _isNextToTake = true;
        return batches.WaitAsync();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // The batch that the last wait was for: there is one reader, so that nobody else has taken it.
    private void TakeNext()
    {
        if (!_isNextToTake) return;
        _isNextToTake = false;
        _batch = batches.TryTake() ?? [];
        _at = 0;
    }
}
