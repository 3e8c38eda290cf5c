using Axfl.Research.Pools;

namespace Axfl.Research.Tests.Pools.Chunks;

/// <summary>Where a sweep is cut.</summary>
public class ChunkCutterTests
{
    private static readonly TrialSample Cost = new(StreamMs: 100, TrialMs: 10, StreamBytes: 0);

    [Fact]
    public void Every_trial_is_in_one_chunk_and_chunks_are_as_long_as_asked()
    {
        // One stream for all: 100 ms once a chunk, 10 ms a trial. 20 trials are 300 ms.
        Assert.Equal([(1, 20), (21, 40), (41, 50)], Cut(Trials(50, _ => "a"), 300));
    }

    [Fact]
    public void A_chunk_ends_at_the_last_change_of_streams_in_its_second_half()
    {
        // A stream for each 8 trials: 180 ms. Two of them are 360 ms, the third begins at 360 and is not finished at 500.
        Assert.Equal([(1, 16), (17, 32), (33, 40)], Cut(Trials(40, n => "s" + ((n - 1) / 8)), 500));
    }

    [Fact]
    public void Without_a_change_in_the_second_half_it_ends_where_its_time_is_full()
    {
        // The stream changes at trial 3 alone, in the first half.
        Assert.Equal([(1, 30), (31, 60)], Cut(Trials(60, n => n < 3 ? "a" : "b"), 500));
    }

    [Fact]
    public void A_trial_longer_than_a_chunk_is_a_chunk_of_its_own() => Assert.Equal([(1, 1), (2, 2), (3, 3)], Cut(Trials(3, _ => null), 50));

    [Fact]
    public void A_gap_in_the_numbers_ends_a_chunk() =>
        Assert.Equal([(1, 2), (7, 8)], Cut([.. new[] { 1, 2, 7, 8 }.Select(n => new CutTrial(n, ["a"]))], 30_000));

    private static IReadOnlyList<(int First, int Last)> Cut(CutTrial[] trials, double ms) => ChunkCutter.Cut(trials, Cost, TimeSpan.FromMilliseconds(ms));

    private static CutTrial[] Trials(int count, Func<int, string?> stream) => [.. Enumerable.Range(1, count).Select(n => new CutTrial(n, [stream(n)]))];
}
