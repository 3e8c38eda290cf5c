using System.Net.Http.Headers;
using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Providers.Common.History;
using Axfl.Providers.Common.Rest;

namespace Axfl.Providers.TwelveData;

/// <summary>Bars of Twelve Data's time_series. One price; 8 calls a minute and 800 a day on the free plan, 1 a window.</summary>
internal sealed class TwelveDataHistory(RestOptions options, TimeProvider time, Func<double>? random = null)
    : WindowedHistory("twelvedata", options, time, random)
{
    private const string Intervals = "1m 5m 15m 30m 45m 1h 2h 4h 8h 1d";

    /// <inheritdoc/>
    public override BarLayout Layout => BarLayout.OnePrice;

    /// <summary>The provider's address and limits.</summary>
    public static RestOptions Defaults(IReadOnlyList<string> keys) =>
        new() { Endpoint = new Uri("https://api.twelvedata.com"), Keys = keys, CallsPerMinute = 7, CallName = "credits" };

    /// <inheritdoc/>
    protected override void AddHeaders(HttpRequestHeaders headers, string key) => headers.TryAddWithoutValidation("Authorization", "apikey " + key);

    /// <remarks>
    /// The time zone is always sent: without it times are the exchange's (Sydney's for gold). Whether the ends are inclusive is not documented: the
    /// start is asked for one bar early.
    /// </remarks>
    protected override Task<RawBars> AskOnce(WindowRequest request, long from, long until, CancellationToken cancellationToken) =>
        Get($"/time_series?{SymbolAndInterval(request)}&start_date={Text(from - request.Interval.Milliseconds)}&end_date={Text(until)}&outputsize=5000",
            answer => TwelveDataSeries.Read(answer, ProviderSymbols.TwelveData(request.Instrument), Time.GetUtcNow()), request, cancellationToken);

    /// <inheritdoc/>
    protected override Task<long?> Beginning(WindowRequest request, CancellationToken cancellationToken) =>
        Get("/earliest_timestamp?" + SymbolAndInterval(request), answer => TwelveDataSeries.ReadEarliest(answer, Time.GetUtcNow()), request, cancellationToken);

    private string SymbolAndInterval(WindowRequest request) =>
        $"symbol={Uri.EscapeDataString(ProviderSymbols.TwelveData(request.Instrument))}&interval={NameOf(request.Interval)}&timezone=UTC";

    private static string Text(long time) => Uri.EscapeDataString(EventTime.ToIso(time - time % 1000).Replace('T', ' ').TrimEnd('Z'));

    private string NameOf(Interval interval) => interval.Minutes switch
    {
        1 or 5 or 15 or 30 or 45 => interval.ToString() + "in",
        60 or 120 or 240 or 480 => interval.ToString(),
        1440 => "1day",
        _ => throw IntervalUnfit(interval, Intervals),
    };
}
