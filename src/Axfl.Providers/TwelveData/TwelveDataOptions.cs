using System.Diagnostics.CodeAnalysis;
using Axfl.Providers.Common;

namespace Axfl.Providers.TwelveData;

/// <summary>Twelve Data's price socket: a heartbeat of ours every 10 s, answered, so that silence is judged after three.</summary>
internal sealed record TwelveDataOptions : FeedOptions
{
    /// <summary>The provider's defaults.</summary>
    [SetsRequiredMembers]
    public TwelveDataOptions()
    {
        Endpoint = new Uri("wss://ws.twelvedata.com/v1/quotes/price");
        BackoffBase = TimeSpan.FromSeconds(1);
        BackoffCap = TimeSpan.FromSeconds(60);
        MinDialGap = TimeSpan.FromSeconds(2);
        SilenceLimit = TimeSpan.FromSeconds(30);
        Heartbeat = TimeSpan.FromSeconds(10);
        ThrottledWait = TimeSpan.FromSeconds(60);
        MaxShortSessions = 5;
    }

    /// <summary>The defaults with the keys of <c>TWELVEDATA_API_KEYS</c>, comma-separated.</summary>
    public static TwelveDataOptions FromEnvironment(Func<string, string?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return new TwelveDataOptions { Keys = SplitKeys(read("TWELVEDATA_API_KEYS")) };
    }
}
