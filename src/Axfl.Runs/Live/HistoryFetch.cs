using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.Providers.Common.History;
using Axfl.Runs.Events;

namespace Axfl.Runs.Live;

/// <summary>Asks history for the bars of several symbols, within a limit of time; what cannot be had is said and not thrown.</summary>
/// <param name="history">Where bars come from; null: no provider is configured.</param>
/// <param name="interval">Bar length.</param>
/// <param name="time">Clock of the limit.</param>
internal sealed class HistoryFetch(IHistory? history, Interval interval, TimeProvider time)
{
    /// <summary>Whether there is anybody to ask.</summary>
    public bool IsConfigured => history is not null;

    /// <summary>Asks.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="progress">Told of pages and waits; null: nobody listens.</param>
    /// <param name="cancellationToken">The end of the run.</param>
    public async Task<RepairAnswer> Ask(RepairRequest request, TimeSpan limit, Action<WarmUpFetching>? progress, CancellationToken cancellationToken)
    {
        if (history is null) return new RepairAnswer(request, [], "", "no provider of history is configured");
        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var bars = new List<StepBar>();
        var failures = new List<string>();
        var rejected = new List<RejectedBars>();
        foreach (var range in request.Ranges)
        {
            HistoryPage page = default;
            if (timeout.IsCancellationRequested)
            {
                failures.Add($"{range.Instrument.Symbol}: not asked for, the {limit.TotalSeconds:0} s for historical bars were over");
                continue;
            }

            try
            {
                var pages = new Progress(p =>
                {
                    page = p;
                    progress?.Invoke(new WarmUpFetching(range.Instrument.Symbol, p.Bars, p.Waiting));
                });
                var fetched = await history.Fetch(range.Instrument, interval, range.From, range.Until, pages, either.Token);
                bars.AddRange(fetched.Select(b => b with { Symbol = range.Symbol }));
                if (page.Rejected > 0) rejected.Add(new RejectedBars(range.Symbol, page.Rejected, page.FirstRejected));
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                failures.Add($"{range.Instrument.Symbol}: " + (page.Waiting is { Length: > 0 } waiting
                    ? $"still waiting after {limit.TotalSeconds:0} s for {waiting}" : $"no answer within {limit.TotalSeconds:0} s"));
            }
            catch (AxflException e)
            {
                failures.Add($"{range.Instrument.Symbol}: {e.Message}");
            }
#pragma warning disable CA1031
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Whatever an answer did to its reader: history is a help, and the run goes on without it.
                failures.Add($"{range.Instrument.Symbol}: the answer could not be read ({e.GetType().Name}: {e.Message})");
            }
#pragma warning restore CA1031
        }

        return new RepairAnswer(
            request, [.. bars.OrderBy(b => b.Bar.Time).ThenBy(b => b.Symbol)], history.Name, failures.Count == 0 ? null : string.Join("; ", failures))
        {
            Rejected = rejected,
        };
    }

    private sealed class Progress(Action<HistoryPage> told) : IProgress<HistoryPage>
    {
        public void Report(HistoryPage value) => told(value);
    }
}
