namespace Axfl.Research.Store;

/// <summary>The chunks of a store.</summary>
internal sealed partial class TrialStore
{
    /// <summary>The chunks of a sweep, in order of their trials.</summary>
    public IReadOnlyList<ChunkRow> Chunks(string sweep) => _connection.Read(c => ChunkTable.Of(c, null, sweep));

    /// <summary>A chunk; null: there is none of that key, for it was withdrawn or its sweep removed.</summary>
    public ChunkRow? Chunk(string key) => _connection.Read(c => ChunkTable.Find(c, null, key));

    /// <summary>Names of the sweeps that have chunks that are not done.</summary>
    public IReadOnlyList<string> OpenSweeps() => _connection.Read(ChunkTable.OpenSweeps);

    /// <summary>Cuts the chunks of a sweep, opens those again of which results are asked for again, and forgets results that are none.</summary>
    /// <param name="sweep">Name of the sweep.</param>
    /// <param name="cut">Takes the chunks there are; gives those that go, those that come, and those to open again.</param>
    public void Cut(string sweep, Func<IReadOnlyList<ChunkRow>, ChunkCut> cut) => _connection.Write((c, t) =>
    {
        TrialTable.ForgetNoResults(c, t, sweep);
        var change = cut(ChunkTable.Of(c, t, sweep));
        ChunkTable.Replace(c, t, change.Old, change.Added);
        foreach (var chunk in change.Reopened) ChunkTable.Reopen(c, t, chunk);
        return true;
    });

    /// <summary>Notes that a worker begins a chunk.</summary>
    /// <returns>Whether it is still there and not done.</returns>
    public bool BeginChunk(string key, string worker) => _connection.Write((c, t) => ChunkTable.Begin(c, t, key, worker));

    /// <summary>Writes the results of a chunk and its digest in one transaction. What is there already is kept, and compared.</summary>
    /// <returns>Alarms: results or digests that differ.</returns>
    public IReadOnlyList<AlarmRow> CompleteChunk(ChunkRow chunk, IReadOnlyCollection<TrialRow> rows, string? digest, string worker, string version) =>
        _connection.Write((c, t) => ChunkTable.Complete(c, t, chunk, rows, digest, worker, version, Now));

    /// <summary>Keeps the bars of a data set, for workers that have none, in place of what is there of them.</summary>
    /// <param name="dataset">Its key.</param>
    /// <param name="pieces">Pieces of the bars of each symbol, in the order of the symbols.</param>
    public void ShareBars(string dataset, IEnumerable<byte[]> pieces) => _connection.Write((c, t) =>
    {
        BarsTable.Replace(c, t, dataset, pieces);
        return true;
    });

    /// <summary>Gives the pieces of the bars of a data set, in their order; none: they were never shared.</summary>
    public IReadOnlyList<byte[]> SharedBars(string dataset) => _connection.Read(c => BarsTable.Of(c, dataset));

    /// <summary>Takes away the chunks of a sweep that nobody has begun.</summary>
    /// <returns>How many.</returns>
    public int WithdrawChunks(string sweep) => _connection.Write((c, t) => ChunkTable.Withdraw(c, t, sweep));

    /// <summary>Trials of a sweep from one number to another, with what is known of them, rows included that are no results.</summary>
    public IReadOnlyList<StoredTrial> Rows(string sweep, int first, int last) => _connection.Read(c => SweepTrialTable.Rows(c, null, sweep, first, last));

    /// <summary>Looks whether results can be written, before any are made.</summary>
    /// <exception cref="Axfl.Contracts.AxflException">They cannot, and why.</exception>
    public void RequireWritable() => _connection.Write(static (c, t) => c.Execute(t, """update "chunk" set "tries" = "tries" where 1 = 0"""));

    /// <summary>The server's clock, UTC; null: the store has none of its own.</summary>
    public DateTime? ServerTime() => _connection.Read(Dialect.ServerTime);

    /// <summary>Makes this connection the one that submits a sweep; asked again it says whether it still is.</summary>
    public bool TrySubmit(string sweep) => _connection.Read(c => Dialect.TryHold(c, sweep));

    /// <summary>The database.</summary>
    public StoreDialect Dialect => _connection.Dialect;

    /// <summary>Whether it has a queue of chunks: one was submitted there, or somebody waited for one.</summary>
    public bool HasQueue() => _connection.Read(Dialect.HasQueue);
}

/// <summary>How the chunks of a sweep change.</summary>
/// <param name="Old">Those that go.</param>
/// <param name="Added">Those that come.</param>
/// <param name="Reopened">Those done that are to do again.</param>
internal sealed record ChunkCut(IReadOnlyList<ChunkRow> Old, IReadOnlyList<ChunkRow> Added, IReadOnlyList<ChunkRow> Reopened);
