using Axfl.Engine.Streams;
using Axfl.Research.Keys;
using Axfl.Research.Store;
using Axfl.Research.Sweeps;

namespace Axfl.Research.Pools;

/// <summary>Cuts a sweep into chunks when it is submitted. What was cut before stays as it is, as long as code and definition are the same.</summary>
/// <param name="plan">The sweep.</param>
/// <param name="store">The store.</param>
/// <param name="bars">Its bars.</param>
/// <param name="target">Expected time of a chunk.</param>
/// <param name="time">Clock.</param>
internal sealed class ChunkSubmission(SweepPlan plan, TrialStore store, SweepBars bars, TimeSpan target, TimeProvider time)
{
    /// <summary>Cuts what is not cut yet, opens those chunks again of which results are missing, and makes those done of which none is.</summary>
    /// <param name="trials">All trials, numbered.</param>
    /// <param name="known">Results that the store has of them, by their keys.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The chunks of these trials, in order.</returns>
    public IReadOnlyList<ChunkRow> Cut(IReadOnlyList<NumberedTrial> trials, IReadOnlyDictionary<string, TrialRow> known, CancellationToken cancellation)
    {
        var name = plan.Sweep.Name;
        var definition = store.Sweep(name)!.DefinitionHash;
        var byNumber = trials.OrderBy(t => t.Number).ToArray();
        var numbers = byNumber.ToDictionary(t => t.Number);
        string KeyOf(int first, int last) => ChunkKeys.Of(
            definition, bars.Dataset.Key, ChunkKeys.CodeOf(Enumerable.Range(first, last - first + 1).Select(n => numbers[n].Plan.CodeHash)), first, last);
        bool IsCurrent(ChunkRow c) => NumbersOf(c).All(numbers.ContainsKey) && KeyOf(c.First, c.Last) == c.Key;
        TrialRow?[] ResultsOf(ChunkRow c) => [.. NumbersOf(c).Select(n => known.GetValueOrDefault(numbers[n].Key))];
        // Measured outside the transaction: it takes as long as a few trials.
        var sample = new Lazy<TrialSample>(() => TrialSample.Take(plan, bars, TrialSample.Limit, time, cancellation));
        if (!store.Chunks(name).Any(IsCurrent)) _ = sample.Value;
        store.Cut(name, existing =>
        {
            var current = existing.Where(IsCurrent).ToList();
            var covered = current.SelectMany(NumbersOf).ToHashSet();
            CutTrial[] left = [.. byNumber.Where(t => !covered.Contains(t.Number)).Select(t => new CutTrial(t.Number, [.. SignalStreams.KeysOf(plan.PlanOf(t.Plan).Engine)]))];
            var added = left.Length == 0 ? [] : ChunkCutter.Cut(left, sample.Value, target).Select(c => new ChunkRow(KeyOf(c.First, c.Last), name, c.First, c.Last));
            var reopened = current.Where(c => c.DoneAt is not null && ResultsOf(c).Contains(null));
            // What an earlier build or definition has left to do nobody can do any more.
            return new ChunkCut([.. existing.Where(c => !current.Contains(c) && c.DoneAt is null)], [.. added], [.. reopened]);
        });
        return [.. store.Chunks(name).Where(IsCurrent).Select(c => c.DoneAt is null ? Complete(c, ResultsOf(c)) : c)];
    }

    private static IEnumerable<int> NumbersOf(ChunkRow chunk) => Enumerable.Range(chunk.First, chunk.Last - chunk.First + 1);

    // Whatever command made its results: there is nothing to run.
    private ChunkRow Complete(ChunkRow chunk, TrialRow?[] results)
    {
        if (results.Contains(null)) return chunk;
        store.CompleteChunk(chunk, [], ChunkKeys.Digest(results.Select(static r => r!.LedgerHash)), WorkerSweep.Name, BuildVersion.Text);
        return store.Chunk(chunk.Key) ?? chunk;
    }
}
