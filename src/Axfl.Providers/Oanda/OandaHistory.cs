using System.Globalization;
using System.Net.Http.Headers;
using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Providers.Common.History;
using Axfl.Providers.Common.Rest;

namespace Axfl.Providers.Oanda;

/// <summary>Bars of OANDA's v20 candles, mid prices, and bid and ask for the spreads. Needs a key and no account.</summary>
internal sealed class OandaHistory(RestOptions options, TimeProvider time, Func<double>? random = null) : RestHistory("oanda", options, time, random)
{
    private const int MostCandles = 5000, FewestCandles = 500;
    private int _count = MostCandles;

    /// <inheritdoc/>
    public override BarLayout Layout => BarLayout.SidesAndMid;

    /// <summary>The address and limits of the server beside a stream's: <c>api-fxpractice</c> for <c>stream-fxpractice</c>.</summary>
    public static RestOptions Defaults(OandaOptions stream)
    {
        var address = new UriBuilder(stream.Endpoint);
        if (address.Host.StartsWith("stream-", StringComparison.OrdinalIgnoreCase)) address.Host = "api-" + address.Host["stream-".Length..];
        return new RestOptions { Endpoint = address.Uri, Keys = stream.Keys, ThrottledWait = TimeSpan.FromSeconds(1) };
    }

    /// <inheritdoc/>
    protected override void AddHeaders(HttpRequestHeaders headers, string key)
    {
        headers.TryAddWithoutValidation("Authorization", "Bearer " + key);
        headers.TryAddWithoutValidation("Accept-Datetime-Format", "RFC3339");
    }

    /// <inheritdoc/>
    protected override async Task<RawWindow> Read(WindowRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadCount(request, cancellationToken);
        }
        catch (FeedException e) when (e.ErrorId == OandaCandles.CountRefused && _count > FewestCandles)
        {
            // Some accounts get 500 at once.
            _count = FewestCandles;
            return await ReadCount(request, cancellationToken);
        }
    }

    private async Task<RawWindow> ReadCount(WindowRequest request, CancellationToken cancellationToken)
    {
        var (from, step) = (request.From, request.Interval.Milliseconds);
        var count = (int)Math.Min(_count, (request.Until - from + step - 1) / step);

        // No end is sent: an end in the future is refused, as is an end together with a count.
        var (name, start) = (ProviderSymbols.Oanda(request.Instrument), Uri.EscapeDataString(EventTime.ToIso(from)));
        var path = string.Create(CultureInfo.InvariantCulture,
            $"/v3/instruments/{name}/candles?price=MBA&granularity={NameOf(request.Interval)}&from={start}&count={count}");
        var (bars, last) = await Get(path, answer => OandaCandles.Read(answer, ProviderSymbols.Oanda(request.Instrument)), request, cancellationToken);
        return new RawWindow(bars.Bars, bars.Malformed, Through(request, last));
    }

    // Candles exist only where there were prices, so that fewer than the count say nothing: the next window begins after the last of them.
    private static long Through(WindowRequest request, long? last)
    {
        if (last is not { } time) return request.Until;
        var step = request.Interval.Milliseconds;
        var isGrid = request.Interval.Minutes <= 60;
        var through = isGrid ? time + step : time + 1;
        return Math.Max(through, request.From + (isGrid ? step : 1));
    }

    private string NameOf(Interval interval) => interval.Minutes switch
    {
        1 or 2 or 4 or 5 or 10 or 15 or 30 => "M" + interval.Minutes.ToString(CultureInfo.InvariantCulture),
        60 or 120 or 180 or 240 or 360 or 480 or 720 => "H" + (interval.Minutes / 60).ToString(CultureInfo.InvariantCulture),
        1440 => "D",
        _ => throw IntervalUnfit(interval, "1m 2m 4m 5m 10m 15m 30m 1h 2h 3h 4h 6h 8h 12h 1d"),
    };
}
