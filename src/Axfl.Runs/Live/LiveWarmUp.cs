using System.Globalization;
using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Sessions;
using Axfl.Runs.Fold;

namespace Axfl.Runs.Live;

/// <summary>History before the start of a live run: strategies see it, nothing is traded on it.</summary>
/// <param name="session">The run.</param>
/// <param name="fetch">History.</param>
/// <param name="hours">Which bars lie outside trading hours.</param>
/// <param name="doubts">Says what is wrong with its bars.</param>
/// <param name="send">Words for people.</param>
internal sealed class LiveWarmUp(LiveSession session, HistoryFetch fetch, MarketHours hours, HistoryDoubts doubts, Action<NoticeEvent> send)
{
    private static readonly TimeSpan Limit = TimeSpan.FromHours(1);

    /// <summary>Fetches the plan's warm-up days up to a time and folds them.</summary>
    /// <param name="until">Exclusive, unix ms.</param>
    /// <param name="stop">Gives up waiting.</param>
    public async Task Run(long until, CancellationToken stop)
    {
        var plan = session.Plan;
        var from = Warmup.Start(plan.Engine.Since, plan.WarmupDays);
        var ranges = plan.Engine.Symbols.Select((s, i) => new RepairRange(i, s.Instrument, from, until));
        var answer = await fetch.Ask(new RepairRequest(RepairKind.WhileLost, [.. ranges]), Limit,
            text => send(new NoticeEvent(NoticeLevel.Verbose, "Warm-up: " + text)), stop);
        doubts.Take(answer, until, static _ => double.NaN);
        foreach (var step in hours.Inside(answer.Bars, plan.Engine, send).GroupBy(b => b.Bar.Time)) session.Inputs.History([.. step.Select(b => new MissedBar(b))], answer.Source);
        for (var i = 0; i < plan.Engine.Symbols.Count; i++) session.Inputs.Repaired(i, until, isFinal: false, answer.Failure ?? answer.Source);
        send(answer.Failure is { } failure
            ? new NoticeEvent(NoticeLevel.Warning, $"Warm-up from history is not complete: {failure}. Strategies begin with what there is.")
            : answer.Bars.Count == 0
            ? new NoticeEvent(NoticeLevel.Warning, $"Warm-up: {answer.Source} has no bars since {EventTime.ToIso(from)}. Strategies begin without any.")
            : new NoticeEvent(NoticeLevel.Information, string.Create(CultureInfo.InvariantCulture,
                $"Warm-up: {answer.Bars.Count} bars of {answer.Source} since {EventTime.ToIso(from)}.")));
    }
}
