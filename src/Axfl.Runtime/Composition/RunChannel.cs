using System.Threading.Channels;
using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>A run's events on their way to its one reader: bounded, so that a slow reader slows the run and nothing is lost.</summary>
/// <remarks>They travel in batches: waking the reader for each of 20,000 statuses would cost more than making them.</remarks>
/// <param name="batchSize">Events a batch has at the most; 1 when each must be seen at once.</param>
/// <param name="cancellation">The run's stop.</param>
internal sealed class RunChannel(int batchSize, CancellationToken cancellation)
{
    private const int BatchesAhead = 32;

    private readonly Channel<RunEvent[]> _channel = Channel.CreateBounded<RunEvent[]>(
        new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly List<RunEvent> _batch = new(batchSize);
    private bool _begun;

    /// <summary>What the reader sees.</summary>
    public async IAsyncEnumerable<RunEvent> Events()
    {
        await foreach (var batch in _channel.Reader.ReadAllAsync(CancellationToken.None))
            foreach (var item in batch) yield return item;
    }

    /// <summary>Sends one event, from the run's thread. The first goes at once.</summary>
    public void Send(RunEvent item)
    {
        _batch.Add(item);
        if (_batch.Count >= batchSize || !_begun) Flush();
        _begun |= item is StatusEvent;
    }

    /// <summary>Ends the stream, with what stopped the run if anything did.</summary>
    public void Complete(Exception? error)
    {
        Flush();
        _channel.Writer.TryComplete(error);
    }

    // Waits for room; after a stop a batch is dropped when there is none, since nobody may be reading any more.
    private void Flush()
    {
        if (_batch.Count == 0) return;
        RunEvent[] batch = [.. _batch];
        _batch.Clear();
        if (_channel.Writer.TryWrite(batch)) return;
        try
        {
            _channel.Writer.WriteAsync(batch, cancellation).AsTask().GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            _channel.Writer.TryWrite(batch);
        }
    }
}
