using System.Globalization;
using System.Net.Http.Headers;
using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Providers.Common.History;
using Axfl.Providers.Common.Rest;

namespace Axfl.Providers.Finnhub;

/// <summary>Bars of Finnhub's forex/candle. One price; free keys do not get it (403), which is remembered.</summary>
internal sealed class FinnhubHistory(RestOptions options, TimeProvider time, Func<double>? random = null)
    : WindowedHistory("finnhub", options, time, random)
{
    /// <inheritdoc/>
    public override BarLayout Layout => BarLayout.OnePrice;

    /// <summary>The provider's address and limits: 60 calls a minute on the free plan.</summary>
    public static RestOptions Defaults(IReadOnlyList<string> keys, string venue = "OANDA") =>
        new() { Endpoint = new Uri("https://finnhub.io"), Keys = keys, CallsPerMinute = 55, Venue = venue };

    /// <inheritdoc/>
    protected override void AddHeaders(HttpRequestHeaders headers, string key) => headers.TryAddWithoutValidation("X-Finnhub-Token", key);

    /// <inheritdoc/>
    protected override Task<RawBars> AskOnce(WindowRequest request, long from, long until, CancellationToken cancellationToken)
    {
        var symbol = Uri.EscapeDataString(ProviderSymbols.Finnhub(request.Instrument, Options.Venue));
        var path = string.Create(CultureInfo.InvariantCulture,
            $"/api/v1/forex/candle?symbol={symbol}&resolution={NameOf(request.Interval)}&from={from / 1000}&to={until / 1000}");
        return Get(path, answer => FinnhubCandles.Read(answer, request.Instrument.Digits + 1, Time.GetUtcNow()), request, cancellationToken);
    }

    private string NameOf(Interval interval) => interval.Minutes switch
    {
        1 or 5 or 15 or 30 or 60 => interval.Minutes.ToString(CultureInfo.InvariantCulture),
        1440 => "D",
        _ => throw IntervalUnfit(interval, "1m 5m 15m 30m 1h 1d"),
    };
}
