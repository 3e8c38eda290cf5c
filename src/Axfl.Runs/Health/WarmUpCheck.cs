using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Sessions;
using Axfl.Providers.Common.History;

namespace Axfl.Runs.Health;

/// <summary>Whether history has the bars a run warms up on: asked as a run asks, for one symbol, so that little of a provider's allowance is used.</summary>
internal sealed class WarmUpCheck() : HealthCheck("warm-up", TimeSpan.FromSeconds(60))
{
    /// <inheritdoc/>
    public override string Advice =>
        $"Set the key of a provider that has history ({PriceProviders.Or(PriceProviders.History)}), or give files with {Spelling.Of("DataPath")}: {Spelling.Command("Save-AxflHistory")} downloads them.";

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<HealthResult>> Look(HealthScene scene, CancellationToken cancellationToken)
    {
        var plan = await scene.Plan.WaitAsync(cancellationToken);
        if (plan.WarmupDays == 0) return [Ok("the plan has no warm-up (warmup_days: 0)")];
        var (history, reason) = scene.Ports.Live.History(scene.Request, plan, await FeedOf(scene, plan));
        if (history is null) return [Warning(reason, Advice)];
        using (history) return [await Ask(history, plan, scene.Now, cancellationToken)];
    }

    private async Task<HealthResult> Ask(IHistory history, RunPlan plan, long now, CancellationToken cancellationToken)
    {
        var symbol = plan.Engine.Symbols[0].Instrument;
        var from = Warmup.Start(now, plan.WarmupDays);
        var said = new List<string>();
        IReadOnlyList<StepBar> bars;
        if (history is HistoryChain chain)
        {
            var answer = await chain.Ask(symbol, plan.Engine.Interval, from, now, null, cancellationToken);
            bars = answer.Bars;
            said.AddRange(answer.Said);
        }
        else bars = await history.Fetch(symbol, plan.Engine.Interval, from, now, null, cancellationToken);

        var days = bars.Select(b => EventTime.ToDateTime(b.Bar.Time).Date).Distinct()
            .Count(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && d < EventTime.ToDateTime(now).Date);
        var seen = $"{history.Name} has {Counted.Of(bars.Count, "bar")} of {symbol.Symbol} from {EventTime.ToIso(from)} on, of {days} of {Counted.Of(plan.WarmupDays, "day")} of warm-up";
        if (said.Count > 0) return Warning($"{seen}; not from those asked before it: {string.Join("; ", said)}", "Put the sources named right: bars of another provider differ from those of the feed.");
        return days >= plan.WarmupDays ? Ok(seen) : Warning(seen, "Look whether these days were holidays; if not, bring the files up to date or name another source.");
    }

    // Its own provider comes first in the order of sources; without a feed that can be made none does.
    private static async Task<string> FeedOf(HealthScene scene, RunPlan plan)
    {
        try
        {
            await using var feed = scene.Feed(plan);
            return feed.Name;
        }
        catch (AxflException)
        {
            // The row of the feed says it.
            return plan.Source;
        }
    }
}
