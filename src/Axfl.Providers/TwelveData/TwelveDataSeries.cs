using System.Globalization;
using System.Text;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.Data.Dialects;
using Axfl.Providers.Common;
using Axfl.Providers.Common.History;
using Axfl.Providers.Common.Rest;

namespace Axfl.Providers.TwelveData;

/// <summary>Answers of Twelve Data's time_series (twelvedata.com/docs). Errors come with any HTTP status: the code in the body wins.</summary>
internal static class TwelveDataSeries
{
    private const string Empty = "No data is available";

    /// <summary>Bars of an answer, newest first; none where the provider has none.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="symbol">What was asked for, as the provider names it.</param>
    /// <param name="now">Now.</param>
    /// <exception cref="FeedException">The answer is an error, has bars of another symbol, or cannot be read.</exception>
    public static RawBars Read(RestAnswer answer, string symbol, DateTimeOffset now)
    {
        using var json = answer.Json();
        var root = json.RootElement;
        if (IsEmpty(root)) return new RawBars([]);
        if (Refusal(answer, root, now) is { } refusal) throw refusal;
        answer.MustBeOf(symbol, root.Member("meta").MaybeText("symbol"));
        var values = root.Member("values");
        if (values.ValueKind != JsonValueKind.Array) throw answer.Unreadable("no values");
        var bars = new List<SidedBar>(values.GetArrayLength());
        var malformed = 0;
        foreach (var value in values.EnumerateArray())
        {
            if (TryBar(value, out var bar)) bars.Add(new SidedBar(bar));
            else malformed++;
        }

        return new RawBars(bars, malformed);
    }

    /// <summary>The time of the first bar there is, unix ms; null when the provider does not say.</summary>
    /// <exception cref="FeedException">Wrong key, or no calls left.</exception>
    public static long? ReadEarliest(RestAnswer answer, DateTimeOffset now)
    {
        using var json = answer.Json();
        var refusal = Refusal(answer, json.RootElement, now);

        // It only saves calls: a plan or symbol without it is no error.
        if (refusal?.ErrorClass is FeedErrorClass.Auth or FeedErrorClass.Throttled or FeedErrorClass.Transient) throw refusal;
        return refusal is null && json.RootElement.MaybeWhole("unix_time") is { } seconds and > 0 and < 253_000_000_000 ? seconds * 1000 : null;
    }

    private static bool IsEmpty(JsonElement root) =>
        root.MaybeWhole("code") == 400 && root.MaybeText("message") is { } text && text.StartsWith(Empty, StringComparison.OrdinalIgnoreCase);

    private static FeedException? Refusal(RestAnswer answer, JsonElement root, DateTimeOffset now)
    {
        var code = root.MaybeWhole("code") ?? (root.MaybeText("status") == "error" ? 500 : answer.Status);
        if (code is >= 200 and < 300) return null;
        var text = answer.Shown(root.MaybeText("message"));
        return code switch
        {
            404 when Has(text, "plan") => new FeedException(RestPolicy.SymbolPlanRefused, FeedErrorClass.Plan,
                $"{answer.Host} does not give this symbol on the key's plan. It said: {text}") { Target = answer.Host },
            404 => new FeedException("HistorySymbolUnknown", FeedErrorClass.BadSymbol,
                $"{answer.Host} does not know the symbol. It said: {text}") { Target = answer.Host },
            429 when Has(text, "for the day") => OutForTheDay(answer.Host, text, now),
            429 => answer.Refusal(429, text, answer.Header("Retry-After") ?? SecondsToNextMinute(now)),
            _ => answer.Refusal((int)Math.Clamp(code, 0, 999), text),
        };
    }

    private static FeedException OutForTheDay(string host, string text, DateTimeOffset now) =>
        new("HistoryCreditsSpent", FeedErrorClass.Throttled,
            $"{host} has no API credits left for this day. They should come back at 00:00 UTC (the hour is not documented): run it again then, or add a key "
            + $"to TWELVEDATA_API_KEYS. It said: {text}")
        {
            RetryAfter = now.UtcDateTime.Date.AddDays(1) - now.UtcDateTime,
            Target = host,
        };

    private static string SecondsToNextMinute(DateTimeOffset now) => (60 - now.Second).ToString(CultureInfo.InvariantCulture);

    private static bool TryBar(JsonElement value, out Bar bar)
    {
        bar = default;
        if (value.MaybeText("datetime") is not { } text || !IsoTime.TryParse(Encoding.UTF8.GetBytes(text), out var time, out _)) return false;
        var volume = value.MaybeNumber("volume");
        bar = new Bar(time, value.MaybeNumber("open"), value.MaybeNumber("high"), value.MaybeNumber("low"), value.MaybeNumber("close"), double.IsNaN(volume) ? 0 : volume);
        return double.IsFinite(bar.Open + bar.High + bar.Low + bar.Close);
    }

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
