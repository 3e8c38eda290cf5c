using System.Data.Common;

namespace Axfl.Research.Store;

/// <summary>The statements that add trials, prepared once for a batch.</summary>
internal sealed class TrialInsert : IDisposable
{
    private readonly DbCommand _row, _tried, _days, _trades;

    /// <summary>Prepares them.</summary>
    public TrialInsert(DbConnection connection, DbTransaction transaction)
    {
        _row = Prepared(connection, transaction, $"""
            insert into "trial" ("key", "dataset", "plan_hash", "state", "error", "metrics", "ledger_hash", "trades", "wall_ms", "version", "worker", "done_at")
            values ({Sql.Places(12)}) on conflict do nothing
            """, 12);
        _tried = Prepared(connection, transaction, TriedTable.Insert, 3);
        _days = Prepared(connection, transaction, """insert into "trial_days" ("trial", "days", "r") values (@p0, @p1, @p2) on conflict do nothing""", 3);
        _trades = Prepared(connection, transaction, """insert into "trial_trades" ("trial", "trades") values (@p0, @p1) on conflict do nothing""", 2);
    }

    /// <summary>Notes that its plan was tried.</summary>
    public void Tried(TrialRow row) => Run(_tried, row.Dataset, row.PlanHash, StoredText.Of(row.DoneAt));

    /// <summary>Adds a row with its days and trades.</summary>
    /// <returns>Whether there was none of its key.</returns>
    public bool Row(TrialRow row)
    {
        var added = Run(
            _row, row.Key, row.Dataset, row.PlanHash, row.State, row.Error, row.Metrics is { } metrics ? StoreJson.Of(metrics) : null, row.LedgerHash, (long?)row.Metrics?.Trades,
            row.WallMs, row.Version, row.Worker, StoredText.Of(row.DoneAt)) > 0;
        if (added && row is { Days: { } days, R: { } r }) Run(_days, row.Key, StoredText.Of(days), StoredText.Of(r));
        if (added && row.TradesCsv is { } trades) Run(_trades, row.Key, trades);
        return added;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _row.Dispose();
        _tried.Dispose();
        _days.Dispose();
        _trades.Dispose();
    }

    private static DbCommand Prepared(DbConnection connection, DbTransaction transaction, string text, int parameters) =>
        connection.Command(transaction, text, new object?[parameters]);

    private static int Run(DbCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command.ExecuteNonQuery();
    }
}
