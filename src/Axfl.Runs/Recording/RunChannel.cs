using Axfl.Contracts;
using Axfl.Data.Threads;

namespace Axfl.Runs.Recording;

/// <summary>
/// A run's events on their way: the run's thread hands over batches, another thread writes the statuses down, the one reader gets both. Bounded at each
/// hand-over, so that a slow disk or reader slows a replay and nothing is lost. A live run cannot wait for its reader: it drops what was not read in
/// time, oldest first; the log has it all the same.
/// </summary>
/// <remarks>No async methods here: no ahead-of-time compilation covers them all, and a short replay feels each that is compiled at its start.</remarks>
internal sealed class RunChannel
{
    private const int SinglesAhead = 32, BatchesAhead = 8;
    private static readonly TimeSpan FlushEvery = TimeSpan.FromMilliseconds(200);

    private readonly HandOver<RunEvent[]> _made;
    private readonly EventQueue _written;
    private readonly List<RunEvent> _batch;
    private readonly int _batchSize;
    private readonly StatusWrite _write;
    private readonly bool _keepsJson;
    private readonly Action _flush;
    private readonly TimeProvider _time;
    private readonly CancellationToken _cancellation;
    private readonly Thread _writer;
    private volatile Exception? _failure;
    private bool _begun;

    /// <param name="batchSize">Events a batch has at the most; 1 when each must be seen at once.</param>
    /// <param name="write">Writes a status down.</param>
    /// <param name="keepsJson">Whether its line goes on with it.</param>
    /// <param name="flush">Gives what was written to the operating system.</param>
    /// <param name="time">Clock of the flushes.</param>
    /// <param name="cancellation">The run's stop.</param>
    /// <param name="dropsUnread">Whether a slow reader loses the oldest events instead of slowing the run.</param>
    public RunChannel(
        int batchSize, StatusWrite write, bool keepsJson, Action flush, TimeProvider time, CancellationToken cancellation, bool dropsUnread = false)
    {
        var ahead = batchSize == 1 ? SinglesAhead : BatchesAhead;
        _made = new HandOver<RunEvent[]>(ahead);
        _written = new EventQueue(ahead, dropsUnread);
        _batchSize = batchSize;
        _batch = new List<RunEvent>(batchSize);
        _write = write;
        _keepsJson = keepsJson;
        _flush = flush;
        _time = time;
        _cancellation = cancellation;
        _writer = new Thread(WriteDown) { IsBackground = true, Name = "Axfl statuses" };
        _writer.Start();
    }

    /// <summary>Statuses the reader lost since this was last asked.</summary>
    public int TakeDropped() => _written.TakeDropped();

    /// <summary>What the reader sees.</summary>
    public IAsyncEnumerable<RunEvent> Events() => new BatchedEvents(_written);

    /// <summary>Sends one event, from the run's thread. The first status goes at once, and so does progress.</summary>
    /// <exception cref="AxflException">A status could not be written.</exception>
    public void Send(RunEvent item)
    {
        _batch.Add(item);
        if (_batch.Count >= _batchSize || !_begun || item is ProgressEvent) GiveBatch();
        _begun |= item is StatusEvent;
    }

    /// <summary>Waits until all that was sent is written down.</summary>
    /// <exception cref="AxflException">A status could not be written.</exception>
    public void Finish()
    {
        GiveBatch();
        _made.Complete();
        _writer.Join();
        if (_failure is { } failure) throw failure;
    }

    /// <summary>Ends the stream, with what stopped the run if anything did.</summary>
    public void Complete(Exception? error)
    {
        _made.Complete();
        _writer.Join();
        _written.Complete(error);
    }

    private void GiveBatch()
    {
        if (_failure is { } failure) throw failure;
        if (_batch.Count == 0) return;
        RunEvent[] batch = [.. _batch];
        _batch.Clear();
        _made.Give(batch);
    }

    // Never stops before the run does: after a failure, or a stop when nobody reads any more, batches are dropped.
    private void WriteDown()
    {
        var flushed = _time.GetTimestamp();
        while (_made.Take() is { } batch)
        {
            if (_failure is not null) continue;
            try
            {
                for (var i = 0; i < batch.Length; i++)
                {
                    if (batch[i] is not StatusEvent status) continue;
                    var line = _write(status.Status);
                    if (_keepsJson) batch[i] = status with { Json = line.ToArray() };
                }

                if (_batchSize == 1 || _time.GetElapsedTime(flushed) >= FlushEvery)
                {
                    _flush();
                    flushed = _time.GetTimestamp();
                }

                _written.Add(batch, _cancellation);
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

/// <summary>Writes a status down.</summary>
/// <returns>Its line of JSON without its end; valid until the next.</returns>
internal delegate ReadOnlySpan<byte> StatusWrite(PortfolioStatus status);
