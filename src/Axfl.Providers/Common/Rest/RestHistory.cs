using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Axfl.Contracts;
using Axfl.Data.Markets;
using Axfl.Engine.Portfolio;
using Axfl.Providers.Common.History;

namespace Axfl.Providers.Common.Rest;

/// <summary>Historical bars a provider gives over HTTP: what all of them share, window by window.</summary>
internal abstract class RestHistory : IHistory
{
    private readonly RestClient _client;
    private long _rejected, _weekend;

    /// <param name="name">Provider.</param>
    /// <param name="options">Address, keys, times.</param>
    /// <param name="time">Clock.</param>
    /// <param name="random">Uniform in [0, 1) for the waits; null: the system's.</param>
    protected RestHistory(string name, RestOptions options, TimeProvider time, Func<double>? random)
    {
        Name = name;
        Options = options;
        Time = time;
        _client = new RestClient(name, options, AddHeaders, time, random);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>What it gives of each bar: one price, bid and ask, so that spreads are measured, or mids of its own too.</summary>
    public abstract BarLayout Layout { get; }

    /// <summary>Bars refused so far, of all fetches: fields missing, prices that contradict each other, times off the grid.</summary>
    public long Rejected => Interlocked.Read(ref _rejected);

    /// <summary>Bars stamped in the closed market so far, of all fetches.</summary>
    public long Weekend => Interlocked.Read(ref _weekend);

    /// <summary>Address, keys, times.</summary>
    protected RestOptions Options { get; }

    /// <summary>Clock.</summary>
    protected TimeProvider Time { get; }

    /// <summary>Now, unix ms.</summary>
    protected long Now => Time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StepBar>> Fetch(
        Instrument instrument, Interval interval, long from, long until, IProgress<HistoryPage>? progress, CancellationToken cancellationToken)
    {
        var bars = new List<StepBar>();
        await foreach (var window in Windows(instrument, interval, from, until, progress, cancellationToken))
            bars.AddRange(window.Bars.Select(b => b.ToStep()));
        return bars;
    }

    /// <summary>The same window by window, with both sides: ascending, each from the end of the last; nothing is asked for while the market was closed.</summary>
    /// <exception cref="FeedException">The provider cannot give them.</exception>
    public async IAsyncEnumerable<HistoryWindow> Windows(
        Instrument instrument, Interval interval, long from, long until, IProgress<HistoryPage>? progress,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = new PageProgress(progress);
        var filter = new PageFilter(interval);
        var week = new FxWeek();
        var end = Math.Min(until, PageFilter.CompleteUntil(Now, interval));
        for (var at = from; at < end;)
        {
            var start = week.IsClosed(at) ? week.NextOpen(at) : at;
            if (start >= end) yield break;
            var raw = await Read(new WindowRequest(instrument, interval, start, end, pages), cancellationToken);
            if (raw.Through <= start) throw new InvalidOperationException($"{Name} made no headway at {EventTime.ToIso(start)}.");
            var window = filter.Take(raw, at, Math.Min(raw.Through, end), Now);
            Interlocked.Add(ref _rejected, window.Rejected);
            Interlocked.Add(ref _weekend, window.Weekend);
            pages.Page(window);
            yield return window;
            at = raw.Through;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads the bars from the start of the request on, as many as one window has.</summary>
    protected abstract Task<RawWindow> Read(WindowRequest request, CancellationToken cancellationToken);

    /// <summary>Headers of a request; the key never goes into the address.</summary>
    protected abstract void AddHeaders(HttpRequestHeaders headers, string key);

    /// <summary>Asks; see <see cref="RestClient.Get{T}"/>.</summary>
    protected Task<T> Get<T>(string path, Func<RestAnswer, T> read, WindowRequest request, CancellationToken cancellationToken) =>
        _client.Get(path, read, request.Progress, cancellationToken);

    /// <summary>The error of an interval the provider has no bars of.</summary>
    protected FeedException IntervalUnfit(Interval interval, string has) => new("HistoryIntervalUnfit", FeedErrorClass.BadRequest,
        $"{Name} has no bars of {interval}: it has {has}. Fetch a smaller interval that divides it; files are aggregated when they are read.");
}
