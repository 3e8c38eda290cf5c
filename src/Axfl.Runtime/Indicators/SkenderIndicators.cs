#if SKENDER
using Axfl.Contracts;
using Skender.Stock.Indicators;

namespace Axfl.Runtime;

internal static partial class IndicatorLibrary
{
    // Not a field: fields of a partial class are set in the order of its files, and the catalogue needs it.
    private static string[] SkenderNames => ["sma", "rsi", "macd", "bollinger", "adx", "stoch", "skender_atr", "skender_ema"];

    private static List<IndicatorPoint>? ComputeSkender(string name, IReadOnlyDictionary<string, double> parameters, IReadOnlyList<Bar> bars)
    {
        var quotes = bars.Select(b => new Quote
        {
            Date = b.OpenTime, Open = (decimal)b.Open, High = (decimal)b.High, Low = (decimal)b.Low, Close = (decimal)b.Close, Volume = (decimal)b.Volume,
        }).ToList();
        int Length(int standard) => (int)parameters.GetValueOrDefault("length", standard);
        IEnumerable<(DateTime, double?)>? series = name.ToLowerInvariant() switch
        {
            "sma" => quotes.GetSma(Length(14)).Select(r => (r.Date, r.Sma)),
            "rsi" => quotes.GetRsi(Length(14)).Select(r => (r.Date, r.Rsi)),
            "macd" => quotes.GetMacd().Select(r => (r.Date, r.Macd)),
            "bollinger" => quotes.GetBollingerBands(Length(20)).Select(r => (r.Date, r.PercentB)),
            "adx" => quotes.GetAdx(Length(14)).Select(r => (r.Date, r.Adx)),
            "stoch" => quotes.GetStoch(Length(14)).Select(r => (r.Date, r.K)),
            "skender_atr" => quotes.GetAtr(Length(14)).Select(r => (r.Date, r.Atr)),
            "skender_ema" => quotes.GetEma(Length(14)).Select(r => (r.Date, r.Ema)),
            _ => null,
        };
        return series?.Select(p => new IndicatorPoint(p.Item1, name, p.Item2)).ToList();
    }
}
#endif
