using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Providers.Common.Links;
using Axfl.Providers.Common.Streaming;

namespace Axfl.Providers.Finnhub;

/// <summary>Prices of Finnhub's trade socket. One connection a key; subscriptions are never confirmed, the first price is.</summary>
/// <param name="options">Address, keys, times.</param>
/// <param name="time">Clock.</param>
/// <param name="isMarketClosed">Whether the FX market is closed at a time (unix ms).</param>
/// <param name="random">Uniform in [0, 1) for the back-off; null: the system's.</param>
internal sealed class FinnhubFeed(FinnhubOptions options, TimeProvider time, Func<long, bool> isMarketClosed, Func<double>? random = null)
    : StreamFeed("finnhub", options, time, isMarketClosed, random)
{
    private readonly FinnhubOptions _options = options;

    private protected override KeyRedactor Redactor { get; } = new(options.Keys);

    private protected override string NameOf(Instrument instrument) => ProviderSymbols.Finnhub(instrument, _options.Venue);

    /// <remarks>The socket takes the key in the address only; the address is therefore in no message.</remarks>
    private protected override async Task<IFeedLink> Dial(string key, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var address = FeedAddress.WebSocket(_options.Endpoint, "token=" + Uri.EscapeDataString(key));
        return await WebSocketLink.Dial(address, new Dictionary<string, string>(), Redactor, _options, Time, cancellationToken);
    }

    private protected override void Parse(ReadOnlySpan<byte> message, FeedFrame frame) => FinnhubFrames.Parse(message, frame);

    private protected override IEnumerable<string> Subscribe(IEnumerable<string> names) => names.Select(n => Message("subscribe", n));

    private protected override IEnumerable<string> Resubscribe(string name) => [Message("unsubscribe", name), Message("subscribe", name)];

    private static string Message(string type, string name) => $$"""{"type":"{{type}}","symbol":{{FeedAddress.Json(name)}}}""";
}
