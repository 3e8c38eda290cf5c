using System.Data.Common;
using System.Text.Json;
using Axfl.Contracts;

namespace Axfl.Research.Store;

/// <summary>The table <c>sweep</c>. The trials for which a holdout was opened are those of a sweep of their own that no file can name.</summary>
internal static class SweepTable
{
    private const string Columns = """s."name", s."dataset", s."definition", s."definition_hash", s."version", s."made_at", s."holdout_opened_at" """;

    /// <summary>The sweep that holds the opened holdout of another.</summary>
    public static string HoldoutOf(string sweep) => sweep + "/holdout";

    /// <summary>A sweep; null: there is none of that name.</summary>
    public static SweepRow? Find(DbConnection connection, DbTransaction? transaction, string name) =>
        connection.Query(
            transaction, $"""select {Columns}, (select count(*) from "sweep_trial" h where h."sweep" = @p1) from "sweep" s where s."name" = @p0""",
            static r => Read(r) with { HoldoutTrials = (int)r.GetInt64(7) }, name, HoldoutOf(name)).FirstOrDefault();

    /// <summary>All sweeps but holdouts, and how far they are.</summary>
    public static IReadOnlyList<SweepState> States(DbConnection connection)
    {
        var datasets = DatasetTable.All(connection).ToDictionary(static d => d.Key, StringComparer.Ordinal);
        var counts = connection.Query(
            null,
            """
            select s."sweep", count(*), sum(case when t."state" = 'done' then 1 else 0 end), sum(case when t."state" = 'failed' then 1 else 0 end), min(t."done_at"), max(t."done_at"),
                coalesce(sum(t."wall_ms"), 0), count(distinct case when t."dataset" = w."dataset" then t."plan_hash" end)
            from "sweep_trial" s left join "trial" t on t."key" = s."key" left join "sweep" w on w."name" = s."sweep" group by s."sweep"
            """,
            static r => (
                Sweep: r.GetString(0), Trials: (int)r.GetInt64(1), Done: (int)r.GetInt64(2), Failed: (int)r.GetInt64(3), First: r.TextOrNull(4), Last: r.TextOrNull(5),
                Wall: Convert.ToDouble(r.GetValue(6), System.Globalization.CultureInfo.InvariantCulture), Plans: (int)r.GetInt64(7))).ToDictionary(static c => c.Sweep, StringComparer.Ordinal);
        return [..
            from sweep in connection.Query(null, $"""select {Columns} from "sweep" s order by s."name" """, Read)
            where !sweep.Name.Contains('/')
            let own = counts.GetValueOrDefault(sweep.Name)
            let holdout = counts.GetValueOrDefault(HoldoutOf(sweep.Name)).Trials
            select new SweepState(
                sweep with { HoldoutTrials = holdout }, datasets.GetValueOrDefault(sweep.Dataset) ?? throw DatasetTable.Missing(sweep), own.Trials, own.Done, own.Failed, own.First is { } first ? StoredText.Time(first) : null,
                own.Last is { } last ? StoredText.Time(last) : null, own.Wall, own.Plans)];
    }

    /// <summary>Adds a sweep, or takes the one that is there.</summary>
    public static void Begin(DbConnection connection, DbTransaction transaction, SweepRow sweep, bool append)
    {
        // What was opened once stays open, also when the sweep was removed meanwhile.
        var opened = sweep.HoldoutOpenedAt ?? Find(connection, transaction, HoldoutOf(sweep.Name))?.HoldoutOpenedAt;
        var added = connection.Execute(
            transaction,
            """
            insert into "sweep" ("name", "dataset", "definition", "definition_hash", "version", "made_at", "holdout_opened_at") values (@p0, @p1, @p2, @p3, @p4, @p5, @p6)
            on conflict do nothing
            """,
            sweep.Name, sweep.Dataset, sweep.Definition, sweep.DefinitionHash, sweep.Version, StoredText.Of(sweep.MadeAt), opened is { } at ? StoredText.Of(at) : null);
        if (added > 0) return;
        var kept = Find(connection, transaction, sweep.Name)!;
        if (kept.DefinitionHash == sweep.DefinitionHash && kept.Dataset == sweep.Dataset) return;
        if (!append) throw Differs(kept, sweep);
        connection.Execute(
            transaction, """update "sweep" set "dataset" = @p1, "definition" = @p2, "definition_hash" = @p3, "version" = @p4 where "name" = @p0""",
            sweep.Name, sweep.Dataset, sweep.Definition, sweep.DefinitionHash, sweep.Version);
    }

