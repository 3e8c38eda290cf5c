using System.Data.Common;

namespace Axfl.Research.Store;

/// <summary>The table <c>bars</c>: the bars of data sets, for workers that have none of their own.</summary>
internal static class BarsTable
{
    /// <summary>Whether a data set is there.</summary>
    public static bool Has(DbConnection connection, DbTransaction? transaction, string dataset) =>
        connection.Number(transaction, """select count(*) from "bars" where "dataset" = @p0 and "piece" = 0""", dataset) > 0;

    /// <summary>Adds a data set that is not there yet.</summary>
    public static bool Insert(DbConnection connection, DbTransaction transaction, string dataset, IEnumerable<byte[]> pieces)
    {
        if (Has(connection, transaction, dataset)) return false;
        var piece = 0L;
        foreach (var bars in pieces)
            connection.Execute(transaction, """insert into "bars" ("dataset", "piece", "bars") values (@p0, @p1, @p2) on conflict do nothing""", dataset, piece++, bars);
        return true;
    }

    /// <summary>The pieces of a data set, in order.</summary>
    public static List<byte[]> Of(DbConnection connection, string dataset) =>
        connection.Query(null, """select "bars" from "bars" where "dataset" = @p0 order by "piece" """, static r => r.GetFieldValue<byte[]>(0), dataset);
}
