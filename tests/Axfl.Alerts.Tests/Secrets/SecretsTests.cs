using Axfl.Alerts.Tests.Servers;
using Axfl.Contracts;
using Axfl.LiveHost;
using Axfl.Runs.Files;
using Axfl.Runtime;
using Axfl.Testing;

namespace Axfl.Alerts.Tests.Secrets;

/// <summary>Secrets stand in no file, log, message or error, whatever servers say.</summary>
public sealed class SecretsTests : IDisposable
{
    private const string Mark = "s3cret";

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _values = [];

    [Fact]
    public async Task A_live_run_whose_channels_fail_in_every_way_repeats_none_of_them()
    {
        // Each answers with what it was sent.
        var echo = $"{Sample.Token} {Sample.HookSecret} {Sample.Password} s3cret-path";
        using var refusing = new HttpServer([.. Enumerable.Repeat(new Reply(401, echo, $"X-Echo: {echo}\r\nLocation: https://{Mark}.example.org\r\n"), 200)]);
        using var dropping = new HttpServer([.. Enumerable.Repeat(Reply.Drop, 200)]);
        using var mail = new SmtpServer { Login = $"535 {echo}" };
        Set(refusing.Address, dropping.Address);
        _values["FOREIGN"] = $"http://{Mark}.example.org/";
        var ticks = MadeTicks.Of(7, 600, 2);
        using var live = DirectLive.Begin(_folder.Path, "a", ticks, sessions: DirectLive.Sessions + $$"""

              alerts:
                heartbeat: {url: env:DROPPING}
                channels:
                  - {kind: discord, url: env:REFUSING}
                  - {kind: discord, url: env:DROPPING}
                  - {kind: slack, url: env:FOREIGN}
                  - {kind: ntfy, url: env:REFUSING}
                  - {kind: telegram, token: env:BAD_TOKEN, chat: env:CHAT}
                  - {kind: webhook, url: env:REFUSING, secret: env:SECRET}
                  - {kind: mail, server: "{{mail.Address}}", user: env:USER, password: env:PASSWORD, from: a@example.org, to: [b@example.org]}
            """.Replace("\n            ", "\n", StringComparison.Ordinal));
        var notices = new System.Collections.Concurrent.ConcurrentQueue<NoticeEvent>();
        var alerts = new AlertComposition(_values.GetValueOrDefault, TimeProvider.System).Create(
            new(live.Session.Plan, "a", live.Session.Directory.Path, IsLive: true, new RunRequest(), notices.Enqueue))!;
        live.Session.Alerts = alerts;
        alerts.OnStarted(live.Now);
        foreach (var (symbol, tick) in ticks) live.Feed(symbol, tick);
        alerts.OnEnded(live.Now, "asked to stop", isFault: false);
        live.Session.Settle();
        await alerts.Close();
        Assert.True(alerts.Counts.Failed > 0);
        Assert.True(notices.Count >= 6, string.Join('\n', notices.Select(n => n.Message)));
        Assert.Contains(notices, n => n.Message.Contains("user and password", StringComparison.Ordinal));
        Assert.Contains(Mark, string.Concat(mail.Credentials), StringComparison.Ordinal);
        Assert.All(notices, n => Clean(n + n.Message));
        Assert.All(live.Notices, n => Clean(n + n.Message));
        live.Statuses.Send(isFinal: true);
        Clean(StatusJson.Write(live.Statuses.Newest!));
        live.Dispose();
        SearchFiles();
    }

