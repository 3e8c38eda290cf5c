using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Data.Threads;
using Axfl.Engine.Portfolio;

namespace Axfl.Data.Merge;

/// <summary>Reads a symbol's bars on a thread of its own, a few blocks ahead of the engine.</summary>
internal sealed class ReadAhead : IBarReader
{
    private const int BlocksAhead = 4;

    private readonly IBarReader _inner;
    private readonly HandOver<Block> _full = new(BlocksAhead);
    private readonly ConcurrentQueue<StepBar[]> _empty = new();
    private readonly Thread _thread;
    private Block? _block;
    private DataCounts _counts;
    private int _index;

    /// <param name="inner">The reader; owned.</param>
    public ReadAhead(IBarReader inner)
    {
        _inner = inner;
        _thread = new Thread(Produce) { IsBackground = true, Name = "Axfl bars" };
        _thread.Start();
    }

    /// <inheritdoc/>
    public DataCounts Counts => _counts;

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
        if (_block is null && !NextBlock()) return 0;
        var count = Math.Min(buffer.Length, _block.Count - _index);
        _block.Bars.AsSpan(_index, count).CopyTo(buffer);
        _index += count;
        if (_index == _block.Count) GiveBack(_block.Bars);
        return count;
    }

    /// <inheritdoc/>
    public int Read(ref StepBar[] block)
    {
        if (_block is not null || block.Length != IBarReader.BlockBars) return Read(block.AsSpan());
        if (!NextBlock()) return 0;
        var next = _block;
        GiveBack(block);
        block = next.Bars;
        return next.Count;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _full.Close();
        _thread.Join();
        _inner.Dispose();
    }

    // False: there is no bar behind the last.
    [MemberNotNullWhen(true, nameof(_block))]
    private bool NextBlock()
    {
        if (_full.Take() is not { } next) return false;
        _counts = next.Counts;
        if (next.Count == 0) return false;
        (_block, _index) = (next, 0);
        return true;
    }

    // The block has been read to its end.
    private void GiveBack(StepBar[] bars)
    {
        _block = null;
        _empty.Enqueue(bars);
    }

    private void Produce()
    {
        try
        {
            for (var count = 1; count > 0;)
            {
                var bars = _empty.TryDequeue(out var used) ? used : new StepBar[IBarReader.BlockBars];
                count = _inner.Read(bars);
                if (!_full.Give(new Block(bars, count, _inner.Counts))) break;
            }

            _full.Complete();
        }
        // Whatever it is, the thread that reads throws it when it comes to it: on this one nobody would see it.
#pragma warning disable CA1031
        catch (Exception e)
#pragma warning restore CA1031
        {
            _full.Complete(e);
        }
    }

    private sealed record Block(StepBar[] Bars, int Count, DataCounts Counts);
}
