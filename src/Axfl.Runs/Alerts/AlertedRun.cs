using Axfl.Configuration.Plan;
using Axfl.Contracts;

namespace Axfl.Runs.Alerts;

/// <summary>A run of which people are told.</summary>
/// <param name="Plan">Its plan, which has alerts.</param>
/// <param name="RunId">Its id.</param>
/// <param name="Directory">Its directory.</param>
/// <param name="IsLive">Whether it is live; else a replay.</param>
/// <param name="Request">The request: the way to a vault.</param>
/// <param name="Notify">Takes what the run should say of its channels, from any thread.</param>
public sealed record AlertedRun(RunPlan Plan, string RunId, string Directory, bool IsLive, RunRequest Request, Action<NoticeEvent> Notify);

/// <summary>Makes the alerts of a run.</summary>
/// <param name="run">The run.</param>
/// <returns>Null: the plan has none, or none for such a run.</returns>
public delegate IRunAlerts? RunAlertsFactory(AlertedRun run);
