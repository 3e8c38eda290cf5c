using System.Text;
using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Data.Files;
using Axfl.Data.Markets;
using CsvHelper;

namespace Axfl.Data.Dialects;

/// <summary>Any dialect but the canonical one, by CsvHelper.</summary>
internal sealed class ColumnsReader : RawBarReader
{
    private readonly Dialect _dialect;
    private readonly DataZone _zone;
    private readonly int _last;
    private readonly CsvReader _csv;
    private byte[] _symbolText = [];
    private string? _symbol;

    /// <param name="stream">The file; owned.</param>
    /// <param name="dialect">Its layout.</param>
    /// <param name="zone">Zone of times without offset.</param>
    public ColumnsReader(Stream stream, Dialect dialect, DataZone zone)
    {
        _dialect = dialect;
        _zone = zone;
        _last = Math.Max(dialect.Prices.Max(), Math.Max(dialect.Time, dialect.TimeOfDay));
        _csv = CsvReader.Create(stream, new CsvReaderOptions
        {
            Separator = dialect.Delimiter,
            HasHeader = dialect.HasHeader,
            TrackLineNumbers = true,
            AllowLineBreaksInQuotes = false,
            DetectSeparatorHint = false,
            Mode = dialect.QuotedTabs ? CsvMode.NoEscape : CsvMode.Rfc4180,
            MalformedData = CsvMalformedDataHandling.Recover,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            MissingField = CsvMissingFieldHandling.ReturnEmpty,
            MaxRecordSize = 4 * TextBytes.LongestLine,
        });
    }

    /// <inheritdoc/>
    public override string CurrentText => Encoding.UTF8.GetString(_csv.RawRecord);

    /// <inheritdoc/>
    public override string? Symbol => _symbol;

    /// <inheritdoc/>
    public override bool TryRead(out RawBar bar)
    {
        var more = _csv.Read();
        bar = more ? Parse() : default;
        return more;
    }

    /// <inheritdoc/>
    public override void Dispose() => _csv.Dispose();

    private RawBar Parse()
    {
        var line = _csv.LineNumber;
        if (_csv.FieldCount <= _last) return new RawBar(default, line, "it has too few fields");
        for (var i = _dialect.Columns; i < _csv.FieldCount; i++)
            if (!Field(i).IsEmpty) return new RawBar(default, line, MoreFields(_dialect.Columns));
        if (_dialect.Symbol >= 0 && OtherSymbol(Field(_dialect.Symbol)) is { } other) return new RawBar(default, line, $"it is a row of {other}, and the rows before are of {_symbol}");
        if (!TryTime(out var time, out var hasOffset)) return new RawBar(default, line, "the time cannot be read");
        if (!EventTime.IsInRange(time)) return new RawBar(default, line, OutOfRange);
        if (!hasOffset) time = _zone.ToUtc(time);
        Span<double> prices = stackalloc double[4];
        if (!TryPrices(_dialect.Prices, prices)) return new RawBar(default, line, "a price is not a number");
        double openSpread = double.NaN, closeSpread = double.NaN;
        if (_dialect.Sides is { } sides)
        {
            Span<double> bid = stackalloc double[4], ask = stackalloc double[4];
            if (!TryPrices(sides.Bid, bid) || !TryPrices(sides.Ask, ask)) return new RawBar(default, line, "one side is missing");
            (openSpread, closeSpread) = (ask[0] - bid[0], ask[3] - bid[3]);
            if (!sides.HasMid)
                for (var i = 0; i < 4; i++) prices[i] = (bid[i] + ask[i]) / 2;
        }

        var volume = 0.0;
        if (_dialect.Volume >= 0 && Field(_dialect.Volume) is { IsEmpty: false } text && !DecimalText.TryParse(text, out volume))
            return new RawBar(default, line, "volume is not a number");
        return new RawBar(new Bar(time, prices[0], prices[1], prices[2], prices[3], volume), line, null, openSpread, closeSpread);
    }

    // The symbol a row names, where it is not that of the rows before; null: it is, or it is no pair that is known.
    private string? OtherSymbol(ReadOnlySpan<byte> text)
    {
        if (text.SequenceEqual(_symbolText)) return null;
        var symbol = GivenPath.SymbolIn(Encoding.UTF8.GetString(text));
        if (symbol is null || symbol == _symbol) return null;
        if (_symbol is not null) return symbol;
        (_symbol, _symbolText) = (symbol, text.ToArray());
        return null;
    }

    private bool TryPrices(int[] columns, Span<double> prices)
    {
        for (var i = 0; i < 4; i++)
            if (!TryPrice(Field(columns[i]), out prices[i])) return false;
        return true;
    }

    private bool TryPrice(ReadOnlySpan<byte> text, out double price)
    {
        if (!_dialect.DecimalComma || text.Length > 32) return DecimalText.TryParse(text, out price);
        Span<byte> pointed = stackalloc byte[32];
        text.Replace(pointed, (byte)',', (byte)'.');
        return DecimalText.TryParse(pointed[..text.Length], out price);
    }

    private bool TryTime(out long time, out bool hasOffset)
    {
        var date = Field(_dialect.Time);
        if (_dialect.TimeOfDay < 0) return _dialect.Form.TryRead(date, out time, out hasOffset);
        var clock = Field(_dialect.TimeOfDay);
        Span<byte> both = stackalloc byte[64];
        (time, hasOffset) = (0, false);
        if (date.Length + clock.Length + 1 > both.Length) return false;
        date.CopyTo(both);
        both[date.Length] = (byte)' ';
        clock.CopyTo(both[(date.Length + 1)..]);
        return _dialect.Form.TryRead(both[..(date.Length + 1 + clock.Length)], out time, out hasOffset);
    }

    // Lines that are one quoted field with tabs inside keep a quote at both ends.
    private ReadOnlySpan<byte> Field(int column) => column < _csv.FieldCount ? _csv.GetSpan(column).Trim("\" \r"u8) : default;
}
