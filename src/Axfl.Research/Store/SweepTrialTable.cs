using System.Data.Common;

namespace Axfl.Research.Store;

/// <summary>The table <c>sweep_trial</c>: which trials a sweep has.</summary>
internal static class SweepTrialTable
{
    /// <summary>Adds trials; one of the same number takes the new key: after an update of the program it is another result.</summary>
    public static void Insert(DbConnection connection, DbTransaction transaction, string sweep, IReadOnlyList<PlannedTrial> trials)
    {
        using var insert = connection.Command(
            transaction,
            """
            insert into "sweep_trial" ("sweep", "number", "key", "parameters") values (@p0, @p1, @p2, @p3)
            on conflict ("sweep", "number") do update set "key" = excluded."key", "parameters" = excluded."parameters"
            """,
            sweep, 0L, "", "");
        foreach (var trial in trials)
        {
            (insert.Parameters[1].Value, insert.Parameters[2].Value, insert.Parameters[3].Value) = ((long)trial.Number, trial.Key, trial.Parameters);
            insert.ExecuteNonQuery();
        }
    }

    /// <summary>Trials of a sweep with their rows, by number.</summary>
    public static List<StoredTrial> Rows(DbConnection connection, DbTransaction? transaction, string sweep, int first = 1, int last = int.MaxValue) => connection.Query(
        transaction,
        $"""
        select s."number", s."key", s."parameters", {TrialTable.Columns} from "sweep_trial" s left join "trial" t on t."key" = s."key" where s."sweep" = @p0
            and s."number" between @p1 and @p2 order by s."number"
        """,
        r =>
        {
            var (number, key) = (checked((int)r.GetInt64(0)), r.GetString(1));
            return new StoredTrial(number, key, r.GetString(2), r.IsDBNull(3) ? null : RowDamage.Guard("trial", key, FormattableString.Invariant($"trial {number} of sweep '{sweep}'"), () => TrialTable.Read(r, 3)));
        }, sweep, (long)first, (long)last);
}
