using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Sessions;
using Axfl.Runs.Events;
using Axfl.Runs.Fold;

namespace Axfl.Runs.Live;

/// <summary>History before the start of a live run: strategies see it, nothing is traded on it.</summary>
/// <param name="session">The run.</param>
/// <param name="fetch">History.</param>
/// <param name="hours">Which bars lie outside trading hours.</param>
/// <param name="doubts">Says what is wrong with its bars.</param>
/// <param name="send">Takes what people are told.</param>
internal sealed class LiveWarmUp(LiveSession session, HistoryFetch fetch, MarketHours hours, HistoryDoubts doubts, Action<RunEvent> send)
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
        var answer = await fetch.Ask(new RepairRequest(RepairKind.WhileLost, [.. ranges]), Limit, send, stop);
        doubts.Take(answer, until, static _ => double.NaN);
        foreach (var step in hours.Inside(answer.Bars, plan.Engine, send).GroupBy(b => b.Bar.Time)) session.Inputs.History([.. step.Select(b => new MissedBar(b))], answer.Source);
        for (var i = 0; i < plan.Engine.Symbols.Count; i++) session.Inputs.Repaired(i, until, isFinal: false, answer.Failure ?? answer.Source);
        send(new WarmUpDone(from, answer.Source, answer.Bars.Count, answer.Failure));
    }
}
