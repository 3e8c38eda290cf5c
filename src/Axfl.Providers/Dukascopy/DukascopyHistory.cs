using System.Globalization;
using System.Net.Http.Headers;
using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Providers.Common.History;
using Axfl.Providers.Common.Rest;

namespace Axfl.Providers.Dukascopy;

/// <summary>Bars of Dukascopy's public JSON candles: minutes of bid and ask, put together to the interval. No key.</summary>
/// <remarks>
/// No documented interface of the vendor: it may change or end, and Dukascopy's terms apply. It is used only when it is named, and slowly.
/// </remarks>
internal sealed class DukascopyHistory(RestOptions options, TimeProvider time, Func<double>? random = null) : RestHistory("dukascopy", options, time, random)
{
    /// <summary>2003-05-05T00:00:00Z: the first day there is.</summary>
    public const long FirstDay = 1_052_092_800_000;

    private const int Batch = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private int _calls;

    /// <inheritdoc/>
    public override BarLayout Layout => BarLayout.Sides;

    /// <summary>The provider's address.</summary>
    public static RestOptions Defaults => new() { Endpoint = new Uri("https://jetta.dukascopy.com"), ThrottledWait = TimeSpan.FromSeconds(30) };

    /// <remarks>Without a browser's headers the server answers 202 and nothing.</remarks>
    protected override void AddHeaders(HttpRequestHeaders headers, string key)
    {
        headers.TryAddWithoutValidation("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0 Safari/537.36");
        headers.TryAddWithoutValidation("Referer", "https://freeserv.dukascopy.com/");
    }

    /// <inheritdoc/>
    protected override async Task<RawWindow> Read(WindowRequest request, CancellationToken cancellationToken)
    {
        if (EventTime.Day % request.Interval.Milliseconds != 0) throw IntervalUnfit(request.Interval, "intervals that divide a day");
        if (request.From < FirstDay) return new RawWindow([], 0, FirstDay);
        var day = request.From - request.From % EventTime.Day;
        var bid = await Side(request, "BID", day, cancellationToken);
        var ask = await Side(request, "ASK", day, cancellationToken);
        if ((bid.Count == 0) != (ask.Count == 0))
        {
            throw new FeedException("HistoryAnswerUnfit", FeedErrorClass.BadResponse,
                $"{Name} has one side only of {request.Instrument.Symbol} on {EventTime.ToIso(day)[..10]}.");
        }

        return Minutes.Join(bid, ask, request.Interval, day + EventTime.Day, isRunning: day + EventTime.Day > Now);
    }

    private async Task<List<Bar>> Side(WindowRequest request, string side, long day, CancellationToken cancellationToken)
    {
        var path = $"/v1/candles/minute/{ProviderSymbols.Dukascopy(request.Instrument)}/{side}";
        var date = EventTime.ToDateTime(day);
        var bars = day + EventTime.Day > Now ? null
            : await Call(string.Create(CultureInfo.InvariantCulture, $"{path}/{date.Year}/{date.Month}/{date.Day}"), request, cancellationToken);

        // A day that has not ended has no path of its own; the server may end it a little late and answers 400 until then.
        bars ??= await Call(string.Create(CultureInfo.InvariantCulture, $"{path}?from={day}"), request, cancellationToken)
            ?? throw new FeedException("FeedRequestRefused", FeedErrorClass.BadRequest, $"{Name} refused {path} for {EventTime.ToIso(day)[..10]}.");
        return [.. bars.Where(b => b.Time >= day && b.Time < day + EventTime.Day)];
    }

    // Null: 400.
    private async Task<List<Bar>?> Call(string path, WindowRequest request, CancellationToken cancellationToken)
    {
        if (++_calls % Batch == 0) await Task.Delay(Pause, Time, cancellationToken);
        return await Get(path, answer => answer.Status == 400 ? null : DukascopyCandles.Read(answer), request, cancellationToken);
    }
}
