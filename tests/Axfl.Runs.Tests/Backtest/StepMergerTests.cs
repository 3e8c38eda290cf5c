using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Engine.Portfolio;
using Axfl.Runs.Backtest;

namespace Axfl.Runs.Tests.Backtest;

/// <summary>What is counted at each step.</summary>
public sealed class StepMergerTests
{
    [Fact]
    public void Counts_are_those_up_to_the_present_step_wherever_a_block_ends()
    {
        using var merger = new StepMerger([new Blocks(0, [1, 2], [3, 4, 5], [6])]);
        (long, long)[] expected = [(1, 0), (2, 1), (3, 1), (4, 1), (5, 2), (6, 3)];
        Assert.Equal((0, 0), Counts(merger));
        foreach (var counts in expected)
        {
            Assert.True(merger.MoveNext());
            Assert.Equal(counts, Counts(merger));
        }

        Assert.False(merger.MoveNext());
        Assert.Equal((6, 4), Counts(merger));
    }

    [Fact]
    public void A_step_that_is_taken_back_does_not_count()
    {
        using var merger = new StepMerger([new Blocks(0, [1, 2], [3]), new Blocks(1, [2, 3])]);
        Assert.True(merger.MoveNext() && merger.MoveNext());
        Assert.Equal([2, 1], new[] { merger.CountsOf(0).Bars, merger.CountsOf(1).Bars });
        merger.TakeBack();
        Assert.True(merger.Step.IsEmpty);
        Assert.Equal([1, 0], new[] { merger.CountsOf(0).Bars, merger.CountsOf(1).Bars });
        Assert.Equal(0, merger.CountsOf(0).Gaps);
    }

    [Fact]
    public void The_end_is_known_at_the_last_step_of_all_symbols()
    {
        using var merger = new StepMerger([new Blocks(0, [1]), new Blocks(1, [2], [3])]);
        var ends = new List<bool>();
        while (merger.MoveNext()) ends.Add(merger.IsAtEnd());
        Assert.Equal([false, false, true], ends);
        Assert.Equal(1, merger.CountsOf(0).Bars);
    }

    [Fact]
    public void What_cannot_be_read_concerns_no_bar_before_it()
    {
        using var merger = new StepMerger([new Blocks(0, [1, 2], [])]);
        Assert.True(merger.MoveNext() && merger.MoveNext());
        Assert.Throws<AxflException>(() => merger.MoveNext());
        Assert.Equal((2, 1), Counts(merger));
    }

    private static (long Bars, long Gaps) Counts(StepMerger merger) => (merger.CountsOf(0).Bars, merger.CountsOf(0).Gaps);

    // Each block ends with one gap more; an empty one cannot be read; behind the last there is another.
    private sealed class Blocks(int symbol, params long[][] blocks) : IBarReader
    {
        private int _next;

        public DataCounts Counts => new(blocks.Take(_next).Sum(b => b.Length), _next, 0, 0);

        public int Read(Span<StepBar> buffer)
        {
            if (_next >= blocks.Length)
            {
                _next = blocks.Length + 1;
                return 0;
            }

            if (blocks[_next].Length == 0) throw new AxflException("DataFileUnreadable", ErrorKind.Data, "It cannot be read.");
            var times = blocks[_next++];
            for (var i = 0; i < times.Length; i++) buffer[i] = new StepBar(symbol, new Bar(times[i], 1, 1, 1, 1, 0), double.NaN, double.NaN);
            return times.Length;
        }

        public void Dispose()
        {
            // It holds nothing.
        }
    }
}
