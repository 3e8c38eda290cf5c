using System.Text;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Providers.Common.History;
using Axfl.Providers.Common.Rest;

namespace Axfl.Providers.Oanda;

/// <summary>Answers of OANDA's v20 candles (developer.oanda.com/rest-live-v20/instrument-ep). Prices are strings; mid, bid and ask are asked for.</summary>
internal static class OandaCandles
{
    /// <summary>Id of the refusal of a count the account may not ask for.</summary>
    public const string CountRefused = "HistoryCountRefused";

    /// <summary>Complete candles, oldest first, and the time of the last one of any kind.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="instrument">What was asked for, as the provider names it.</param>
    /// <exception cref="FeedException">The answer is an error, has candles of another instrument, or cannot be read.</exception>
    public static (RawBars Bars, long? LastTime) Read(RestAnswer answer, string instrument)
    {
        if (answer.Status != 200) throw Refusal(answer);
        using var json = answer.Json();
        answer.MustBeOf(instrument, json.RootElement.MaybeText("instrument"));
        var candles = json.RootElement.Member("candles");
        if (candles.ValueKind != JsonValueKind.Array) throw answer.Unreadable("no candles");
        var bars = new List<SidedBar>(candles.GetArrayLength());
        var malformed = 0;
        long? last = null;
        foreach (var candle in candles.EnumerateArray())
        {
            var known = candle.MaybeText("time") is { } text && OandaTime.TryParse(Encoding.UTF8.GetBytes(text), out var t) ? t : (long?)null;
            if (known > last || last is null) last = known ?? last;
            if (candle.Member("complete").ValueKind != JsonValueKind.True) continue;
            if (known is { } time && TrySide(candle, "bid", time, out var bid) && TrySide(candle, "ask", time, out var ask) && TrySide(candle, "mid", time, out var mid))
                bars.Add(new SidedBar(bid, ask, mid));
            else malformed++;
        }

        return (new RawBars(bars, malformed), last);
    }

    private static FeedException Refusal(RestAnswer answer)
    {
        using var json = answer.TryJson();
        var text = json is null ? answer.Text : answer.Shown(json.RootElement.MaybeText("errorMessage"));
        if (answer.Header("RequestID") is { } id) text += $" (request {id})";
        if (answer.Status is not (400 or 404)) return answer.Refusal(answer.Status, text);
        if (Has(text, "'count'") && Has(text, "exceeded"))
            return new FeedException(CountRefused, FeedErrorClass.BadRequest, $"{answer.Host} refuses so many candles at once. It said: {text}");
        if (Has(text, "'instrument'"))
        {
            return new FeedException("HistorySymbolUnknown", FeedErrorClass.BadSymbol,
                $"{answer.Host} does not know the symbol. It said: {text}") { Target = answer.Host };
        }

        return answer.Refusal(answer.Status, text);
    }

    private static bool TrySide(JsonElement candle, string side, long time, out Bar bar)
    {
        var prices = candle.Member(side);
        bar = new Bar(time, prices.MaybeNumber("o"), prices.MaybeNumber("h"), prices.MaybeNumber("l"), prices.MaybeNumber("c"), candle.MaybeWhole("volume") ?? 0);
        return double.IsFinite(bar.Open + bar.High + bar.Low + bar.Close);
    }

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
