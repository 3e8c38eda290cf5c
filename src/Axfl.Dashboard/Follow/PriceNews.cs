using Axfl.Contracts;
using Axfl.Runs.Journal;

namespace Axfl.Dashboard.Follow;

/// <summary>Prices and complete bars on their way to a page: of the prices of a symbol the newest, at most four a second; bars are never left out.</summary>
/// <param name="symbols">Symbols in plan order: lines name them by index.</param>
/// <param name="time">Clock.</param>
internal sealed class PriceNews(IReadOnlyList<string> symbols, TimeProvider time)
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(250);

    private readonly Waiting[] _waiting = [.. symbols.Select(_ => new Waiting())];

    /// <summary>Takes a price or bars.</summary>
    public void Take(JournalLine line)
    {
        if (line.Kind == JournalKind.Tick && Of(line.Symbol) is { } symbol) symbol.Tick = (line.Time, line.Price, line.Spread);
        foreach (var bar in line.Bars) Of(bar.Bar.Symbol)?.Bars.Add(bar.Bar.Bar);
    }

    /// <summary>What is due.</summary>
    public IEnumerable<byte[]> Due()
    {
        for (var i = 0; i < _waiting.Length; i++)
        {
            var (symbol, of) = (symbols[i], _waiting[i]);
            var isDue = of.Tick is not null && (of.Told is not { } told || time.GetElapsedTime(told) >= Least);
            if (!isDue && of.Bars.Count == 0) continue;
            if (isDue) of.Told = time.GetTimestamp();
            yield return Json(symbol, isDue ? of.Tick : null, of.Bars);
            if (isDue) of.Tick = null;
            of.Bars.Clear();
        }
    }

    private Waiting? Of(int symbol) => symbol >= 0 && symbol < _waiting.Length ? _waiting[symbol] : null;

    private static byte[] Json(string symbol, (long Time, double Price, double Spread)? tick, List<Bar> bars) => EventJson.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("symbol", symbol);
        if (tick is { } t)
        {
            EventJson.WriteTime(json, t.Time);
            json.WriteNumber("mid", t.Price);
            if (double.IsFinite(t.Spread)) json.WriteNumber("spread", t.Spread);
        }

        json.WriteStartArray("bars");
        foreach (var bar in bars) EventJson.Write(json, bar);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private sealed class Waiting
    {
        public (long Time, double Price, double Spread)? Tick { get; set; }

        public long? Told { get; set; }

        public List<Bar> Bars { get; } = [];
    }
}
