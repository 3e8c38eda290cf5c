using System.Diagnostics.CodeAnalysis;
using Axfl.Providers.Common;

namespace Axfl.Providers.Finnhub;

/// <summary>Finnhub's trade socket. Pings come once a minute, so that silence is judged late; one connection a key, so that dials are rare.</summary>
internal sealed record FinnhubOptions : FeedOptions
{
    /// <summary>The provider's defaults.</summary>
    [SetsRequiredMembers]
    public FinnhubOptions()
    {
        Endpoint = new Uri("wss://ws.finnhub.io");
        BackoffBase = TimeSpan.FromSeconds(2);
        BackoffCap = TimeSpan.FromSeconds(60);
        MinDialGap = TimeSpan.FromSeconds(5);
        SilenceLimit = TimeSpan.FromSeconds(150);
        ThrottledWait = TimeSpan.FromSeconds(60);
        DuplicateWindow = 256;
    }

    /// <summary>Venue in the symbols' names. Default <c>OANDA</c>: <c>OANDA:EUR_USD</c>.</summary>
    public string Venue { get; init; } = "OANDA";

    /// <summary>The defaults with the keys of <c>FINNHUB_API_KEYS</c>, comma-separated.</summary>
    public static FinnhubOptions FromEnvironment(Func<string, string?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return new FinnhubOptions { Keys = SplitKeys(read("FINNHUB_API_KEYS")) };
    }
}
