using System.Data.Common;
using Axfl.Contracts;

namespace Axfl.Research.Store;

/// <summary>The table <c>trial</c> with <c>trial_days</c>, <c>trial_trades</c> and <c>alarm</c>.</summary>
internal static class TrialTable
{
    /// <summary>The columns <see cref="Read"/> reads, of a table called <c>t</c>.</summary>
    public const string Columns = """
        t."key", t."dataset", t."plan_hash", t."state", t."error", t."metrics", t."ledger_hash", t."wall_ms", t."version", t."worker", t."done_at"
        """;

    /// <summary>Rows of these keys.</summary>
    public static List<TrialRow> Find(DbConnection connection, DbTransaction? transaction, string[] keys) =>
        connection.Query(transaction, $"""select {Columns} from "trial" t where t."key" in ({Sql.Places(keys.Length)})""", static row => Read(row, 0), [.. keys]);

    /// <summary>Rows of these plans on a data set that another version made and that ran to their end, the newest of each plan first.</summary>
    public static List<TrialRow> OfVersion(DbConnection connection, string dataset, string version, string[] plans) => connection.Query(
        null, $"""
        select {Columns} from "trial" t where t."dataset" = @p{plans.Length} and t."state" = @p{plans.Length + 1} and (t."version" = @p{plans.Length + 2} or substr(t."version", 1, {version.Length + 4}) = @p{plans.Length + 3})
        and t."plan_hash" in ({Sql.Places(plans.Length)}) order by t."done_at" desc, t."key"
        """,
        static row => Read(row, 0), [.. plans, dataset, TrialRow.Done, version, version + " tz "]);

    /// <summary>The versions that made rows on a data set.</summary>
    public static List<string> Versions(DbConnection connection, string dataset) =>
        connection.Query(null, """select distinct "version" from "trial" where "dataset" = @p0 order by "version" """, static row => row.GetString(0), dataset);

    /// <summary>Writes rows.</summary>
    public static List<AlarmRow> Write(DbConnection connection, DbTransaction transaction, IReadOnlyCollection<TrialRow> rows, DateTime now)
    {
        var alarms = new List<AlarmRow>();
        using var insert = new TrialInsert(connection, transaction);
        // In one order, so that two writers with the same rows wait for each other and not crosswise.
        foreach (var row in rows.OrderBy(static r => r.Dataset, StringComparer.Ordinal).ThenBy(static r => r.PlanHash, StringComparer.Ordinal)) insert.Tried(row);
        foreach (var row in rows.OrderBy(static r => r.Key, StringComparer.Ordinal))
        {
            if (insert.Row(row)) continue;
            var kept = Find(connection, transaction, [row.Key])[0];
            if (kept.IsNoResult) Replace(connection, transaction, insert, row);
            else if (!row.IsNoResult && !IsSame(kept, row)) alarms.Add(new(now, row.Key, kept.LedgerHash, row.LedgerHash, row.Worker, row.Version));
        }

        foreach (var alarm in alarms) Raise(connection, transaction, alarm);
        return alarms;
    }

    /// <summary>Writes an alarm.</summary>
    public static void Raise(DbConnection connection, DbTransaction transaction, AlarmRow alarm) => connection.Execute(
        transaction, """insert into "alarm" ("at", "trial", "kept_hash", "other_hash", "worker", "version") values (@p0, @p1, @p2, @p3, @p4, @p5)""",
        StoredText.Of(alarm.At), alarm.Trial, alarm.KeptHash, alarm.OtherHash, alarm.Worker, alarm.Version);

    /// <summary>Takes away the rows of a sweep's trials that are no results: they are run again.</summary>
    public static void ForgetNoResults(DbConnection connection, DbTransaction transaction, string sweep) => connection.Execute(
        transaction,
        """
        delete from "trial" where "state" = @p1 and ("error" like @p2 or "error" like @p3) and "key" in (select "key" from "sweep_trial" where "sweep" = @p0)
        """,
        sweep, TrialRow.Failed, TrialRow.Timeout + "%", TrialRow.ChunkFailed + "%");

