using System.Data.Common;
using Axfl.Contracts;

namespace Axfl.Research.Store;

/// <summary>The table <c>chunk</c>.</summary>
internal static class ChunkTable
{
    private const string Select = """select "key", "sweep", "first", "last", "digest", "tries", "worker", "done_at" from "chunk" """;

    /// <summary>The chunks of a sweep, in order of their trials.</summary>
    public static List<ChunkRow> Of(DbConnection connection, DbTransaction? transaction, string sweep) =>
        connection.Query(transaction, Select + """where "sweep" = @p0 order by "first", "key" """, Read, sweep);

    /// <summary>One; null: there is none of that key.</summary>
    public static ChunkRow? Find(DbConnection connection, DbTransaction? transaction, string key) =>
        connection.Query(transaction, Select + """where "key" = @p0""", Read, key).FirstOrDefault();

    /// <summary>Names of the sweeps that have chunks that are not done.</summary>
    public static List<string> OpenSweeps(DbConnection connection) =>
        connection.Query(null, """select distinct "sweep" from "chunk" where "done_at" is null order by "sweep" """, static r => r.GetString(0));

    /// <summary>Takes some away and adds others.</summary>
    public static void Replace(DbConnection connection, DbTransaction transaction, IEnumerable<ChunkRow> old, IEnumerable<ChunkRow> added)
    {
        foreach (var chunk in old) connection.Execute(transaction, """delete from "chunk" where "key" = @p0""", chunk.Key);
        using var insert = connection.Command(
            transaction, """insert into "chunk" ("key", "sweep", "first", "last", "tries") values (@p0, @p1, @p2, @p3, 0) on conflict do nothing""", "", "", 0L, 0L);
        foreach (var chunk in added)
        {
            (insert.Parameters[0].Value, insert.Parameters[1].Value, insert.Parameters[2].Value, insert.Parameters[3].Value) = (chunk.Key, chunk.Sweep, (long)chunk.First, (long)chunk.Last);
            insert.ExecuteNonQuery();
        }
    }

    /// <summary>Makes one that is done one to do, because results of it are asked for again.</summary>
    public static void Reopen(DbConnection connection, DbTransaction transaction, ChunkRow chunk) =>
        connection.Execute(transaction, """update "chunk" set "done_at" = null, "digest" = null where "key" = @p0""", chunk.Key);

    /// <summary>Notes that somebody begins one.</summary>
    /// <returns>Whether it is still there and not done.</returns>
    public static bool Begin(DbConnection connection, DbTransaction transaction, string key, string worker) =>
        connection.Execute(transaction, """update "chunk" set "tries" = "tries" + 1, "worker" = @p1 where "key" = @p0 and "done_at" is null""", key, worker) > 0;

    /// <summary>Writes the results of one with its digest. Results that are there already are compared, and so is the digest of another try.</summary>
    /// <returns>What differs.</returns>
    /// <exception cref="AxflException">It is not there any more (<c>ChunkWithdrawn</c>).</exception>
    public static List<AlarmRow> Complete(
        DbConnection connection, DbTransaction transaction, ChunkRow chunk, IReadOnlyCollection<TrialRow> rows, string? digest, string worker, string version, DateTime now)
    {
        // Withdrawn, or its sweep removed, while it ran: nobody waits for it.
        if (Find(connection, transaction, chunk.Key) is not { } found) throw Withdrawn(chunk);
        var alarms = TrialTable.Write(connection, transaction, rows, now);
        connection.Execute(
            transaction, """update "chunk" set "digest" = coalesce("digest", @p1), "worker" = @p2, "done_at" = @p3 where "key" = @p0 and "done_at" is null""",
            chunk.Key, digest, worker, StoredText.Of(now));
        if (found.Digest is not { } kept || digest is null || kept == digest) return alarms;
        var alarm = new AlarmRow(now, chunk.Key, kept, digest, worker, version);
        TrialTable.Raise(connection, transaction, alarm);
        return [.. alarms, alarm];
    }

    /// <summary>Takes away what nobody has begun.</summary>
    /// <returns>How many.</returns>
    public static int Withdraw(DbConnection connection, DbTransaction transaction, string sweep) =>
        connection.Execute(transaction, """delete from "chunk" where "sweep" = @p0 and "tries" = 0 and "done_at" is null""", sweep);

    private static AxflException Withdrawn(ChunkRow chunk) => new(
        "ChunkWithdrawn", ErrorKind.Data, FormattableString.Invariant($"The chunk of the sweep '{chunk.Sweep}' with the trials {chunk.First} to {chunk.Last} was withdrawn while it ran: nothing of it was written."))
    {
        Target = chunk.Sweep, RecommendedAction = $"Submit the sweep again with {Spelling.Command("Invoke-AxflSweep")} if it is still wanted.",
    };

    private static ChunkRow Read(DbDataReader r) => new(r.GetString(0), r.GetString(1), (int)r.GetInt64(2), (int)r.GetInt64(3))
    {
        Digest = r.TextOrNull(4), Tries = (int)r.GetInt64(5), Worker = r.TextOrNull(6), DoneAt = r.TextOrNull(7) is { } at ? StoredText.Time(at) : null,
    };
}
