using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Data.Merge;
using Axfl.Engine.Portfolio;

namespace Axfl.Data.Tests.Merge;

/// <summary>Reading on a thread of its own: what comes out, in which order, and how it ends.</summary>
public class ReadAheadTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(IBarReader.BlockBars)]
    [InlineData(25 * IBarReader.BlockBars + 7)]
    public void All_bars_come_in_order_with_the_counts_of_the_last(int bars)
    {
        using var ahead = new ReadAhead(new Numbered(bars));
        Assert.Equal(Enumerable.Range(0, bars).Select(i => (long)i), TimesOf(ahead));
        Assert.Equal(bars, ahead.Counts.Bars);
        Assert.Equal(0, ahead.Read(new StepBar[IBarReader.BlockBars]));
    }

    [Fact]
    public void Blocks_are_given_whole_and_taken_back()
    {
        using var ahead = new ReadAhead(new Numbered(20 * IBarReader.BlockBars));
        var block = new StepBar[IBarReader.BlockBars];
        var seen = new HashSet<StepBar[]>(ReferenceEqualityComparer.Instance) { block };
        long next = 0;
        for (int count; (count = ahead.Read(ref block)) > 0; seen.Add(block))
            for (var i = 0; i < count; i++) Assert.Equal(next++, block[i].Bar.Time);
        Assert.Equal(20 * IBarReader.BlockBars, next);
        Assert.InRange(seen.Count, 1, 7);
    }

    [Fact]
    public void What_the_reader_throws_comes_behind_the_bars_before_it()
    {
        using var ahead = new ReadAhead(new Numbered(3 * IBarReader.BlockBars, fault: new AxflException("DataUnreadable", ErrorKind.Data, "gone")));
        var block = new StepBar[IBarReader.BlockBars];
        for (var i = 0; i < 3; i++) Assert.Equal(IBarReader.BlockBars, ahead.Read(block));
        Assert.Equal("gone", Assert.Throws<AxflException>(() => ahead.Read(block)).Message);
        Assert.Equal("gone", Assert.Throws<AxflException>(() => ahead.Read(block)).Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    public void It_can_be_left_at_any_block(int blocks)
    {
        var inner = new Numbered(int.MaxValue);
        var ahead = new ReadAhead(inner);
        var block = new StepBar[IBarReader.BlockBars];
        for (var i = 0; i < blocks; i++) ahead.Read(ref block);
        ahead.Dispose();
        Assert.True(inner.IsDisposed);
        Assert.InRange(inner.Counts.Bars, 0, (blocks + 6L) * IBarReader.BlockBars);
    }

    private static List<long> TimesOf(ReadAhead ahead)
    {
        var times = new List<long>();
        var block = new StepBar[IBarReader.BlockBars];
        for (int count; (count = ahead.Read(block)) > 0;)
            for (var i = 0; i < count; i++) times.Add(block[i].Bar.Time);
        return times;
    }

    // Bars at 0, 1, 2, ...
    private sealed class Numbered(int bars, Exception? fault = null) : IBarReader
    {
        private int _read;

        public bool IsDisposed { get; private set; }

        public DataCounts Counts => default(DataCounts) with { Bars = _read };

        public int Read(Span<StepBar> buffer)
        {
            if (_read == bars && fault is not null) throw fault;
            var count = Math.Min(buffer.Length, bars - _read);
            for (var i = 0; i < count; i++) buffer[i] = new StepBar(0, new Bar(_read++, 1, 1, 1, 1));
            return count;
        }

        public void Dispose() => IsDisposed = true;
    }
}
