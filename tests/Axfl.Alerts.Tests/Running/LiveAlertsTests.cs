using System.Text.Json;
using Axfl.Alerts.Delivery;
using Axfl.Alerts.Messages;
using Axfl.Alerts.Tests.Servers;
using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.LiveHost;
using Axfl.Providers.Common;
using Axfl.Runs.Alerts;
using Axfl.Runs.Events;
using Axfl.Runs.Files;
using Axfl.Runs.Live;
using Axfl.Testing;

namespace Axfl.Alerts.Tests.Running;

/// <summary>Alerts of a live run whose prices a test gives, to a webhook of this machine.</summary>
public sealed class LiveAlertsTests : IDisposable
{
    private const int Ticks = 1500;

    private readonly TemporaryFolder _folder = new();
    private readonly List<(int Symbol, Tick Tick)> _ticks = MadeTicks.Of(7, Ticks, 2);
    private readonly SteppedClock _clock = new(DateTimeOffset.FromUnixTimeMilliseconds(MadeTicks.Start));
    private readonly List<NoticeEvent> _notices = [];

    [Fact]
    public async Task A_run_tells_of_its_start_its_trades_its_digest_and_its_end_and_notes_what_was_sent()
    {
        using var server = new HttpServer();
        using var live = Begin("a", "[start, stop, trade, digest]");
        var alerts = Attach(live, server, isResumed: false);
        Feed(live, 0, Ticks);
        alerts.OnEnded(live.Now, "asked to stop", isFault: false);
        alerts.Release();
        await alerts.Close();
        var told = server.Asked.Select(Parse).ToList();
        var trades = live.Session.Recorder.Trades;
        Assert.NotEmpty(trades);
        Assert.Equal(("start", "started"), (told[0].Event, told[0].Action));
        Assert.Equal(trades.Select(t => $"a/closed/{t.TradeId}"), told.Where(t => t.Action == "closed").Select(t => t.Id));
        Assert.Equal(trades.Count + live.Session.Fold.Engine.View().Positions.Count, told.Count(t => t.Action == "opened"));
        Assert.Equal(["a/digest/" + (MadeTicks.Start + 600_000)], told.Where(t => t.Event == "digest").Select(t => t.Id).Take(1));
        Assert.Equal(("stop", "ended", "asked to stop"), (told[^1].Event, told[^1].Action, told[^1].Facts.GetProperty("reason").GetString()));
        var first = trades[0];
        var closed = told.Single(t => t.Id == "a/closed/1");
        Assert.Equal(
            FormattableString.Invariant($"{first.Symbol} churn closed {first.Side} {first.Units:0.####} at {first.Exit:0.0#####} ({first.Reason}): {first.R:+0.00;-0.00;0.00}R, {first.Pnl:+0.00;-0.00;0.00}; day {first.R:+0.00;-0.00;0.00}R"), closed.Text);
        Assert.Equal((first.Units, Math.Round(first.R, 4)), (closed.Facts.GetProperty("units").GetDouble(), closed.Facts.GetProperty("day_r").GetDouble()));
        Assert.Equal(new AlertStatus(told.Count, 0, 0), alerts.Counts);
        Assert.Equal(told.Select(t => (t.Id, "webhook")), Sent("a"));
        Assert.All(told, t => Assert.False(t.Late));
    }

    [Fact]
    public async Task Nothing_goes_out_before_it_is_on_the_disk()
    {
        using var server = new HttpServer();
        using var live = Begin("a", "[start]");
        var alerts = Attach(live, server, isResumed: false);
        var path = Path.Combine(live.Session.Directory.Path, "alerts.jsonl");
        Assert.Empty(server.Asked);
        Assert.False(File.Exists(path));
        live.Session.Settle();
        Assert.Equal("started", Parse(await server.Next()).Action);
        await alerts.Close();
    }

