using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Providers.Common.Registration;

namespace Axfl.Providers;

/// <summary>Makes the feed of a provider.</summary>
public static class TickFeeds
{
    /// <summary>Whether the environment has what a provider needs.</summary>
    public static bool IsConfigured(string provider, Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return ProviderList.Find(provider) is { FeedVariables: { Count: > 0 } needed } && needed.All(v => !string.IsNullOrWhiteSpace(environment(v)));
    }

    /// <summary>Makes a feed with keys from the environment.</summary>
    /// <param name="provider">One of <see cref="PriceProviders.Live"/>.</param>
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
        if (ProviderList.Find(provider) is { FeedVariables.Count: > 0 } known)
            return known.Feed(new FeedSetup(environment, address, time, isMarketClosed, venue, settings));
        throw new AxflException("FeedUnknown", ErrorKind.Configuration, $"'{provider}' has no live prices: use one of {string.Join(", ", PriceProviders.Live)}.");
    }
}
