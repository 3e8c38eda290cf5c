using Axfl.Research.Keys;
using Axfl.Research.Store;

namespace Axfl.Research.Pools;

/// <summary>Chunks of which the store has all results already, by whatever command: there is nothing to run.</summary>
internal static class KnownChunks
{
    /// <summary>Makes them done.</summary>
    /// <param name="store">The store.</param>
    /// <param name="chunks">Chunks of a sweep.</param>
    /// <returns>The same chunks, as they are then.</returns>
    public static IReadOnlyList<ChunkRow> Complete(TrialStore store, IReadOnlyList<ChunkRow> chunks) => [.. chunks.Select(c => c.DoneAt is null ? Complete(store, c) : c)];

    private static ChunkRow Complete(TrialStore store, ChunkRow chunk)
    {
        var hashes = store.Ledgers(chunk.Sweep, chunk.First, chunk.Last);
        if (hashes.Count <= chunk.Last - chunk.First) return chunk;
        store.CompleteChunk(chunk, [], ChunkKeys.Digest(hashes), WorkerSweep.Name, BuildVersion.Text);
        return store.Chunk(chunk.Key) ?? chunk;
    }
}
