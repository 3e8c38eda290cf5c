using System.Globalization;
using System.Text;
using Axfl.Contracts;
using CsvHelper;

namespace Axfl.Runtime;

/// <summary>Any dialect but the canonical one, by CsvHelper.</summary>
internal sealed class ColumnsReader : RawBarReader
{
    private const int LongestLine = 1 << 20;

    private readonly Dialect _dialect;
    private readonly TimeZoneInfo _zone;
    private readonly CsvReader _csv;

    /// <param name="stream">The file; owned.</param>
    /// <param name="dialect">Its layout.</param>
    /// <param name="zone">Zone of times without offset.</param>
    public ColumnsReader(Stream stream, Dialect dialect, TimeZoneInfo zone)
    {
        _dialect = dialect;
        _zone = zone;
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
            MaxRecordSize = LongestLine,
        });
    }

    /// <inheritdoc/>
    public override string CurrentText => Encoding.UTF8.GetString(_csv.RawRecord);

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
        if (_csv.FieldCount <= _dialect.Prices.Max()) return new RawBar(default, line, "it has too few fields");
        if (!TryTime(out var time)) return new RawBar(default, line, "the time cannot be read");
        Span<double> prices = stackalloc double[4];
        for (var i = 0; i < 4; i++)
            if (!DecimalText.TryParse(Field(_dialect.Prices[i]), out prices[i])) return new RawBar(default, line, "a price is not a number");
        double openSpread = double.NaN, closeSpread = double.NaN;
        if (_dialect.Ask is { } columns)
        {
            Span<double> ask = stackalloc double[4];
            for (var i = 0; i < 4; i++)
                if (!DecimalText.TryParse(Field(columns[i]), out ask[i])) return new RawBar(default, line, "one side is missing");
            (openSpread, closeSpread) = (ask[0] - prices[0], ask[3] - prices[3]);
            for (var i = 0; i < 4; i++)
            {
                if (_dialect.Mid is not { } mid) prices[i] = (prices[i] + ask[i]) / 2;
                else if (!DecimalText.TryParse(Field(mid[i]), out prices[i])) return new RawBar(default, line, "a mid price is not a number");
            }
        }

        var volume = 0.0;
        if (_dialect.Volume >= 0 && Field(_dialect.Volume) is { IsEmpty: false } text && !DecimalText.TryParse(text, out volume))
            return new RawBar(default, line, "volume is not a number");
        return new RawBar(new Bar(time, prices[0], prices[1], prices[2], prices[3], volume), line, null, openSpread, closeSpread);
    }

    private bool TryTime(out long time)
    {
        if (_dialect.DayStart is { } day)
        {
            var ok = DecimalText.TryParse(Field(_dialect.Time), out var milliseconds) && milliseconds is >= 0 and < EventTime.Day;
            time = ok ? ZoneTime.ToUtc(_zone, day + (long)milliseconds) : 0;
            return ok;
        }

        if (_dialect.TimeFormat is null && _dialect.TimeOfDay < 0)
        {
            if (!IsoTime.TryParse(Field(_dialect.Time), out time, out var hasOffset)) return false;
            if (!hasOffset) time = ZoneTime.ToUtc(_zone, time);
            return true;
        }

        var text = Encoding.UTF8.GetString(Field(_dialect.Time));
        if (_dialect.TimeOfDay >= 0) text += " " + Encoding.UTF8.GetString(Field(_dialect.TimeOfDay));
        time = 0;
        DateTime local;
        if (_dialect.TimeFormat is null)
        {
            if (!EventTime.TryParseIso(text, out var plain)) return false;
            if (_dialect.HasOffset)
            {
                time = plain;
                return true;
            }

            local = EventTime.ToDateTime(plain);
        }
        else if (!DateTime.TryParseExact(text, _dialect.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out local)) return false;
        time = ZoneTime.ToUtc(_zone, EventTime.FromDateTime(DateTime.SpecifyKind(local, DateTimeKind.Utc)));
        return true;
    }

    // Lines that are one quoted field with tabs inside keep a quote at both ends.
    private ReadOnlySpan<byte> Field(int column) => column < _csv.FieldCount ? _csv.GetSpan(column).Trim("\" "u8) : default;
}
