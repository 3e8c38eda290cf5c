using System.Buffers;
using System.Text;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.Reports.Bars;
using Axfl.Reports.Pack;
using Axfl.Reports.Reading;
using Axfl.Runs.Files;

namespace Axfl.Reports.Content;

/// <summary>The data element of the page: one JSON object, in which no character can end the element or a line of script.</summary>
internal sealed class DataElement
{
    private const int Format = 1;
    private const int BarsInAPart = 65_536;

    private readonly ReportContent _content;
    private readonly RunRecord _run;
    private readonly ContentNames _names;
    private readonly Utf8JsonWriter _json;

    private DataElement(ReportContent content, Utf8JsonWriter json) =>
        (_content, _run, _names, _json) = (content, content.Run, content.Names, json);

    /// <summary>Writes it.</summary>
    /// <returns>ASCII: whatever is beyond is escaped, and so are <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c>.</returns>
    public static string Write(ReportContent content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer)) new DataElement(content, json).Write();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void Write()
    {
        var trades = new TradeColumns(_run, _names, _content.Again).Pack();
        var refusals = new RefusalColumns(_content.Refusals, _names);
        var lastRefusals = refusals.Pack();
        _json.WriteStartObject();
        _json.WriteNumber("format", Format);
        WriteRun();
        WriteSymbols();
        WriteTexts("strategies", _names.Strategies);
        WriteTexts("gates", _names.Gates);
        WriteTexts("cancels", ContentNames.Cancels);
        WriteTexts("reasons", _names.Reasons);
        WriteTexts("stages", ContentNames.Stages);
        WriteTexts("tags", _names.Tags);
        WriteTexts("details", refusals.Details);
        WriteWindows();
        WriteZones();
        WriteDays();
        WriteWhole();
        _json.WritePropertyName("totals");
        _json.WriteStartObject();
        MetricsJson.Write(_content.Totals, _json);
        _json.WriteEndObject();
        _json.WriteString("seed", _content.Seed);
        WritePacked("trades", trades);
        WritePacked("refusals", lastRefusals);
        WritePacked("refused_days", refusals.PackDays());
        WriteMarks();
        LiveJson.Write(_run, _json);
        WriteNotes();
        WriteUndecided();
        WriteBars();
        _json.WriteEndObject();
    }

    private void WriteRun()
    {
        _json.WriteStartObject("run");
        _json.WriteString("id", _run.Id);
        _json.WriteString("mode", _run.Mode);
        _json.WriteString("source", _run.Source);
        _json.WriteBoolean("invented", _run.IsInvented);
        _json.WriteNumber("interval_s", _run.Engine.Interval.Milliseconds / 1000);
        WriteSeconds("since", _run.ShownSince);
        WriteSeconds("until", _run.ShownUntil);
        _json.WriteString("state", _run.State);
        _json.WriteString("hash", _run.LedgerHash.Length == 0 ? null : _run.LedgerHash);
        _json.WriteString("version", _run.Version);
        _json.WriteString("currency", _run.Engine.Account.Currency);
        _json.WriteNumber("equity", _run.Engine.Account.StartingEquity);
        _json.WriteString("intrabar", _run.Engine.Intrabar.ToString().ToLowerInvariant());
        _json.WriteEndObject();
    }

    private void WriteSymbols()
    {
        _json.WriteStartArray("symbols");
        foreach (var instrument in _run.Instruments)
        {
            _json.WriteStartObject();
            _json.WriteString("name", instrument.Symbol);
            _json.WriteNumber("digits", instrument.Digits);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteTexts(string name, IEnumerable<string> texts)
    {
        _json.WriteStartArray(name);
        foreach (var text in texts) _json.WriteStringValue(text);
        _json.WriteEndArray();
    }

    private void WriteWindows()
    {
        _json.WriteStartArray("windows");
        foreach (var (strategy, text) in _names.Windows)
        {
            _json.WriteStartObject();
            _json.WriteNumber("strategy", strategy);
            _json.WriteString("text", text);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteZones()
    {
        _json.WriteStartArray("zones");
        foreach (var zone in ZoneTable.Of(_run))
        {
            _json.WriteStartObject();
            _json.WriteString("name", zone.Name);
            WriteNumbers("at", zone.At);
            WriteNumbers("offset", zone.Offset);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteDays() => WriteNumbers("days", _content.Days.Select((d, i) => (long)(i == 0 ? d : d - _content.Days[i - 1])));

    private void WriteNumbers(string name, IEnumerable<long> numbers)
    {
        _json.WriteStartArray(name);
        foreach (var number in numbers) _json.WriteNumberValue(number);
        _json.WriteEndArray();
    }

    // What needs the whole run is as the run itself found it.
    private void WriteWhole()
    {
        _json.WriteStartObject("whole");
        _json.WriteDecimal("sharpe", _run.Summary?.Metrics.Sharpe, 6);
        _json.WriteEndObject();
    }

    private void WriteMarks()
    {
        _json.WriteStartArray("marks");
        foreach (var mark in _content.Marks)
        {
            _json.WriteStartObject();
            WriteSeconds("from", mark.From);
            WriteSeconds("to", mark.To);
            _json.WriteString("kind", mark.Kind);
            _json.WriteNumber("strategy", mark.Strategy.Length == 0 ? -1 : _names.Strategy(mark.Strategy));
            _json.WriteString("text", mark.Text);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteNotes()
    {
        _json.WriteStartObject("notes");
        _json.WriteString("bars", _content.Bars.Why);
        _json.WriteString("shadow", _content.Again.Why);
        _json.WriteString("ambiguity", _content.Again.Why);
        _json.WriteString("costs", _content.CostsNote);
        _json.WriteString("halts", _content.HaltsNote);
        _json.WriteEndObject();
    }

    private void WriteUndecided()
    {
        if (_content.Again.Trades is not { } trades)
        {
            _json.WriteNull("undecided");
            return;
        }

        _json.WriteStartObject("undecided");
        _json.WriteNumber("trades", trades.Count(t => t.IsUndecided));
        _json.WriteDecimal("worst_r", trades.Sum(t => t.WorstR), 4);
        _json.WriteDecimal("best_r", trades.Sum(t => t.BestR), 4);
        _json.WriteDecimal("total_r", trades.Sum(t => t.Trade.R), 4);
        _json.WriteEndObject();
    }

    private void WriteBars()
    {
        if (_content.Bars.Series is not { } series)
        {
            _json.WriteNull("bars");
            return;
        }

        var isWhole = Choice.IsWhole(series, _content.BarsMode);
        _json.WriteStartArray("bars");
        for (var i = 0; i < series.Symbols.Count; i++) WriteBars(i, series.Symbols[i].Bars, isWhole);
        _json.WriteEndArray();
    }

    private void WriteBars(int symbol, ReadOnlySpan<Bar> all, bool isWhole)
    {
        var instrument = _run.Instruments[symbol];
        var bars = isWhole ? all : Choice.Around(_run, instrument.Symbol, all);
        var overview = isWhole ? [] : Overview.Of(all);
        var scale = Math.Max(PriceScale.Of(bars, instrument.Digits), PriceScale.Of(overview, instrument.Digits));
        var step = StepOf(bars);
        _json.WriteStartObject();
        _json.WriteNumber("symbol", symbol);
        _json.WriteNumber("scale", scale);
        _json.WriteNumber("step", step / 1000);
        _json.WriteStartArray("parts");
        for (var from = 0; from < bars.Length; from += BarsInAPart)
            WritePackedValue(BarColumns.Pack(bars[from..Math.Min(bars.Length, from + BarsInAPart)], step, scale));
        _json.WriteEndArray();
        WritePacked("overview", isWhole ? null : BarColumns.Pack(overview, Overview.Length, scale));
        _json.WriteEndObject();
    }

    // Days and their parts may begin at a local hour.
    private long StepOf(ReadOnlySpan<Bar> bars)
    {
        var interval = _run.Engine.Interval.Milliseconds;
        foreach (ref readonly var bar in bars)
            if (bar.Time % interval != 0) return bar.Time % EventTime.Minute == 0 && interval > EventTime.Minute ? EventTime.Minute : 1000;
        return interval;
    }

    private void WriteSeconds(string name, long? milliseconds)
    {
        if (milliseconds is { } ms) _json.WriteNumber(name, (long)Math.Floor(ms / 1000.0));
        else _json.WriteNull(name);
    }

    private void WritePacked(string name, string? packed)
    {
        _json.WritePropertyName(name);
        if (packed is null) _json.WriteNullValue();
        else WritePackedValue(packed);
    }

    // base64 has nothing to escape; the writer would escape its + all the same.
    private void WritePackedValue(string packed) => _json.WriteRawValue($"\"{packed}\"", skipInputValidation: true);
}
