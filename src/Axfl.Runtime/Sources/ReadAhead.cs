using System.Threading.Channels;
using Axfl.Engine;

namespace Axfl.Runtime;

/// <summary>Reads a symbol's bars on a task of its own, a few blocks ahead of the engine.</summary>
internal sealed class ReadAhead : IBarReader
{
    private const int BlockBars = 4096, BlocksAhead = 4;

    private readonly IBarReader _inner;
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<(StepBar[] Bars, int Count)> _full = Channel.CreateBounded<(StepBar[], int)>(BlocksAhead);
    private readonly Channel<StepBar[]> _empty = Channel.CreateUnbounded<StepBar[]>();
    private readonly Task _task;
    private (StepBar[] Bars, int Count) _block = ([], 0);
    private int _index;

    /// <param name="inner">The reader; owned.</param>
    public ReadAhead(IBarReader inner)
    {
        _inner = inner;
        _task = Task.Run(Produce);
    }

    /// <inheritdoc/>
    public DataTally Tally => _inner.Tally;

    /// <inheritdoc/>
    public int Read(Span<StepBar> buffer)
    {
        if (_index == _block.Count && !NextBlock()) return 0;
        var count = Math.Min(buffer.Length, _block.Count - _index);
        _block.Bars.AsSpan(_index, count).CopyTo(buffer);
        _index += count;
        return count;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _task.ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
        _inner.Dispose();
        _stop.Dispose();
    }

    private bool NextBlock()
    {
        if (_block.Bars.Length > 0) _empty.Writer.TryWrite(_block.Bars);
        _block = ([], 0);
        _index = 0;
        while (!_full.Reader.TryRead(out _block))
        {
            // Throws what the producer threw.
            if (!_full.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult()) return false;
        }

        return true;
    }

    private async Task Produce()
    {
        try
        {
            while (true)
            {
                var block = _empty.Reader.TryRead(out var used) ? used : new StepBar[BlockBars];
                var count = _inner.Read(block);
                if (count == 0) break;
                await _full.Writer.WriteAsync((block, count), _stop.Token);
            }

            _full.Writer.TryComplete();
        }
        catch (Exception e)
        {
            _full.Writer.TryComplete(e);
        }
    }
}
