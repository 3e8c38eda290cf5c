using Axfl.Configuration.Plan;
using Axfl.Testing;

namespace Axfl.Configuration.Tests.Keys;

/// <summary>The section <c>alerts</c>: what is read, and what is an error. Secrets are never in it.</summary>
public class AlertKeyTests
{
    private const string All = """
        alerts:
            in_replay: true
            digest: {time: "16:30", timezone: Europe/London}
            heartbeat: {url: env:AXFL_HEARTBEAT_URL, every_s: 30}
            channels:
              - {kind: discord, url: env:AXFL_DISCORD_URL, events: [trade, halt, error, digest]}
              - {kind: telegram, token: env:AXFL_TELEGRAM_TOKEN, chat: vault:chat-1, events: [halt, error]}
              - {kind: slack, url: env:AXFL_SLACK_URL}
              - {kind: ntfy, url: env:AXFL_NTFY_URL}
              - {kind: discord, url: env:AXFL_OTHER_URL}
              - {kind: webhook, url: env:AXFL_HOOK_URL, secret: env:AXFL_HOOK_SECRET}
              - {kind: mail, server: "smtp.example.org:587", user: env:AXFL_SMTP_USER, password: env:AXFL_SMTP_PASSWORD, from: "Axfl <axfl@example.org>", to: ["me@example.org"]}
        """;

    [Fact]
    public void All_of_it_is_read_and_the_plan_that_is_written_gives_the_same()
    {
        var alerts = Plan(All).Alerts!;
        Assert.True(alerts.InReplay);
        Assert.Equal(("16:30", "Europe/London"), (alerts.Digest!.Time.ToString(), alerts.Digest.Zone.Id));
        Assert.Equal(new HeartbeatPlan(new SecretName(false, "AXFL_HEARTBEAT_URL"), 30), alerts.Heartbeat);
        Assert.Equal(["discord", "telegram", "slack", "ntfy", "discord-2", "webhook", "mail"], alerts.Names);
        Assert.Equal(AlertEvents.Trade | AlertEvents.Halt | AlertEvents.Error | AlertEvents.Digest, alerts.Channels[0].Events);
        Assert.Equal("vault:chat-1", alerts.Channels[1].Chat!.ToString());
        Assert.Equal(AlertEvents.Usual, alerts.Channels[2].Events);
        var mail = alerts.Channels[6];
        Assert.Equal(("smtp.example.org:587", "Axfl <axfl@example.org>", "me@example.org"), (mail.Server, mail.From, Assert.Single(mail.To)));
        var again = SessionsFiles.Load(Plan(All).Description.Yaml).Alerts!;
        Assert.Equal(alerts.Channels.Select(c => c with { To = [] }), again.Channels.Select(c => c with { To = [] }));
        Assert.Equal((alerts.InReplay, alerts.Digest, alerts.Heartbeat, mail.To[0]), (again.InReplay, again.Digest, again.Heartbeat, again.Channels[6].To[0]));
    }

    [Fact]
    public void Absent_means_nobody_and_the_digest_is_there_unless_null_switches_it_off()
    {
        Assert.Null(Plan("interval: 5m").Alerts);
        Assert.Null(Plan("alerts: null").Alerts);
        var usual = Plan("alerts: {channels: [{kind: ntfy, url: env:X}]}").Alerts!;
        Assert.Equal(("17:05", "America/New_York", null), (usual.Digest!.Time.ToString(), usual.Digest.Zone.Id, usual.Heartbeat));
        Assert.False(usual.InReplay);
        Assert.Equal("17:05", Plan("alerts: {digest: {timezone: UTC}}").Alerts!.Digest!.Time.ToString());
        Assert.Null(Plan("alerts: {digest: null}").Alerts!.Digest);
        Assert.Null(Plan("alerts: {digest: null}", "alerts.digest=null").Alerts!.Digest);
    }

    [Theory]
    [InlineData("channels: [{kind: ntfi, url: env:X}]", "alerts.channels[0].kind: 'ntfi' is not one of")]
    [InlineData("channels: [{url: env:X}]", "alerts.channels[0].kind: is missing")]
    [InlineData("channels: [{kind: webhook, url: env:X}]", "alerts.channels[0].secret: is missing: a channel of the kind webhook needs url and secret.")]
    [InlineData("channels: [{kind: discord, url: env:X, token: env:Y}]", "alerts.channels[0].token: a channel of the kind discord has none; it has url, events.")]
    [InlineData("channels: [{kind: mail, server: smtp.example.org, from: a@b.c, to: [a@b.c]}]", "'smtp.example.org' is not host:port")]
    [InlineData("channels: [{kind: mail, server: \"smtp.example.org:25\", from: nobody, to: [a@b.c]}]", "'nobody' is not a mail address")]
    [InlineData("channels: [{kind: mail, server: \"smtp.example.org:25\", from: a@b.c, to: []}]", "alerts.channels[0].to: is empty")]
    [InlineData("channels: [{kind: mail, server: \"smtp.example.org:25\", from: a@b.c, to: [a@b.c], user: env:U}]", "user and password go together")]
    [InlineData("channels: [{kind: ntfy, url: env:X, events: []}]", "alerts.channels[0].events: is empty")]
    [InlineData("channels: [{kind: ntfy, url: env:X, events: [trades]}]", "'trades' is not one of")]
    [InlineData("channels: [ntfy]", "is no map of keys")]
    [InlineData("heartbeat: {every_s: 60}", "alerts.heartbeat.url: is missing")]
    [InlineData("heartbeat: {url: env:X, every_s: 1}", "every_s")]
    public void What_is_wrong_is_an_error_that_names_the_key(string alerts, string message) =>
        Assert.Contains(Check($"alerts: {{{alerts}}}"), p => !p.IsWarning && p.ToString().Contains(message, StringComparison.Ordinal));

    [Theory]
    [InlineData("channels: [{kind: discord, url: \"https://discord.com/api/webhooks/1/s3cret\"}]")]
    [InlineData("channels: [{kind: discord, url: \"env:https://s3cret\"}]")]
    [InlineData("channels: [{kind: discord, url: env:X, secret: s3cret}]")]
    [InlineData("channels: [{kind: discord, url: [s3cret]}]")]
    [InlineData("heartbeat: {url: \"https://hc-ping.com/s3cret\"}")]
    public void A_secret_in_the_file_is_an_error_that_does_not_repeat_it(string alerts)
    {
        var problems = Check($"alerts: {{{alerts}}}");
        Assert.NotEmpty(problems);
        Assert.All(problems, p => Assert.DoesNotContain("s3cret", p.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_secret_on_the_command_line_is_not_repeated_either()
    {
        var problems = Check("alerts: {heartbeat: {url: env:X}}", "alerts.heartbeat.url=https://s3cret");
        Assert.Contains("env:NAME", Assert.Single(problems).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", problems[0].ToString(), StringComparison.Ordinal);
    }

    private static RunPlan Plan(string line, params string[] set) => SessionsFiles.Load(Text(line), set);

    private static IReadOnlyList<Contracts.ConfigurationProblem> Check(string line, params string[] set) => SessionsFiles.Check(Text(line), set);

    private static string Text(string line) => $$"""
        portfolio:
          symbols: [EURUSD]
          {{line}}
          strategies: [{name: orb, windows: [{start: "07:00", end: "10:00"}]}]
        """;
}