    [Fact]
    public async Task A_replay_that_sends_alerts_has_none_of_them_in_files_events_or_summary()
    {
        using var server = new HttpServer([.. Enumerable.Repeat(new Reply(404, Mark), 300)]);
        Set(server.Address, server.Address);
        foreach (var (name, value) in _values) Environment.SetEnvironmentVariable("AXFL_TEST_" + name, value);
        var file = _folder.File("sessions.yaml", SessionsFiles.Small + """

              alerts:
                in_replay: true
                channels: [{kind: webhook, url: env:AXFL_TEST_REFUSING, secret: env:AXFL_TEST_SECRET}, {kind: telegram, token: env:AXFL_TEST_BAD_TOKEN, chat: env:AXFL_TEST_CHAT}]
            """.Replace("\n            ", "\n", StringComparison.Ordinal));
        try
        {
            await using var run = new AxflRuntime().Start(new RunRequest
            {
                SessionsPath = file, Source = "simulated", Since = new DateTime(2026, 1, 12, 0, 0, 0, DateTimeKind.Utc), Until = new DateTime(2026, 1, 16, 0, 0, 0, DateTimeKind.Utc),
                OutputDirectory = _folder.Path, WorkingDirectory = _folder.Path, RunId = "a",
            }, CancellationToken.None);
            await foreach (var item in run.Events) Clean(item.ToString() + (item as NoticeEvent)?.Message);
            var summary = await run.Completion;
            Clean(summary.ToString());
            Assert.True(server.Asked.Count > 0);
            Assert.Contains("\"alerts\":{\"sent\":", File.ReadAllText(Directory.GetFiles(run.Directory, RunFiles.StatusPattern)[0]), StringComparison.Ordinal);
        }
        finally
        {
            foreach (var name in _values.Keys) Environment.SetEnvironmentVariable("AXFL_TEST_" + name, null);
        }

        SearchFiles();
    }

    [Fact]
    public async Task A_test_of_the_channels_says_how_each_answered_and_nothing_else()
    {
        using var server = new HttpServer(Reply.Ok, new Reply(403, Mark));
        Set(server.Address, server.Address);
        var plan = SessionsFiles.Load(SessionsFiles.Small + """

              alerts: {channels: [{kind: slack, url: env:REFUSING}, {kind: telegram, token: env:BAD_TOKEN, chat: env:CHAT}, {kind: slack, url: env:NOWHERE}, {kind: ntfy, url: vault:ntfy}]}
            """.Replace("\n            ", "\n", StringComparison.Ordinal));
        var alerts = new AlertComposition(_values.GetValueOrDefault, TimeProvider.System);
        var answers = await alerts.Test(plan, new RunRequest { Vault = _ => new Secret(server.Address) }, [], CancellationToken.None);
        Assert.Equal(
            [("slack", "slack"), ("telegram", "telegram"), ("slack-2", "slack"), ("ntfy", "ntfy")], answers.Select(a => (a.Channel, a.Kind)));
        Assert.Equal("its token is not one of a telegram bot (digits, a colon, letters)", answers[1].Answer);
        Assert.Equal("the environment variable NOWHERE is not set", answers[2].Answer);
        Assert.Equal(["HTTP 200", "HTTP 403"], ((string[])[answers[0].Answer, answers[3].Answer]).Order(StringComparer.Ordinal));
        Assert.Equal([1, 3], [answers.Count(a => a.Ok), answers.Count(a => !a.Ok)]);
        Assert.All(answers, a => Clean(a.ToString()));
        Assert.Equal("slack-2", Assert.Single(await alerts.Test(plan, new RunRequest(), ["slack-2"], CancellationToken.None)).Channel);
        var unknown = await Assert.ThrowsAsync<AxflException>(() => alerts.Test(plan, new RunRequest(), ["slak"], CancellationToken.None));
        Assert.Equal(("AlertChannelUnknown", "There is no channel 'slak'; the profile has slack, telegram, slack-2, ntfy. Did you mean 'slack'?"), (unknown.ErrorId, unknown.Message));
        Assert.Equal("AlertsNotConfigured", (await Assert.ThrowsAsync<AxflException>(() => alerts.Test(SessionsFiles.Load(SessionsFiles.Small), new RunRequest(), [], CancellationToken.None))).ErrorId);
    }

    public void Dispose() => _folder.Dispose();

    private void Set(string refusing, string dropping)
    {
        _values["REFUSING"] = refusing;
        _values["DROPPING"] = dropping;
        _values["BAD_TOKEN"] = "s3cret bot/token";
        _values["CHAT"] = Sample.Chat;
        _values["SECRET"] = Sample.HookSecret;
        _values["USER"] = Sample.User;
        _values["PASSWORD"] = Sample.Password;
    }

    private void SearchFiles()
    {
        var files = Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories);
        Assert.Contains(files, f => f.EndsWith(RunFiles.Plan, StringComparison.Ordinal));
        foreach (var file in files) Clean(System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file)));
    }

    private static void Clean(string? text) => Assert.DoesNotContain(Mark, text ?? "", StringComparison.OrdinalIgnoreCase);
}
