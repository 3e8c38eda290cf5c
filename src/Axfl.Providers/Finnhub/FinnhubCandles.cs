using System.Globalization;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Providers.Common.History;
using Axfl.Providers.Common.Rest;
using Axfl.Providers.Common.Streaming;

namespace Axfl.Providers.Finnhub;

/// <summary>Answers of Finnhub's forex/candle (finnhub.io/docs/api): columns of numbers, times in seconds.</summary>
internal static class FinnhubCandles
{
    /// <summary>Bars of an answer, oldest first; none where the provider has none.</summary>
    /// <param name="answer">Answer.</param>
    /// <param name="decimals">To which prices are rounded: they carry the noise of binary numbers (133.19799999999998).</param>
    /// <param name="now">For the rate limit's reset.</param>
    /// <exception cref="FeedException">The answer is an error or cannot be read.</exception>
    public static RawBars Read(RestAnswer answer, int decimals, DateTimeOffset now)
    {
        using var json = answer.TryJson();
        var root = json?.RootElement ?? default;
        var said = root.MaybeText("error") ?? (json is null ? answer.Text : "");
        if (answer.Status != 200 || root.MaybeText("error") is not null) throw Refusal(answer, answer.Shown(said), now);
        if (json is null) throw answer.Unreadable("what is not JSON");
        if (root.ValueKind == JsonValueKind.Null)
            throw new FeedException("FeedUnavailable", FeedErrorClass.Transient, $"{answer.Host} answered null instead of candles.");
        return root.MaybeText("s") switch
        {
            "no_data" => new RawBars([]),
            "ok" => Columns(answer, root, decimals),
            _ => throw answer.Unreadable("candles without a status"),
        };
    }

    private static FeedException Refusal(RestAnswer answer, string text, DateTimeOffset now)
    {
        // Sent with 429 when there is no key at all: no throttle.
        if (Has(text, "sign up for a free account") || Has(text, "use an API key")) return answer.Refusal(401, text);
        if (Has(text, "don't have access")) return answer.Refusal(403, text);
        if (answer.Status is 401 or 403 or >= 300 and < 400) return answer.Refusal(answer.Status, text);
        return ProviderErrors.Classify(text) switch
        {
            FeedErrorClass.Throttled => answer.Refusal(429, text, answer.Header("Retry-After") ?? SecondsToReset(answer, now)),
            FeedErrorClass.Auth => answer.Refusal(401, text),
            _ when answer.Status == 200 => answer.Unreadable("an error"),
            _ => answer.Refusal(answer.Status, text),
        };
    }

    private static string? SecondsToReset(RestAnswer answer, DateTimeOffset now) =>
        long.TryParse(answer.Header("X-Ratelimit-Reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var reset)
            && reset - now.ToUnixTimeSeconds() is > 0 and < 86_400 and var seconds
            ? seconds.ToString(CultureInfo.InvariantCulture) : null;

    private static RawBars Columns(RestAnswer answer, JsonElement root, int decimals)
    {
        JsonElement t = root.Member("t"), o = root.Member("o"), h = root.Member("h"), l = root.Member("l"), c = root.Member("c"), v = root.Member("v");
        var count = t.ValueKind == JsonValueKind.Array ? t.GetArrayLength() : -1;
        if (count < 0 || new[] { o, h, l, c }.Any(x => Length(x) != count) || (v.ValueKind == JsonValueKind.Array && Length(v) != count))
            throw answer.Unreadable("columns of unequal length");
        var bars = new List<SidedBar>(count);
        var malformed = 0;
        for (var i = 0; i < count; i++)
        {
            var volume = v.ValueKind == JsonValueKind.Array ? v[i].MaybeNumber() : 0;
            var time = t[i].MaybeNumber();
            var bar = new Bar(Math.Abs(time) < 2.5e11 ? (long)time * 1000 : 0, Rounded(o[i]), Rounded(h[i]), Rounded(l[i]), Rounded(c[i]),
                double.IsNaN(volume) ? 0 : volume);
            if (bar.Time > 0 && double.IsFinite(bar.Open + bar.High + bar.Low + bar.Close)) bars.Add(new SidedBar(bar));
            else malformed++;
        }

        return new RawBars(bars, malformed);

        double Rounded(JsonElement price) => Math.Round(price.MaybeNumber(), decimals);
    }

    private static int Length(JsonElement column) => column.ValueKind == JsonValueKind.Array ? column.GetArrayLength() : -1;

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
