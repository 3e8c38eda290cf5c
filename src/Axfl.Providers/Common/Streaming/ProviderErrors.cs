namespace Axfl.Providers.Common.Streaming;

/// <summary>Class of an error that a provider sends inside a stream, by its words: there is no code.</summary>
internal static class ProviderErrors
{
    /// <returns>Null: it ends nothing.</returns>
    public static FeedErrorClass? Classify(string text)
    {
        if (Has(text, "limit reached") || Has(text, "run out of") || Has(text, "too many requests") || Has(text, "rate limit")) return FeedErrorClass.Throttled;
        if (Has(text, "api key") || Has(text, "apikey") || Has(text, "insufficient authorization") || Has(text, "invalid token")) return FeedErrorClass.Auth;
        if (Has(text, "don't have access") || Has(text, "available exclusively")) return FeedErrorClass.Plan;
        return null;
    }

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
