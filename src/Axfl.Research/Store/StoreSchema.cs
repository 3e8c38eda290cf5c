using System.Data.Common;
using Axfl.Contracts;

namespace Axfl.Research.Store;

/// <summary>The tables of a store, as steps from one version to the next; the first makes them.</summary>
/// <param name="steps">Statements of each step, separated by semicolons, of a dialect.</param>
internal sealed class StoreSchema(params IReadOnlyList<Func<StoreDialect, string>> steps)
{
    /// <summary>The schema of this build.</summary>
    public static StoreSchema Current { get; } = new(Tables, SharedBars, WalkForwards);

    /// <summary>Statements of each step, of a dialect.</summary>
    public IReadOnlyList<Func<StoreDialect, string>> Steps => steps;

    /// <summary>The version this build writes.</summary>
    public int Version => steps.Count;

    /// <summary>Makes the tables, or moves those of an older version on: a copy first, then all steps in one transaction.</summary>
    /// <param name="dialect">The database.</param>
    /// <param name="connection">A connection for writing.</param>
    /// <param name="now">Present time, UTC.</param>
    /// <exception cref="AxflException">The store is of a newer version (<c>StoreNewer</c>).</exception>
    public void Prepare(StoreDialect dialect, DbConnection connection, DateTime now)
    {
        if (VersionOf(dialect, connection, null) is var before && before == Version) return;
        Refuse(dialect, before);
        if (before > 0) dialect.Copy(connection, before, now);
        using var transaction = connection.BeginTransaction();
        dialect.LockTables(connection, transaction);
        // Another process may have been quicker.
        var version = VersionOf(dialect, connection, transaction);
        Refuse(dialect, version);
        for (; version < Version; version++) connection.Execute(transaction, steps[version](dialect));
        connection.Execute(transaction, """delete from "schema" """);
        connection.Execute(transaction, """insert into "schema" ("version") values (@p0)""", Version);
        transaction.Commit();
    }

    /// <summary>Whether the store is older than this build.</summary>
    /// <exception cref="AxflException">It is newer (<c>StoreNewer</c>).</exception>
    public bool IsOlder(StoreDialect dialect, DbConnection connection)
    {
        var version = VersionOf(dialect, connection, null);
        Refuse(dialect, version);
        return version < Version;
    }

    private static int VersionOf(StoreDialect dialect, DbConnection connection, DbTransaction? transaction) =>
        dialect.HasTables(connection, transaction) ? (int)connection.Number(transaction, """select max("version") from "schema" """) : 0;

    private void Refuse(StoreDialect dialect, int version)
    {
        if (version <= Version) return;
        throw new AxflException("StoreNewer", ErrorKind.Output,
            FormattableString.Invariant($"{dialect.Name} has tables of version {version}; this build of Axfl knows versions up to {Version}. Nothing was read or written."))
        {
            Target = dialect.Name, RecommendedAction = $"Update Axfl, or give another {Spelling.Of("Store")}.",
        };
    }

    private static string SharedBars(StoreDialect d) => $"""
        create table "bars" ("dataset" text not null, "piece" {d.Whole} not null, "bars" {d.Bytes} not null, primary key ("dataset", "piece"));
        """;

    private static string WalkForwards(StoreDialect d) => """
        create table "walk_forward" ("sweep" text primary key, "definition_hash" text not null, "report" text not null, "made_at" text not null);
        """;

    private static string Tables(StoreDialect d) => $"""
        create table "schema" ("version" {d.Whole} not null);
        create table "dataset" ("key" text primary key, "symbols" text not null, "interval" text not null, "since" text not null,
            "until" text not null, "bars" {d.Whole} not null, "sources" text not null, "made_at" text not null);
        create table "sweep" ("name" text primary key, "dataset" text not null, "definition" text not null, "definition_hash" text not null,
            "version" text not null, "made_at" text not null, "holdout_opened_at" text);
        create table "trial" ("key" text primary key, "dataset" text not null, "plan_hash" text not null, "state" text not null, "error" text,
            "metrics" text, "ledger_hash" text, "trades" {d.Whole}, "wall_ms" {d.Real} not null, "version" text not null, "worker" text not null,
            "done_at" text not null);
        create table "sweep_trial" ("sweep" text not null, "number" {d.Whole} not null, "key" text not null, "parameters" text not null,
            primary key ("sweep", "number"));
        create index "sweep_trial_key" on "sweep_trial" ("key");
        create table "tried" ("dataset" text not null, "plan_hash" text not null, "first_at" text not null, primary key ("dataset", "plan_hash"));
        create table "trial_days" ("trial" text primary key, "days" {d.Bytes} not null, "r" {d.Bytes} not null);
        create table "trial_trades" ("trial" text primary key, "trades" {d.Bytes} not null);
        create table "chunk" ("key" text primary key, "sweep" text not null, "first" {d.Whole} not null, "last" {d.Whole} not null, "digest" text,
            "tries" {d.Whole} not null, "worker" text, "done_at" text);
        create table "alarm" ("at" text not null, "trial" text not null, "kept_hash" text, "other_hash" text, "worker" text not null,
            "version" text not null);
        """;
}
