using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Providers.Common.History;
using Axfl.Runs.Alerts;

namespace Axfl.Runs.Live;

/// <summary>The outside world of a live run: where prices and history come from, and whose machine this is.</summary>
/// <param name="Feed">Makes the feed of a plan.</param>
/// <param name="History">Makes the history of a plan for the feed's name; null: no provider is configured, with the reason.</param>
/// <param name="Host">Name of this machine.</param>
/// <param name="Time">Clock.</param>
public sealed record LivePorts(
    Func<RunRequest, RunPlan, ITickFeed> Feed, Func<RunRequest, RunPlan, string, (IHistory? History, string Reason)> History, string Host, TimeProvider Time)
{
    /// <summary>Makes the alerts of a run; null: there are none.</summary>
    public RunAlertsFactory? Alerts { get; init; }
}