    [Fact]
    public async Task After_a_kill_what_was_not_sent_in_the_last_minutes_is_sent_late_once_and_older_ones_are_counted()
    {
        string[] all;
        using (var server = new HttpServer())
        using (var whole = Begin("whole", "[trade, order]"))
        {
            var alerts = Attach(whole, server, isResumed: false);
            Feed(whole, 0, Ticks);
            await alerts.Close();
            all = [.. server.Asked.Select(a => Parse(a).Id.Replace("whole/", "a/", StringComparison.Ordinal))];
        }

        // The third request hangs when the process is killed.
        string inFlight;
        using (var server = new HttpServer(Reply.Ok, Reply.Ok, Reply.Hang))
        using (var killed = Begin("a", "[trade, order]"))
        {
            Attach(killed, server, isResumed: false);
            Feed(killed, 0, Ticks);
            await server.Next();
            await server.Next();
            inFlight = Parse(await server.Next()).Id;
        }

        var sent = Sent("a");
        Assert.Equal(all.Take(2), sent.Select(s => s.Event));
        using var again = new HttpServer();
        using var resumed = DirectLive.Resume(_folder.Path, "a", _ticks);
        var late = Attach(resumed, again, isResumed: true);
        await late.Close();
        var told = again.Asked.Select(Parse).ToList();
        Assert.NotEmpty(told);
        Assert.All(told, t => Assert.True(t.Late));
        var until = resumed.Session.Fold.Now;
        Assert.All(told, t => Assert.InRange(t.Time, until - 900_000, until));
        // What is told late and what is only counted are together all that was not sent, each once.
        Assert.Equal(told.Count, told.Select(t => t.Id).Distinct().Count());
        Assert.Empty(told.Select(t => t.Id).Except(all.Skip(2)));
        Assert.Contains(inFlight, all);
        Assert.Equal(all.Length - 2, told.Count + late.Counts.Dropped);
        Assert.True(late.Counts.Dropped > 0);
        Assert.Contains(_notices, n => n.Message.StartsWith($"Alerts: {Counted.Of(told.Count, "message")}", StringComparison.Ordinal));

        // A second resume has nothing of it left to send.
        using var nothing = new HttpServer();
        resumed.Dispose();
        using var twice = DirectLive.Resume(_folder.Path, "a", _ticks);
        var quiet = Attach(twice, nothing, isResumed: true);
        await quiet.Close();
        Assert.Empty(nothing.Asked);
    }

    [Fact]
    public async Task After_a_kill_starts_and_digests_that_were_not_sent_are_sent_late_too()
    {
        var until = _ticks.FindIndex(static t => t.Tick.Time >= MadeTicks.Start + (12 * EventTime.Minute));
        using (var server = new HttpServer(Reply.Hang))
        using (var killed = Begin("told", "[start, digest]"))
        {
            Attach(killed, server, isResumed: false);
            Feed(killed, 0, until);
            Assert.Equal("started", Parse(await server.Next()).Action);
        }

        using var again = new HttpServer();
        using (var resumed = DirectLive.Resume(_folder.Path, "told", _ticks))
        {
            var late = Attach(resumed, again, isResumed: true);
            resumed.Session.Settle();
            await late.Close();
        }

        Assert.Equal([("started", true), ("digest", true), ("resumed", false)], again.Asked.Select(Parse).Select(static t => (t.Action, t.Late)));
    }

