using System.Data.Common;

namespace Axfl.Research.Store;

/// <summary>The table <c>bars</c>: the bars of data sets, for workers that have none of their own.</summary>
internal static class BarsTable
{
    /// <summary>Puts a data set in the place of what is there of it.</summary>
    public static void Replace(DbConnection connection, DbTransaction transaction, string dataset, IEnumerable<byte[]> pieces)
    {
        connection.Execute(transaction, """delete from "bars" where "dataset" = @p0""", dataset);
        var piece = 0L;
        foreach (var bars in pieces)
            connection.Execute(transaction, """insert into "bars" ("dataset", "piece", "bars") values (@p0, @p1, @p2) on conflict do nothing""", dataset, piece++, bars);
    }

    /// <summary>The pieces of a data set, in order.</summary>
    public static List<byte[]> Of(DbConnection connection, string dataset) =>
        connection.Query(null, """select "bars" from "bars" where "dataset" = @p0 order by "piece" """, static r => r.GetFieldValue<byte[]>(0), dataset);
}
