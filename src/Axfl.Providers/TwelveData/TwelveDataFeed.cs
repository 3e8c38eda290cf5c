using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Providers.Common.Links;
using Axfl.Providers.Common.Streaming;

namespace Axfl.Providers.TwelveData;

/// <summary>Prices of Twelve Data's price socket. Subscriptions are confirmed; a partial refusal keeps the connection.</summary>
/// <param name="options">Address, keys, times.</param>
/// <param name="time">Clock.</param>
/// <param name="isMarketClosed">Whether the FX market is closed at a time (unix ms).</param>
/// <param name="random">Uniform in [0, 1) for the back-off; null: the system's.</param>
internal sealed class TwelveDataFeed(TwelveDataOptions options, TimeProvider time, Func<long, bool> isMarketClosed, Func<double>? random = null)
    : StreamFeed("twelvedata", options, time, isMarketClosed, random)
{
    private readonly TwelveDataOptions _options = options;

    private protected override KeyRedactor Redactor { get; } = new(options.Keys);

    private protected override string HeartbeatMessage => """{"action":"heartbeat"}""";

    private protected override string NameOf(Instrument instrument) => ProviderSymbols.TwelveData(instrument);

    private protected override async Task<IFeedLink> Dial(string key, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var headers = new Dictionary<string, string> { ["X-TD-APIKEY"] = key };
        return await WebSocketLink.Dial(FeedAddress.WebSocket(_options.Endpoint), headers, Redactor, _options, Time, cancellationToken);
    }

    private protected override void Parse(ReadOnlySpan<byte> message, FeedFrame frame) => TwelveDataFrames.Parse(message, frame);

    private protected override IEnumerable<string> Subscribe(IEnumerable<string> names) => [Message("subscribe", string.Join(',', names))];

    private protected override IEnumerable<string> Resubscribe(string name) => [Message("unsubscribe", name), Message("subscribe", name)];

    private static string Message(string action, string symbols) => $$$"""{"action":"{{{action}}}","params":{"symbols":{{{FeedAddress.Json(symbols)}}}}}""";
}
