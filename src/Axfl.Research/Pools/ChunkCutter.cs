namespace Axfl.Research.Pools;

/// <summary>A trial as the cutting sees it.</summary>
/// <param name="Number">Its number in the sweep.</param>
/// <param name="Streams">What tells its signal streams apart; null: one that is shared with no other trial.</param>
internal sealed record CutTrial(int Number, IReadOnlyList<string?> Streams);

/// <summary>Cuts the trials of a sweep into chunks of about the same expected time. Trials with common streams stay together where that can be, for each worker makes its streams itself.</summary>
internal static class ChunkCutter
{
    /// <summary>Numbers of the first and the last trial of each chunk.</summary>
    /// <param name="trials">Trials, ascending; a gap in their numbers ends a chunk.</param>
    /// <param name="cost">What a trial costs.</param>
    /// <param name="target">Expected time of a chunk.</param>
    public static IReadOnlyList<(int First, int Last)> Cut(IReadOnlyList<CutTrial> trials, TrialSample cost, TimeSpan target)
    {
        var chunks = new List<(int First, int Last)>();
        var begin = 0;
        while (begin < trials.Count)
        {
            var end = End(trials, begin, cost, target.TotalMilliseconds);
            chunks.Add((trials[begin].Number, trials[end - 1].Number));
            begin = end;
        }

        return chunks;
    }

    // The first trial behind the chunk that begins at one: at the last change of streams in its second half, else where the time is full.
    private static int End(IReadOnlyList<CutTrial> trials, int begin, TrialSample cost, double target)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (sum, change) = (0.0, begin);
        for (var i = begin; i < trials.Count; i++)
        {
            if (i > begin && trials[i].Number != trials[i - 1].Number + 1) return i;
            if (i > begin && sum >= target / 2 && !trials[i].Streams.SequenceEqual(trials[i - 1].Streams)) change = i;
            sum += cost.TrialMs + (cost.StreamMs * trials[i].Streams.Count(s => s is null || seen.Add(s)));
            if (sum > target && i > begin) return change > begin ? change : i;
        }

        return trials.Count;
    }
}
