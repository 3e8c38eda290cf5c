using System.Data.Common;
using Axfl.Contracts;

namespace Axfl.Research.Store;

/// <summary>The table <c>walk_forward</c>: of each sweep the last walk-forward that was finished.</summary>
internal static class WalkForwardTable
{
    /// <summary>Puts one in the place of the sweep's earlier one.</summary>
    public static void Replace(DbConnection connection, DbTransaction transaction, WalkForwardRow row)
    {
        Remove(connection, transaction, row.Report.Sweep);
        connection.Execute(
            transaction, """insert into "walk_forward" ("sweep", "definition_hash", "report", "made_at") values (@p0, @p1, @p2, @p3)""",
            row.Report.Sweep, row.DefinitionHash, StoreJson.Of(row.Report), StoredText.Of(row.MadeAt));
    }

    /// <summary>That of a sweep; null: none was finished.</summary>
    public static WalkForwardRow? Find(DbConnection connection, string sweep) => connection.Query(
        null, """select "definition_hash", "report", "made_at" from "walk_forward" where "sweep" = @p0""",
        r => RowDamage.Guard("walk_forward", sweep, $"sweep '{sweep}'", () => new WalkForwardRow(r.GetString(0), StoreJson.WalkForward(r.GetString(1), sweep), StoredText.Time(r.GetString(2)))), sweep).FirstOrDefault();

    /// <summary>Removes that of a sweep.</summary>
    public static void Remove(DbConnection connection, DbTransaction transaction, string sweep) =>
        connection.Execute(transaction, """delete from "walk_forward" where "sweep" = @p0""", sweep);
}

/// <summary>A walk-forward that was finished.</summary>
/// <param name="DefinitionHash">Hash of the sweep's definition it was run by.</param>
/// <param name="Report">What it came to. Values of parameters are elements of JSON once they were stored.</param>
/// <param name="MadeAt">When, UTC.</param>
internal sealed record WalkForwardRow(string DefinitionHash, WalkForwardReport Report, DateTime MadeAt);
