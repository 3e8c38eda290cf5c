using Axfl.Contracts;
using Axfl.Runs.Alerts;

namespace Axfl.Runs.Health;

/// <summary>Whether the channels of alerts would tell somebody: their secrets are there and fit, and, when it is asked for, they take a test message.</summary>
internal sealed class AlertsCheck() : HealthCheck("alerts", TimeSpan.FromSeconds(60))
{
    /// <inheritdoc/>
    public override string Advice => $"Look at the channels with {Spelling.Command("Send-AxflAlert")}{(Spelling.IsPowerShell ? " -Test" : "")}.";

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<HealthResult>> Look(HealthScene scene, CancellationToken cancellationToken)
    {
        var plan = await scene.Plan.WaitAsync(cancellationToken);
        if (plan.Alerts is not { } alerts) return [Ok("the plan has no alerts")];
        var rows = (await scene.Ports.Alerts(plan, scene.Request, scene.SendsAlerts, cancellationToken)).Select(Row);
        return alerts.Channels.Count > 0 ? [.. rows]
            : [Warning("the section alerts has no channels: nobody would be told", "Write channels into it, channels: [{kind: ntfy, url: env:AXFL_NTFY_URL}], or remove it."), .. rows];
    }

    private HealthResult Row(AlertSight sight) => sight.State switch
    {
        AlertSightState.Fit => Ok("its secrets are there and its address can be used; nothing was sent", sight.Name),
        AlertSightState.Taken => Ok($"took a test message: {sight.Said}", sight.Name),
        AlertSightState.NotNow => Warning(
            $"did not take a test message now: {sight.Said}; a run would try again", $"Look at the network from here and at the provider's own page of its state. {Advice}", sight.Name),
        AlertSightState.Refused => Failed(
            $"refused a test message: {sight.Said}", $"Look whether its address, token or password still holds, and renew it. {Advice}", sight.Name),
        _ => Failed($"it would be off: {sight.Said}", "Set it where the plan says, for the user who starts the run.", sight.Name),
    };
}
