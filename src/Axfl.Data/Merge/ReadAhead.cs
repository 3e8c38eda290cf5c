using System.Threading.Channels;
using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Engine.Portfolio;

namespace Axfl.Data.Merge;

/// <summary>Reads a symbol's bars on a task of its own, a few blocks ahead of the engine.</summary>
internal sealed class ReadAhead : IBarReader
{
    private const int BlocksAhead = 4;

    private readonly IBarReader _inner;
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<Block> _full = Channel.CreateBounded<Block>(BlocksAhead);
    private readonly Channel<StepBar[]> _empty = Channel.CreateUnbounded<StepBar[]>();
    private readonly Task _task;
    private Block _block = new([], 0, default);
    private int _index;

    /// <param name="inner">The reader; owned.</param>
    public ReadAhead(IBarReader inner)
    {
        _inner = inner;
        _task = Task.Run(Produce);
    }

    /// <inheritdoc/>
    public DataCounts Counts => _block.Counts;

    /// <inheritdoc/>
    public IReadOnlyList<RejectedLine> RejectedLines => _inner.RejectedLines;

    /// <inheritdoc/>
    public IReadOnlyList<RejectedLine> SuspectLines => _inner.SuspectLines;

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => _inner.Warnings;

    /// <inheritdoc/>
    public IReadOnlyList<DataGap> LargestGaps => _inner.LargestGaps;

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
    public int Read(ref StepBar[] block)
    {
        if (_index < _block.Count || block.Length != IBarReader.BlockBars) return Read(block.AsSpan());
        if (!NextBlock()) return 0;
        (block, _block) = (_block.Bars, _block with { Bars = block });
        _index = _block.Count;
        return _block.Count;
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
        _block = new Block([], 0, _block.Counts);
        _index = 0;
        do
        {
            if (!_full.Reader.TryRead(out var next)) continue;
            _block = next;
            return true;
        }
        while (_full.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult()); // Throws what the producer threw.
        return false;
    }

    private async Task Produce()
    {
        try
        {
            while (true)
            {
                var block = _empty.Reader.TryRead(out var used) ? used : new StepBar[IBarReader.BlockBars];
                var count = _inner.Read(block);
                await _full.Writer.WriteAsync(new Block(block, count, _inner.Counts), _stop.Token);
                if (count == 0) break;
            }

            _full.Writer.TryComplete();
        }
        catch (Exception e)
        {
            _full.Writer.TryComplete(e);
        }
    }

    private sealed record Block(StepBar[] Bars, int Count, DataCounts Counts);
}
