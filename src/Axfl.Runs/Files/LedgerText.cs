using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Axfl.Contracts;
using Axfl.Engine.Results;

namespace Axfl.Runs.Files;

/// <summary>The ledger hash of a trades.csv, made from its lines: that of the run, as long as nobody changed what the hash is of.</summary>
/// <remarks>
/// Units and prices are taken as they stand, since <see cref="LedgerHash"/> and the file print them alike: no digits of an instrument are needed. All versions did, so that
/// files without the three costs and the risk have the same hash too.
/// </remarks>
internal sealed class LedgerText : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool _any;

    /// <summary>Lower-case hex of the trades so far; of the empty string before the first.</summary>
    public string Hash => Convert.ToHexString(_hash.GetCurrentHash()).ToLowerInvariant();

    /// <summary>The next trade.</summary>
    /// <param name="trade">The trade.</param>
    /// <param name="fields">Its line.</param>
    public void Add(Trade trade, string[] fields)
    {
        var line = string.Create(CultureInfo.InvariantCulture,
            $"{(_any ? "\n" : "")}{Ms(trade.EntryTime)}|{Ms(trade.ExitTime)}|{trade.Symbol}|{trade.Strategy}|{trade.Side}|{fields[TradesCsv.Units]}|{fields[TradesCsv.Entry]}|{fields[TradesCsv.Exit]}|{trade.Reason}");
        _any = true;
        _hash.AppendData(Encoding.UTF8.GetBytes(line));
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    private static long Ms(DateTime time) => EventTime.FromDateTime(time);
}
