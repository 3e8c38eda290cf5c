using System.Globalization;
using System.Security.Cryptography;
using System.Text.Unicode;
using Axfl.Contracts;

namespace Axfl.Engine.Results;

/// <summary>SHA-256 over the ledger, kept up trade by trade: equal inputs give equal hashes. A trade allocates nothing.</summary>
/// <remarks>
/// Lines <c>entry_time|exit_time|symbol|strategy|side|units|entry|exit|reason</c> in order of closing, joined by line feeds without a final one;
/// times as unix ms, prices with the instrument's digits + 1 decimals, units without trailing zeros.
/// </remarks>
public sealed class LedgerHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _line = new byte[256];
    private bool _any;
    private string? _current;

    /// <summary>Lower-case hex of the ledger so far; of the empty string before the first trade.</summary>
    public string Current => _current ??= Hex(_hash.GetCurrentHash());

    /// <summary>Takes one closed trade.</summary>
    public void Append(in TradeRecord trade) => Append(
        trade.EntryTime, trade.ExitTime, trade.Instrument.Symbol, trade.Strategy, trade.Side.Name(), trade.Units, new Price(trade.Instrument, trade.Entry),
        new Price(trade.Instrument, trade.Exit), trade.Reason.Name);

    /// <summary>Takes one closed trade of a file. Units and prices are taken as they stand there, for trades.csv prints them alike: no digits of an instrument are needed.</summary>
    /// <param name="trade">The trade.</param>
    /// <param name="units">Text of its units.</param>
    /// <param name="entry">Text of its entry price.</param>
    /// <param name="exit">Text of its exit price.</param>
    public void Append(Trade trade, string units, string entry, string exit) => Append(
        EventTime.FromDateTime(trade.EntryTime), EventTime.FromDateTime(trade.ExitTime), trade.Symbol, trade.Strategy, trade.Side, units, entry, exit, trade.Reason);

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    // By hand: that of the base library is compiled anew in each process, which costs a short replay 2 ms.
    private static string Hex(ReadOnlySpan<byte> hash)
    {
        const string Digits = "0123456789abcdef";
        Span<char> text = stackalloc char[2 * SHA256.HashSizeInBytes];
        for (var i = 0; i < hash.Length; i++) (text[2 * i], text[(2 * i) + 1]) = (Digits[hash[i] >> 4], Digits[hash[i] & 15]);
        return new string(text);
    }

    private void Append<TUnits, TPrice>(long entryTime, long exitTime, string symbol, string strategy, string side, TUnits units, TPrice entry, TPrice exit, string reason)
    {
        _current = null;
        var before = _any ? "\n" : "";
        int length;
        while (!Utf8.TryWrite(
            _line, CultureInfo.InvariantCulture, $"{before}{entryTime}|{exitTime}|{symbol}|{strategy}|{side}|{units:0.##########}|{entry}|{exit}|{reason}", out length))
            _line = new byte[_line.Length * 2];
        _any = true;
        _hash.AppendData(_line.AsSpan(0, length));
    }

    private readonly struct Price(Instrument instrument, double value) : IUtf8SpanFormattable
    {
        public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
            instrument.TryFormatPrice(value, utf8Destination, out bytesWritten);
    }
}
