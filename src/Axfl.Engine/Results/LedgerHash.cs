using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Axfl.Engine;

/// <summary>SHA-256 over the ledger, kept up trade by trade: equal inputs give equal hashes.</summary>
/// <remarks>
/// Lines <c>entry_time|exit_time|symbol|strategy|side|units|entry|exit|reason</c> in order of closing, joined by line feeds without a final one;
/// times as unix ms, prices with the instrument's digits + 1 decimals, units without trailing zeros.
/// </remarks>
public sealed class LedgerHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly StringBuilder _line = new(160);
    private bool _any;
    private string? _current;

    /// <summary>Lower-case hex of the ledger so far; of the empty string before the first trade.</summary>
    public string Current => _current ??= Convert.ToHexString(_hash.GetCurrentHash()).ToLowerInvariant();

    /// <summary>Takes one closed trade.</summary>
    public void Append(in TradeRecord trade)
    {
        var instrument = trade.Instrument;
        _current = null;
        _line.Clear();
        if (_any) _line.Append('\n');
        _any = true;
        _line.Append(CultureInfo.InvariantCulture, $"{trade.EntryTime}|{trade.ExitTime}|{instrument.Symbol}|{trade.Strategy}|{trade.Side.Name()}|");
        _line.Append(CultureInfo.InvariantCulture, $"{trade.Units:0.##########}|{instrument.FormatPrice(trade.Entry)}|{instrument.FormatPrice(trade.Exit)}|");
        _line.Append(trade.Reason.Name);
        _hash.AppendData(Encoding.UTF8.GetBytes(_line.ToString()));
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();
}
