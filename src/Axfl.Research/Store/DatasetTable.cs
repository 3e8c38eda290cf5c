using System.Data.Common;
using System.Text.Json;
using Axfl.Contracts;

namespace Axfl.Research.Store;

/// <summary>The table <c>dataset</c>.</summary>
internal static class DatasetTable
{
    private const string Select = """select "key", "symbols", "interval", "since", "until", "bars", "sources", "made_at" from "dataset" """;

    /// <summary>All data sets.</summary>
    public static List<DatasetRow> All(DbConnection connection) => Named(connection, null, () => connection.Query(null, Select, Read));

    /// <summary>One; null: there is none of that key.</summary>
    public static DatasetRow? Find(DbConnection connection, DbTransaction? transaction, string key) =>
        Named(connection, transaction, () => connection.Query(transaction, Select + """where "key" = @p0""", Read, key).FirstOrDefault());

    /// <summary>That of a sweep.</summary>
    /// <exception cref="RowDamage">It is missing: a sweep is never without.</exception>
    public static DatasetRow Of(DbConnection connection, SweepRow sweep) => Find(connection, null, sweep.Dataset) ?? throw Missing(sweep);

    /// <summary>The error for a sweep without its data set.</summary>
    public static RowDamage Missing(SweepRow sweep) => new("dataset", sweep.Dataset, $"sweep '{sweep.Name}'", $"its data set {sweep.Dataset} is missing");

    /// <summary>Adds one that is not there yet.</summary>
    /// <exception cref="AxflException">The same bars are there with another period (<c>DatasetDiffers</c>): their days would not be those of the statistics.</exception>
    public static void Insert(DbConnection connection, DbTransaction transaction, DatasetRow row)
    {
        var sources = JsonSerializer.Serialize(SourcesOfDataset.Of(row.Sources, row.Days) with { Fingerprint = row.Fingerprint }, StoreJson.Default.SourcesOfDataset);
        var added = connection.Execute(
            transaction,
            """
            insert into "dataset" ("key", "symbols", "interval", "since", "until", "bars", "sources", "made_at") values (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)
            on conflict do nothing
            """,
            row.Key, JsonSerializer.Serialize(row.Symbols, StoreJson.Default.IReadOnlyListString), row.Interval, StoredText.Of(row.Since), StoredText.Of(row.Until), row.Bars, sources,
            StoredText.Of(row.MadeAt));
        if (added > 0) return;
        var kept = Find(connection, transaction, row.Key)!;
        if (kept.Days.SequenceEqual(row.Days)) return;
        throw new AxflException("DatasetDiffers", ErrorKind.Data,
            FormattableString.Invariant($"The bars of data set {row.Key} are in the store with {kept.Days.Count} trading days from {kept.Since:yyyy-MM-dd}, and now with {row.Days.Count} from {row.Since:yyyy-MM-dd}."))
        {
            Target = row.Key, RecommendedAction = $"Give the same since and warm-up as before, or another {Spelling.Of("Store")}.",
        };
    }

    // A damaged one is named with the sweeps that run on it.
    private static T Named<T>(DbConnection connection, DbTransaction? transaction, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (RowDamage damage)
        {
            var sweeps = connection.Query(transaction, """select "name" from "sweep" where "dataset" = @p0 order by "name" """, static r => r.GetString(0), damage.Key).Where(static n => !n.Contains('/')).ToList();
            throw sweeps.Count == 0 ? damage : damage.Of($"data set {damage.Key} of sweep {string.Join(", ", sweeps.Select(static s => $"'{s}'"))}");
        }
    }

    private static DatasetRow Read(DbDataReader row)
    {
        var key = row.GetString(0);
        return RowDamage.Guard("dataset", key, $"data set {key}", () =>
        {
            var sources = RowDamage.Needed(JsonSerializer.Deserialize(row.GetString(6), StoreJson.Default.SourcesOfDataset), "sources");
            return new DatasetRow(
                key, Texts(JsonSerializer.Deserialize(row.GetString(1), StoreJson.Default.IReadOnlyListString), "symbols"), row.GetString(2), StoredText.Time(row.GetString(3)),
                StoredText.Time(row.GetString(4)), row.GetInt64(5), Texts(sources.Read, "sources"), [.. sources.AllDays()], StoredText.Time(row.GetString(7)))
            {
                Fingerprint = sources.Fingerprint ?? [],
            };
        });
    }

    private static IReadOnlyList<string> Texts(IReadOnlyList<string>? texts, string name) =>
        RowDamage.Needed(texts, name) is { Count: > 0 } some && some.All(static t => !string.IsNullOrEmpty(t)) ? some : throw new FormatException($"its {name} are empty");
}
