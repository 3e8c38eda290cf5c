namespace Axfl.Research.Store;

/// <summary>Consecutive trials of a sweep that one worker runs together.</summary>
/// <param name="Key">Chunk key: lower-case hex SHA-256.</param>
/// <param name="Sweep">Name of its sweep.</param>
/// <param name="First">Number of its first trial.</param>
/// <param name="Last">Number of its last.</param>
internal sealed record ChunkRow(string Key, string Sweep, int First, int Last)
{
    /// <summary>Digest of its results; null: it is not done.</summary>
    public string? Digest { get; init; }

    /// <summary>How often it was begun.</summary>
    public int Tries { get; init; }

    /// <summary>Who began it last, and then who did it; null: nobody.</summary>
    public string? Worker { get; init; }

    /// <summary>When it was done, UTC; null: it is not.</summary>
    public DateTime? DoneAt { get; init; }
}