    [Fact]
    public async Task A_calendar_that_cannot_be_read_or_lacks_the_week_is_told_and_one_that_is_whole_is_not()
    {
        using var server = new HttpServer();
        using var live = Begin("a", "[guard]");
        var alerts = Attach(live, server, isResumed: false);
        alerts.OnEvent(new CalendarChanged(live.Now, 40, null));
        alerts.OnEvent(new CalendarChanged(live.Now + 1, 0, "No event is left."));
        alerts.OnEvent(new CalendarNotRead(live.Now + 2, "line 3 is short."));
        alerts.Release();
        await alerts.Close();
        Assert.Equal(["calendar_lacking", "calendar_not_read"], server.Asked.Select(Parse).Select(static t => t.Action));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"Id\":\"a\",")]
    [InlineData("{}\nnull\n[1]\nnonsense")]
    public void A_damaged_list_of_messages_gives_what_can_be_read(string damage)
    {
        var path = Path.Combine(Directory.CreateDirectory(_folder.Path).FullName, RunFiles.MadeAlerts);
        var alert = new AlertWriter("a").Told(AlertEvents.Error, "failed", 7, "It failed.");
        new MadeAlerts(path).Add([alert, alert with { IsInFiles = true }]);
        File.AppendAllText(path, damage);
        Assert.Equal([alert.Id], new MadeAlerts(path).Read().Select(static a => a.Id));
        new MadeAlerts(path).Add([alert]);
        Assert.Equal(2, new MadeAlerts(path).Read().Count);
    }

    [Fact]
    public async Task A_stop_waits_less_than_five_seconds_for_what_is_queued_and_lets_the_rest_go()
    {
        using var server = new HttpServer(Reply.Hang);
        using var live = Begin("a", "[start, stop]");
        var alerts = Attach(live, server, isResumed: false);
        live.Session.Settle();
        await server.Next();
        alerts.OnEnded(live.Now, "asked to stop", isFault: false);
        alerts.Release();
        var closing = alerts.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await _clock.Pass(TimeSpan.FromSeconds(4.5), patience.Token);
        await closing.WaitAsync(patience.Token);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(MadeTicks.Start) + TimeSpan.FromSeconds(4.5), _clock.GetUtcNow());
        Assert.Equal(new AlertStatus(0, 0, 2), alerts.Counts);
    }

    [Fact]
    public async Task The_feed_is_told_of_once_when_it_is_lost_and_once_when_it_is_back_and_stale_symbols_too()
    {
        using var server = new HttpServer();
        using var live = Begin("a", "[feed]");
        var alerts = Attach(live, server, isResumed: false);
        live.Say(new StateEvent(live.Now, FeedState.Live, "Connected."));
        live.Say(new StateEvent(live.Now, FeedState.BackingOff, "The line broke.", FeedErrorClass.Transient, TimeSpan.FromSeconds(2)));
        live.Say(new StateEvent(live.Now, FeedState.Connecting, "Dialling."));
        live.Say(new StateEvent(live.Now, FeedState.BackingOff, "Still broken.", FeedErrorClass.Transient, TimeSpan.FromSeconds(4)));
        live.Say(new StateEvent(live.Now, FeedState.Live, "Connected."));
        live.Feed(0, Tick.FromQuote(live.Now, 1.1, 1.10008));
        live.Clock(live.Now + 120_000);
        live.Clock(live.Now + 60_000);
        live.Feed(0, Tick.FromQuote(live.Now + 1000, 1.1, 1.10008));
        live.Clock(live.Now + 1000);
        live.Session.Settle();
        await alerts.Close();
        Assert.Equal(["backing_off", "back", "stale", "back"], server.Asked.Select(Parse).Where(t => !t.Text.Contains("GBPUSD", StringComparison.Ordinal)).Select(t => t.Action));
        Assert.Equal("feed backing off: made: The line broke.", Parse(server.Asked[0]).Text);
    }

    [Fact]
    public async Task A_heart_beats_while_the_run_is_healthy_and_only_then()
    {
        using var server = new HttpServer();
        using var live = Begin("a", "[error]", "heartbeat: {url: env:HOOK, every_s: 60}, ");
        var alerts = Attach(live, server, isResumed: false);
        alerts.OnClock(MadeTicks.Start, isHealthy: false);
        alerts.OnClock(MadeTicks.Start + 1000, isHealthy: true);
        Assert.Equal("GET", (await server.Next()).Method);
        alerts.OnClock(MadeTicks.Start + 60_999, isHealthy: true);
        // The answer to the first is in when a later look at the clock beats again.
        for (var now = MadeTicks.Start + 61_000; server.Asked.Count < 2; now += 60_000)
        {
            alerts.OnClock(now, isHealthy: true);
            await Task.Yield();
        }

        await alerts.Close();
        Assert.All(server.Asked, a => Assert.Equal("GET", a.Method));
    }

    [Fact]
    public async Task A_look_at_the_clock_and_the_release_of_nothing_allocate_nothing()
    {
        using var server = new HttpServer();
        using var live = Begin("a", "[trade]");
        var alerts = Attach(live, server, isResumed: false);
        alerts.OnClock(live.Now, isHealthy: true);
        alerts.Release();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++)
        {
            alerts.OnClock(live.Now, isHealthy: true);
            alerts.Release();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        await alerts.Close();
    }

    [Fact]
    public async Task A_channel_without_its_secret_is_off_and_the_run_says_so_and_goes_on()
    {
        using var live = Begin("a", "[trade]");
        var alerts = new AlertComposition(static _ => null, _clock.View()).Create(Run(live))!;
        live.Session.Alerts = alerts;
        alerts.OnStarted(live.Now);
        Feed(live, 0, 300);
        await alerts.Close();
        Assert.Equal("Alerts: webhook is off: the environment variable HOOK is not set.", Assert.Single(_notices).Message);
        Assert.Equal(new AlertStatus(0, 0, 0), alerts.Counts);
    }

    [Fact]
    public async Task A_fault_is_told_as_an_error_and_as_the_end()
    {
        using var server = new HttpServer();
        using var live = Begin("a", "[stop, error]");
        var alerts = Attach(live, server, isResumed: false);
        alerts.OnEnded(live.Now, "The disk is full.", isFault: true);
        alerts.Release();
        await alerts.Close();
        Assert.Equal([("error", "failed", "a failed: The disk is full."), ("stop", "failed", "a failed: The disk is full. 0 trades, 0.00R; day 0.00R")], server.Asked.Select(Parse).Select(t => (t.Event, t.Action, t.Text)));
    }

    public void Dispose() => _folder.Dispose();

    private DirectLive Begin(string run, string events, string more = "") => DirectLive.Begin(_folder.Path, run, _ticks, sessions: DirectLive.Sessions + $$"""

          alerts: {digest: {time: "07:10", timezone: UTC}, {{more}}channels: [{kind: webhook, url: env:HOOK, secret: env:HOOK_SECRET, events: {{events}}}]}
        """.Replace("\n        ", "\n", StringComparison.Ordinal));

    private IRunAlerts Attach(DirectLive live, HttpServer server, bool isResumed)
    {
        var values = new Dictionary<string, string> { ["HOOK"] = server.Address, ["HOOK_SECRET"] = Sample.HookSecret };
        var alerts = new AlertComposition(values.GetValueOrDefault, _clock.View()).Create(Run(live))!;
        live.Session.Alerts = alerts;
        if (isResumed) alerts.OnResumed(() => PastOfRun.Of(live.Session));
        alerts.OnStarted(live.Now);
        return alerts;
    }

    private AlertedRun Run(DirectLive live) => new(live.Session.Plan, live.Session.Directory.RunId, live.Session.Directory.Path, IsLive: true, new RunRequest(), _notices.Add);

    private void Feed(DirectLive live, int from, int until)
    {
        for (var i = from; i < until; i++) live.Feed(_ticks[i].Symbol, _ticks[i].Tick);
        live.Session.Settle();
    }

    private List<(string Event, string Channel)> Sent(string run) =>
    [
        .. File.ReadAllLines(Path.Combine(_folder.Path, "runs", run, RunFiles.Alerts)).Select(static line =>
        {
            using var json = JsonDocument.Parse(line);
            return (json.RootElement.GetProperty("event").GetString()!, json.RootElement.GetProperty("channel").GetString()!);
        }),
    ];

    private static Told Parse(HttpAsked asked)
    {
        var root = JsonDocument.Parse(asked.Body).RootElement;
        Assert.Equal(asked.Headers["X-Axfl-Event"], root.GetProperty("id").GetString());
        Assert.True(EventTime.TryParseIso(root.GetProperty("time").GetString()!, out var time));
        return new(
            root.GetProperty("id").GetString()!, root.GetProperty("event").GetString()!, root.GetProperty("action").GetString()!, time, root.GetProperty("late").GetBoolean(),
            root.GetProperty("text").GetString()!, root.GetProperty("facts"));
    }

    private sealed record Told(string Id, string Event, string Action, long Time, bool Late, string Text, JsonElement Facts);
}
