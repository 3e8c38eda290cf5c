using Axfl.Alerts.Tests.Servers;
using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Runs.Alerts;
using Axfl.Testing;

namespace Axfl.Alerts.Tests.Running;

/// <summary>What is seen of the channels of a plan before a run.</summary>
public class LookTests
{
    private readonly Dictionary<string, string> _values = new() { ["BAD_TOKEN"] = "s3cret bot/token", ["CHAT"] = Sample.Chat, ["FOREIGN"] = "http://s3cret.example.org/" };

    [Fact]
    public async Task Secrets_and_addresses_are_looked_at_and_nothing_is_sent()
    {
        using var server = new HttpServer();
        _values["URL"] = server.Address;
        var plan = Plan("""
            heartbeat: {url: env:URL}, channels: [{kind: slack, url: env:URL}, {kind: slack, url: env:NOWHERE}, {kind: ntfy, url: env:FOREIGN}, {kind: telegram, token: env:BAD_TOKEN, chat: env:CHAT},
              {kind: webhook, url: vault:hook, secret: vault:text}, {kind: discord, url: vault:none}, {kind: mail, server: "127.0.0.1:1", user: env:URL, password: env:NOWHERE, from: a@example.org, to: [b@example.org]}]
            """);
        var sights = await Look(plan, new RunRequest { Vault = name => name == "none" ? null : new Secret(server.Address) }, send: false);
        Assert.Equal(["slack", "slack-2", "ntfy", "telegram", "webhook", "discord", "mail", "heartbeat"], sights.Select(s => s.Name));
        Assert.Equal(["slack", "webhook", "heartbeat"], sights.Where(s => s.State == AlertSightState.Fit).Select(s => s.Name));
        Assert.Equal(
            ["the environment variable NOWHERE is not set", "its address is http://, by which everybody on the way can read it: use https://", "its token is not one of a telegram bot (digits, a colon, letters)", "no vault has a secret none", "the environment variable NOWHERE is not set"],
            sights.Where(s => s.State == AlertSightState.Unfit).Select(s => s.Said));
        Assert.Equal(8, sights.Count(s => s.State is AlertSightState.Fit or AlertSightState.Unfit));
        Assert.Empty(server.Asked);
        Assert.All(sights, Clean);
    }

    [Fact]
    public async Task A_test_message_goes_to_each_channel_that_can_be_made_and_its_answer_is_told()
    {
        using var takes = new HttpServer(Reply.Ok);
        using var waits = new HttpServer(new Reply(503, "s3cret"));
        using var refuses = new HttpServer(new Reply(401, "s3cret"));
        (_values["TAKES"], _values["WAITS"], _values["REFUSES"]) = (takes.Address, waits.Address, refuses.Address);
        var sights = await Look(Plan("channels: [{kind: slack, url: env:TAKES}, {kind: slack, url: env:WAITS}, {kind: ntfy, url: env:REFUSES}, {kind: ntfy, url: env:NOWHERE}]"), new RunRequest(), send: true);
        Assert.Equal(
            [("slack", AlertSightState.Taken, "HTTP 200"), ("slack-2", AlertSightState.NotNow, "HTTP 503"), ("ntfy", AlertSightState.Refused, "HTTP 401"), ("ntfy-2", AlertSightState.Unfit, "the environment variable NOWHERE is not set")],
            sights.Select(s => (s.Name, s.State, s.Said)));
        Assert.Contains("Test message of Axfl", Assert.Single(takes.Asked).Text, StringComparison.Ordinal);
        Assert.All(sights, Clean);
    }

    [Fact]
    public async Task The_heartbeat_is_never_asked_for_since_that_would_say_that_a_run_is_healthy()
    {
        using var server = new HttpServer();
        _values["URL"] = server.Address;
        Assert.Equal(new AlertSight("heartbeat", AlertSightState.Fit, ""), Assert.Single(await Look(Plan("heartbeat: {url: env:URL}"), new RunRequest(), send: true)));
        Assert.Equal(new AlertSight("heartbeat", AlertSightState.Unfit, "the environment variable NOWHERE is not set"), Assert.Single(await Look(Plan("heartbeat: {url: env:NOWHERE}"), new RunRequest(), send: true)));
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task Without_a_vault_a_secret_of_one_says_what_to_use()
    {
        var sight = Assert.Single(await Look(Plan("channels: [{kind: ntfy, url: vault:ntfy}]"), new RunRequest(), send: true));
        Assert.Equal((AlertSightState.Unfit, "vault:ntfy is in a vault, which only the PowerShell module can open; use env: here"), (sight.State, sight.Said));
    }

    private Task<IReadOnlyList<AlertSight>> Look(RunPlan plan, RunRequest request, bool send) =>
        new AlertComposition(_values.GetValueOrDefault, TimeProvider.System).Look(plan, request, send, CancellationToken.None);

    private static RunPlan Plan(string alerts) => SessionsFiles.Load($"{SessionsFiles.Small}\n  alerts: {{{alerts}}}");

    private static void Clean(AlertSight sight) => Assert.DoesNotContain("s3cret", sight.ToString(), StringComparison.OrdinalIgnoreCase);
}
