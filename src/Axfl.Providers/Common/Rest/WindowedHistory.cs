using System.Globalization;
using Axfl.Contracts;
using Axfl.Data.Markets;
using Axfl.Providers.Common.History;

namespace Axfl.Providers.Common.Rest;

/// <summary>A provider that is asked for periods and may silently leave out their start.</summary>
internal abstract class WindowedHistory(string name, RestOptions options, TimeProvider time, Func<double>? random) : RestHistory(name, options, time, random)
{
    /// <summary>Longest window, bars: 14 days and 18 hours of 5 minutes, below any provider's 5,000.</summary>
    public const int WindowBars = 4250;

    // So much open market without a bar is a reason to ask again.
    private const long Hole = 120 * EventTime.Minute;
    private const int HoleBars = 3;

    private readonly HashSet<(string, Interval)> _beginningKnown = [];

    /// <inheritdoc/>
    protected override async Task<RawWindow> Read(WindowRequest request, CancellationToken cancellationToken)
    {
        var (from, step) = (request.From, request.Interval.Milliseconds);
        var until = Math.Min(request.Until, from + WindowBars * step);
        var (bars, malformed) = await Ask(request, from, until, cancellationToken);
        var first = First(bars, from);
        while (IsHole(from, first, request.Interval))
        {
            // An answer that was cut has the newest bars: what is before them is asked for by itself.
            var earlier = await Ask(request, from, first, cancellationToken);
            malformed += earlier.Malformed;
            if (First(earlier.Bars, from) >= first) break;
            bars.AddRange(earlier.Bars.Where(b => b.Time < first));
            first = First(bars, from);
        }

        // Years without a bar would cost a call a window: where the provider begins is asked for once.
        var through = until;
        if (bars.Count == 0 && until < request.Until && _beginningKnown.Add((request.Instrument.Symbol, request.Interval)))
            through = Math.Max(through, await Beginning(request, cancellationToken) ?? through);
        return new RawWindow(bars, malformed, through);
    }

    /// <summary>Bars with from &lt;= open time &lt; until, unix ms, and perhaps their neighbours.</summary>
    protected abstract Task<RawBars> AskOnce(WindowRequest request, long from, long until, CancellationToken cancellationToken);

    /// <summary>Open time of the first bar the provider has, unix ms; asked when a window is empty. Null: it does not say.</summary>
    protected virtual Task<long?> Beginning(WindowRequest request, CancellationToken cancellationToken) => Task.FromResult<long?>(null);

    private async Task<RawBars> Ask(WindowRequest request, long from, long until, CancellationToken cancellationToken)
    {
        var answer = await AskOnce(request, from, until, cancellationToken);

        // A bar far outside what was asked for means another clock than UTC, or another question.
        var slack = 2 * request.Interval.Milliseconds;
        if (answer.Bars.FirstOrDefault(b => b.Time < from - slack || b.Time > until + slack) is { Time: not 0 } stray)
        {
            throw new FeedException("HistoryAnswerUnfit", FeedErrorClass.BadResponse, string.Create(CultureInfo.InvariantCulture,
                $"{Name} was asked for {EventTime.ToIso(from)} to {EventTime.ToIso(until)} and gave a bar of {EventTime.ToIso(stray.Time)}: its times may not be UTC."));
        }

        return answer with { Bars = [.. answer.Bars.Where(b => b.Time < until)] };
    }

    private static long First(List<SidedBar> bars, long from) => bars.Where(b => b.Time >= from).Select(b => b.Time).DefaultIfEmpty(long.MaxValue).Min();

    // Whether the market was open for long between the start and the first bar.
    private static bool IsHole(long from, long first, Interval interval)
    {
        if (first == long.MaxValue) return false;
        var week = new FxWeek();
        var most = Math.Max(Hole / interval.Milliseconds, HoleBars);
        var open = 0L;
        for (var t = from; t < first && open <= most; t += interval.Milliseconds)
            if (!week.IsClosed(t)) open++;
        return open > most;
    }
}
