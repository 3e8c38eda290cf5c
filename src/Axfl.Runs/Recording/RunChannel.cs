using System.Threading.Channels;
using Axfl.Contracts;

namespace Axfl.Runs.Recording;

/// <summary>
/// A run's events on their way: the run's thread hands over batches, another thread writes the statuses down, the one reader gets both. Bounded at each
/// hand-over, so that a slow disk or reader slows a replay and nothing is lost. A live run cannot wait for its reader: it drops what was not read in
/// time, oldest first; the log has it all the same.
/// </summary>
/// <remarks>No async methods here: no ahead-of-time compilation covers them all, and a short replay feels each that is compiled at its start.</remarks>
internal sealed class RunChannel
{
    private const int BatchesAhead = 32;
    private static readonly TimeSpan FlushEvery = TimeSpan.FromMilliseconds(200);

    private readonly Channel<RunEvent[]> _made = Bounded();
    private readonly Channel<RunEvent[]> _written;
    private readonly List<RunEvent> _batch;
    private readonly int _batchSize;
    private readonly Func<PortfolioStatus, byte[]> _write;
    private readonly Action _flush;
    private readonly TimeProvider _time;
    private readonly CancellationToken _cancellation;
    private readonly Thread _writer;
    private volatile Exception? _failure;
    private bool _begun;
    private int _dropped;

    /// <param name="batchSize">Events a batch has at the most; 1 when each must be seen at once.</param>
    /// <param name="write">Writes a status down and gives its line of JSON.</param>
    /// <param name="flush">Gives what was written to the operating system.</param>
    /// <param name="time">Clock of the flushes.</param>
    /// <param name="cancellation">The run's stop.</param>
    /// <param name="dropsUnread">Whether a slow reader loses the oldest events instead of slowing the run.</param>
    public RunChannel(
        int batchSize, Func<PortfolioStatus, byte[]> write, Action flush, TimeProvider time, CancellationToken cancellation, bool dropsUnread = false)
    {
        _written = dropsUnread
            ? Channel.CreateBounded<RunEvent[]>(
                new BoundedChannelOptions(BatchesAhead) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest },
                batch => Interlocked.Add(ref _dropped, batch.Count(e => e is StatusEvent)))
            : Bounded();
        _batchSize = batchSize;
        _batch = new List<RunEvent>(batchSize);
        _write = write;
        _flush = flush;
        _time = time;
        _cancellation = cancellation;
        _writer = new Thread(WriteDown) { IsBackground = true, Name = "Axfl statuses" };
        _writer.Start();
    }

    /// <summary>Statuses the reader lost since this was last asked.</summary>
    public int TakeDropped() => Interlocked.Exchange(ref _dropped, 0);

    /// <summary>What the reader sees.</summary>
    public IAsyncEnumerable<RunEvent> Events() => new BatchedEvents(_written.Reader);

    /// <summary>Sends one event, from the run's thread. The first status goes at once.</summary>
    /// <exception cref="AxflException">A status could not be written.</exception>
    public void Send(RunEvent item)
    {
        _batch.Add(item);
        if (_batch.Count >= _batchSize || !_begun) HandOver();
        _begun |= item is StatusEvent;
    }

    /// <summary>Waits until all that was sent is written down.</summary>
    /// <exception cref="AxflException">A status could not be written.</exception>
    public void Finish()
    {
        HandOver();
        _made.Writer.TryComplete();
        _writer.Join();
        if (_failure is { } failure) throw failure;
    }

    /// <summary>Ends the stream, with what stopped the run if anything did.</summary>
    public void Complete(Exception? error)
    {
        _made.Writer.TryComplete();
        _writer.Join();
        _written.Writer.TryComplete(error);
    }

    private static Channel<RunEvent[]> Bounded() => Channel.CreateBounded<RunEvent[]>(
        new BoundedChannelOptions(BatchesAhead) { SingleReader = true, SingleWriter = true, FullMode = BoundedChannelFullMode.Wait });

    private void HandOver()
    {
        if (_failure is { } failure) throw failure;
        if (_batch.Count == 0) return;
        RunEvent[] batch = [.. _batch];
        _batch.Clear();
        if (!_made.Writer.TryWrite(batch)) _made.Writer.WriteAsync(batch, CancellationToken.None).AsTask().GetAwaiter().GetResult();
    }

    // Never stops before the run does: after a failure, or a stop when nobody reads any more, batches are dropped.
    private void WriteDown()
    {
        var flushed = _time.GetTimestamp();
        while (_made.Reader.TryRead(out var batch) || (_made.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult() && _made.Reader.TryRead(out batch)))
        {
            if (_failure is not null) continue;
            try
            {
                for (var i = 0; i < batch.Length; i++)
                    if (batch[i] is StatusEvent status) batch[i] = status with { Json = _write(status.Status) };
                if (_batchSize == 1 || _time.GetElapsedTime(flushed) >= FlushEvery)
                {
                    _flush();
                    flushed = _time.GetTimestamp();
                }

                if (!_written.Writer.TryWrite(batch)) _written.Writer.WriteAsync(batch, _cancellation).AsTask().GetAwaiter().GetResult();
            }
            catch (OperationCanceledException)
            {
                _written.Writer.TryWrite(batch);
            }
            // Whatever it is, the run's thread throws it with the next batch: on this thread nobody would see it.
#pragma warning disable CA1031
            catch (Exception e)
#pragma warning restore CA1031
            {
                _failure = e;
            }
        }
    }
}
