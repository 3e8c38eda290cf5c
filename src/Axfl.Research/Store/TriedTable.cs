using System.Data.Common;

namespace Axfl.Research.Store;

/// <summary>The table <c>tried</c>: which plan was ever run on which bars. Nothing deletes from it.</summary>
internal static class TriedTable
{
    /// <summary>Adds a plan.</summary>
    public const string Insert = """insert into "tried" ("dataset", "plan_hash", "first_at") values (@p0, @p1, @p2) on conflict do nothing""";

    /// <summary>Distinct plans tried on data sets that share a symbol and a day with one.</summary>
    public static int Count(DbConnection connection, string dataset)
    {
        var all = DatasetTable.All(connection);
        if (all.Find(d => d.Key == dataset) is not { } own) return 0;
        var plans = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in all.Where(own.Overlaps).Select(static d => d.Key).Chunk(500))
            plans.UnionWith(connection.Query(null, $"""select distinct "plan_hash" from "tried" where "dataset" in ({Sql.Places(some.Length)})""", static r => r.GetString(0), [.. some]));
        return plans.Count;
    }
}