    /// <summary>Notes that the holdout was opened.</summary>
    public static void OpenHoldout(DbConnection connection, DbTransaction transaction, string store, string name, string dataset, DateTime now)
    {
        var sweep = Find(connection, transaction, name) ?? throw NotFound(store, name, Names(connection, transaction));
        var at = sweep.HoldoutOpenedAt ?? now;
        connection.Execute(transaction, """update "sweep" set "holdout_opened_at" = @p1 where "name" = @p0""", name, StoredText.Of(at));
        Begin(connection, transaction, sweep with { Name = HoldoutOf(name), Dataset = dataset, MadeAt = now, HoldoutOpenedAt = at }, append: true);
    }

    /// <summary>Removes a sweep and the rows that no other has.</summary>
    public static (int Trials, int Rows) Remove(DbConnection connection, DbTransaction transaction, string store, string name)
    {
        if (name.Contains('/') || Find(connection, transaction, name) is null) throw NotFound(store, name, Names(connection, transaction));
        const string Own = """
            select s."key" from "sweep_trial" s where s."sweep" = @p0 and not exists (select 1 from "sweep_trial" o where o."key" = s."key" and o."sweep" <> @p0)
            """;
        connection.Execute(transaction, $"""delete from "trial_days" where "trial" in ({Own})""", name);
        connection.Execute(transaction, $"""delete from "trial_trades" where "trial" in ({Own})""", name);
        var rows = connection.Execute(transaction, $"""delete from "trial" where "key" in ({Own})""", name);
        var trials = connection.Execute(transaction, """delete from "sweep_trial" where "sweep" = @p0""", name);
        connection.Execute(transaction, """delete from "chunk" where "sweep" = @p0""", name);
        WalkForwardTable.Remove(connection, transaction, name);
        connection.Execute(transaction, """delete from "sweep" where "name" = @p0""", name);
        return (trials, rows);
    }

    /// <summary>The error for a name that no sweep has.</summary>
    public static AxflException NotFound(string store, string name, IReadOnlyCollection<string> names) => new(
        "SweepNotFound", ErrorKind.Data, $"There is no sweep '{name}' in {store}.{Suggestion.Ask(name, names)}")
    {
        Target = name, RecommendedAction = names.Count == 0 ? "The store has no sweep." : $"It has {string.Join(", ", names)}.",
    };

    private static List<string> Names(DbConnection connection, DbTransaction transaction) =>
        [.. connection.Query(transaction, """select "name" from "sweep" order by "name" """, static r => r.GetString(0)).Where(static n => !n.Contains('/'))];

    private static SweepRow Read(DbDataReader r)
    {
        var name = r.GetString(0);
        return RowDamage.Guard("sweep", name, $"sweep '{name}'", () => new SweepRow(name, r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), StoredText.Time(r.GetString(5)))
        {
            HoldoutOpenedAt = r.TextOrNull(6) is { } at ? StoredText.Time(at) : null,
        });
    }

    private static AxflException Differs(SweepRow kept, SweepRow given)
    {
        var how = $"Append with {Spelling.Of("Append")}, or give the sweep another name.";
        if (kept.DefinitionHash == given.DefinitionHash)
        {
            return new AxflException("SweepDataDiffers", ErrorKind.Data,
                $"The bars of sweep '{given.Name}' are not those it began with: data set {given.Dataset} now, {kept.Dataset} then.") { Target = given.Name, RecommendedAction = how };
        }

        using var before = kept.Document();
        using var now = JsonDocument.Parse(given.Definition);
        var keys = string.Join(", ", JsonDifference.Of(before.RootElement, now.RootElement));
        return new AxflException("SweepDefinitionDiffers", ErrorKind.Configuration,
            $"There is a sweep '{given.Name}' with a different definition; what differs: {keys}.") { Target = given.Name, RecommendedAction = how };
    }
}
