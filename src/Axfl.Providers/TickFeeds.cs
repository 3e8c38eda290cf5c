using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Providers.Finnhub;
using Axfl.Providers.Oanda;
using Axfl.Providers.TwelveData;

namespace Axfl.Providers;

/// <summary>Makes the feed of a provider.</summary>
public static class TickFeeds
{
    /// <summary>Names of the providers, in the order in which <c>auto</c> tries them for live prices.</summary>
    public static IReadOnlyList<string> Providers { get; } = ["oanda", "twelvedata", "finnhub"];

    /// <summary>Whether the environment has what a provider needs.</summary>
    public static bool IsConfigured(string provider, Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return provider switch
        {
            "oanda" => Has("OANDA_API_KEY") && Has("OANDA_ACCOUNT_ID"),
            "twelvedata" => Has("TWELVEDATA_API_KEYS"),
            "finnhub" => Has("FINNHUB_API_KEYS"),
            _ => false,
        };

        bool Has(string name) => !string.IsNullOrWhiteSpace(environment(name));
    }

    /// <summary>Makes a feed with keys from the environment.</summary>
    /// <param name="provider">One of <see cref="Providers"/>.</param>
    /// <param name="endpoint">Another address than the provider's own; null: its own.</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <param name="time">Clock.</param>
    /// <param name="isMarketClosed">Whether the FX market is closed at a time (unix ms).</param>
    /// <param name="venue">Venue in Finnhub's names. Default <c>OANDA</c>.</param>
    /// <param name="settings">Changes the provider's settings; null: they stay.</param>
    /// <param name="allowPlain">Whether the key may be sent in clear text to another machine than this.</param>
    /// <exception cref="AxflException"><c>FeedUnknown</c>, <c>FeedEndpointInvalid</c>, <c>FeedEndpointPlain</c>, <c>FeedKeyMissing</c>, or OANDA's own.</exception>
    public static ITickFeed Create(
        string provider, string? endpoint, Func<string, string?> environment, TimeProvider time, Func<long, bool> isMarketClosed, string venue = "OANDA",
        Func<FeedOptions, FeedOptions>? settings = null, bool allowPlain = false)
    {
        var address = FeedAddress.Parse(endpoint, allowPlain);
        return provider switch
        {
            "finnhub" => new FinnhubFeed(Set(WithKeys(FinnhubOptions.FromEnvironment(environment), "FINNHUB_API_KEYS", address) with { Venue = venue }), time, isMarketClosed),
            "twelvedata" => new TwelveDataFeed(Set(WithKeys(TwelveDataOptions.FromEnvironment(environment), "TWELVEDATA_API_KEYS", address)), time, isMarketClosed),
            "oanda" => new OandaFeed(Set(WithKeys(OandaOptions.FromEnvironment(environment), "OANDA_API_KEY", address)), time, isMarketClosed),
            _ => throw new AxflException("FeedUnknown", ErrorKind.Configuration,
                $"'{provider}' is no live feed: use one of {string.Join(", ", Providers)}."),
        };

        T Set<T>(T options)
            where T : FeedOptions => settings is null ? options : (T)settings(options);
    }

    private static T WithKeys<T>(T options, string variable, Uri? endpoint)
        where T : FeedOptions
    {
        if (options.Keys.Count == 0)
            throw new AxflException("FeedKeyMissing", ErrorKind.Configuration, $"No API key: set the environment variable {variable}.");
        return endpoint is null ? options : options with { Endpoint = endpoint };
    }
}
