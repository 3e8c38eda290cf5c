namespace Axfl.Research.Keys;

/// <summary>The key of a chunk: of which sweep, over what, by which code, which trials.</summary>
internal static class ChunkKeys
{
    /// <summary>Lower-case hex SHA-256 of these, a line each.</summary>
    /// <param name="definition">Hash of the sweep's definition.</param>
    /// <param name="dataset">Dataset key.</param>
    /// <param name="code">Code hash.</param>
    /// <param name="first">Number of its first trial.</param>
    /// <param name="last">Number of its last.</param>
    public static string Of(string definition, string dataset, string code, int first, int last) =>
        Sha256.Of(FormattableString.Invariant($"axfl-chunk-1\n{definition}\n{dataset}\n{code}\n{first}\n{last}"));

    /// <summary>The code hash of trials together: their own where they share one.</summary>
    /// <param name="codes">Code hashes of the trials.</param>
    public static string CodeOf(IEnumerable<string> codes)
    {
        string[] distinct = [.. codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return distinct is [var one] ? one : Sha256.Of(string.Join('\n', distinct));
    }

    /// <summary>Digest of what came of a chunk: lower-case hex SHA-256 of the trials' ledger hashes, a line each, a dash for one that failed.</summary>
    /// <param name="hashes">Ledger hashes in the order of the trials; null: it failed.</param>
    public static string Digest(IEnumerable<string?> hashes) => Sha256.Of(string.Concat(hashes.Select(static h => (h ?? "-") + "\n")));
}