    /// <summary>Gives R by day of each of these keys that has them.</summary>
    public static bool Days(DbConnection connection, string[] keys, Action<string, int[], double[]> take, Func<string, string>? whose = null)
    {
        using var command = connection.Command(null, $"""select "trial", "days", "r" from "trial_days" where "trial" in ({Sql.Places(keys.Length)})""", [.. keys]);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var key = reader.GetString(0);
            var (days, r) = RowDamage.Guard("trial_days", key, whose?.Invoke(key) ?? "trial " + key, () => DaysOf(reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2)));
            take(key, days, r);
        }

        return true;
    }

    private static (int[] Days, double[] R) DaysOf(byte[] days, byte[] r)
    {
        if (days.Length % sizeof(int) != 0 || r.Length != days.Length / sizeof(int) * sizeof(double)) throw new FormatException("it has not one R for each day");
        var rs = StoredText.Real(r);
        return Array.TrueForAll(rs, static x => double.IsFinite(x)) ? (StoredText.Whole(days), rs) : throw new FormatException("an R of a day is not finite");
    }

    /// <summary>The trades of a trial; null: not kept.</summary>
    public static byte[]? Trades(DbConnection connection, string key) =>
        connection.Query(null, """select "trades" from "trial_trades" where "trial" = @p0""", static r => r.GetFieldValue<byte[]>(0), key).FirstOrDefault();

    /// <summary>All alarms, oldest first.</summary>
    public static List<AlarmRow> Alarms(DbConnection connection) => connection.Query(
        null, """select "at", "trial", "kept_hash", "other_hash", "worker", "version" from "alarm" order by "at", "trial" """,
        static r => new AlarmRow(StoredText.Time(r.GetString(0)), r.GetString(1), r.TextOrNull(2), r.TextOrNull(3), r.GetString(4), r.GetString(5)));

    /// <summary>Rows by worker and version.</summary>
    public static List<(string Worker, string Version, int Rows)> Workers(DbConnection connection) => connection.Query(
        null, """select "worker", "version", count(*) from "trial" group by "worker", "version" order by "worker", "version" """,
        static r => (r.GetString(0), r.GetString(1), (int)r.GetInt64(2)));

    /// <summary>A row of <see cref="Columns"/> that begin at a column.</summary>
    /// <exception cref="FormatException">It ran to its end, and has no metrics.</exception>
    public static TrialRow Read(DbDataReader row, int first)
    {
        var trial = Plain(row, first);
        return trial.State != TrialRow.Done || trial.Metrics?.Trades is not null ? trial : throw new FormatException("it is done and has no metrics");
    }

    private static TrialRow Plain(DbDataReader row, int first) => new()
    {
        Key = row.GetString(first), Dataset = row.GetString(first + 1), PlanHash = row.GetString(first + 2), State = row.GetString(first + 3), Error = row.TextOrNull(first + 4),
        Metrics = row.TextOrNull(first + 5) is { } metrics ? StoreJson.Metrics(metrics) : null, LedgerHash = row.TextOrNull(first + 6), WallMs = row.GetDouble(first + 7),
        Version = row.GetString(first + 8), Worker = row.GetString(first + 9), DoneAt = StoredText.Time(row.GetString(first + 10)),
    };

    // What a trial that took too long left is no result; one that came meanwhile takes its place.
    private static void Replace(DbConnection connection, DbTransaction transaction, TrialInsert insert, TrialRow row)
    {
        connection.Execute(transaction, """delete from "trial" where "key" = @p0""", row.Key);
        _ = insert.Row(row);
    }

    private static bool IsSame(TrialRow kept, TrialRow other) =>
        kept.State == other.State && kept.LedgerHash == other.LedgerHash && TextOf(kept.Metrics) == TextOf(other.Metrics);

    private static string? TextOf(TrialMetrics? metrics) => metrics is null ? null : StoreJson.Of(metrics);
}
