using Axfl.Contracts;
using Axfl.Runs.Alerts;
using Axfl.Runs.Health;

namespace Axfl.Runs.Tests.Health;

public class AlertsCheckTests
{
    [Fact]
    public async Task A_plan_without_alerts_has_a_row_that_says_so_and_nothing_is_asked()
    {
        using var stage = new HealthStage { SendsAlerts = true };
        Assert.Equal(new HealthResult("alerts", HealthStates.Ok, "the plan has no alerts", null), Assert.Single(await stage.Run(new AlertsCheck())));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Channels_are_sent_a_message_only_when_it_was_asked_for(bool send)
    {
        using var stage = Stage("channels: [{kind: slack, url: env:A}, {kind: slack, url: env:B}]");
        (stage.SendsAlerts, stage.Request) = (send, stage.Request with { Vault = name => new Secret(name) });
        stage.Alerts = (plan, request, sends) =>
        {
            Assert.Equal((send, "made", "hook"), (sends, plan.Profile, request.Vault!("hook")!.Reveal()));
            return [.. plan.Alerts!.Names.Select(n => new AlertSight(n, sends ? AlertSightState.Taken : AlertSightState.Fit, sends ? "HTTP 204" : ""))];
        };
        var rows = await stage.Run(new AlertsCheck());
        Assert.Equal(["alerts slack", "alerts slack-2"], rows.Select(r => r.Check));
        Assert.All(rows, r => r.IsOk().Seen(send ? "took a test message: HTTP 204" : "nothing was sent"));
    }

    [Theory]
    [InlineData(AlertSightState.NotNow, HealthStates.Warning, "did not take a test message now: because; a run would try again", "axfl alerts test")]
    [InlineData(AlertSightState.Refused, HealthStates.Failed, "refused a test message: because", "address, token or password")]
    [InlineData(AlertSightState.Unfit, HealthStates.Failed, "it would be off: because", "where the plan says")]
    public async Task A_channel_that_would_tell_nobody_warns_or_fails_with_its_reason(AlertSightState sight, string state, string seen, string remedy)
    {
        using var stage = Stage("channels: [{kind: slack, url: env:A}, {kind: ntfy, url: env:B}]");
        stage.Alerts = (_, _, _) => [new AlertSight("slack", AlertSightState.Fit, ""), new AlertSight("ntfy", sight, "because")];
        var rows = await stage.Run(new AlertsCheck());
        rows.Of("alerts slack").IsOk();
        var row = rows.Of("alerts ntfy");
        Assert.Equal((state, seen), (row.State, row.Seen));
        Assert.Contains(remedy, row.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alerts_without_channels_warn_and_the_heartbeat_has_its_row()
    {
        using var stage = Stage("heartbeat: {url: env:A}");
        stage.Alerts = (_, _, _) => [new AlertSight("heartbeat", AlertSightState.Fit, "")];
        var rows = await stage.Run(new AlertsCheck());
        rows.Of("alerts").Warns("no channels", "channels: [{kind: ntfy");
        rows.Of("alerts heartbeat").IsOk();
    }

    private static HealthStage Stage(string alerts)
    {
        var stage = new HealthStage();
        stage.Sessions += $"\n  alerts: {{{alerts}}}";
        return stage;
    }
}
