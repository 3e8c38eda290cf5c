using System.Data.Common;
using System.Text.Json;
using Axfl.Contracts;

namespace Axfl.Research.Store;

/// <summary>The table <c>dataset</c>.</summary>
internal static class DatasetTable
{
    private const string Select = """select "key", "symbols", "interval", "since", "until", "bars", "sources", "made_at" from "dataset" """;

    /// <summary>All data sets.</summary>
    public static List<DatasetRow> All(DbConnection connection) => connection.Query(null, Select, Read);

    /// <summary>One; null: there is none of that key.</summary>
    public static DatasetRow? Find(DbConnection connection, DbTransaction? transaction, string key) =>
        connection.Query(transaction, Select + """where "key" = @p0""", Read, key).FirstOrDefault();

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

    private static DatasetRow Read(DbDataReader row)
    {
        var sources = JsonSerializer.Deserialize(row.GetString(6), StoreJson.Default.SourcesOfDataset)!;
        return new(
            row.GetString(0), JsonSerializer.Deserialize(row.GetString(1), StoreJson.Default.IReadOnlyListString)!, row.GetString(2), StoredText.Time(row.GetString(3)),
            StoredText.Time(row.GetString(4)), row.GetInt64(5), sources.Read, [.. sources.AllDays()], StoredText.Time(row.GetString(7)))
        {
            Fingerprint = sources.Fingerprint ?? [],
        };
    }
}
