using Axfl.Contracts;
using Axfl.LiveHost;
using Axfl.Providers.Common;
using Axfl.Runs.Events;
using Axfl.Runs.Files;
using Axfl.Runs.Fold;
using Axfl.Runs.Journal;
using Axfl.Runs.Live;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Live;

public sealed class LiveRunTests : IDisposable
{
    private static readonly DateTimeOffset T0 = DateTimeOffset.FromUnixTimeMilliseconds(MadeTicks.Start);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly SteppedClock _time = new(T0);
    private readonly ScriptedFeed _feed = new();

    public LiveRunTests() => File.WriteAllText(_folder["made.yaml"], DirectLive.Sessions);

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    [Fact]
    public async Task The_first_status_comes_before_the_first_price_and_says_what_is_missing()
    {
        await using var run = Start();
        var status = await Next<StatusEvent>(run);
        Assert.False(status.Status.Ok);
        Assert.Contains("connecting", status.Status.Error, StringComparison.Ordinal);
        Assert.Equal(("ws", "finnhub", "2026-01-13", "connecting"), (status.Status.Mode, status.Status.Source, status.Status.Day, status.Status.Ws.State));
    }

    [Fact]
    public async Task Connected_with_fresh_prices_it_is_ok_and_measures_its_latency()
    {
        await using var run = Start();
        _feed.Say(new StateEvent(Now, FeedState.Live, "Connected."));
        Price(0, 1.1);
        Price(1, 1.2);
        var status = await Status(run, s => s.Ok);
        Assert.True(status.Ws.Connected);
        Assert.NotNull(status.Ws.LatencyP99Ms);
        Assert.Null(status.Error);
        Assert.All(status.Data, d => Assert.False(d.Stale));
    }

    [Fact]
    public async Task A_lost_line_is_an_error_in_the_status_until_prices_are_back()
    {
        await using var run = Start();
        _feed.Say(new StateEvent(Now, FeedState.Live, "Connected."));
        Price(0, 1.1);
        Price(1, 1.2);
        await Status(run, s => s.Ok);
        _feed.Say(new StateEvent(Now, FeedState.BackingOff, "The line broke.", FeedErrorClass.Transient, TimeSpan.FromSeconds(2)));
        var lost = await Status(run, s => !s.Ok);
        Assert.Equal("backing off", lost.Ws.State);
        Assert.Contains("The line broke.", lost.Error, StringComparison.Ordinal);
        Assert.All(lost.Data, d => Assert.False(d.Stale));
        await Pass(TimeSpan.FromSeconds(61));
        var old = await Status(run, s => s.Data.All(d => d.Stale));
        Assert.Equal("backing off", old.Ws.State);
        _feed.Say(new StateEvent(Now, FeedState.Live, "Connected."));
        Price(0, 1.1);
        var half = await Status(run, s => s.Ws.State == "live");
        Assert.Contains("GBPUSD", half.Error, StringComparison.Ordinal);
        Price(1, 1.2);
        await Status(run, s => s.Ok);
    }

    [Fact]
    public async Task A_lost_feed_is_an_event_with_its_facts_and_a_note_in_the_journal()
    {
        await using var run = Start("lost");
        var at = Now;
        _feed.Say(new StateEvent(at, FeedState.BackingOff, "The line broke.", FeedErrorClass.Transient, TimeSpan.FromSeconds(2.5)));
        var lost = await Next<FeedLost>(run);
        Assert.Equal((at, "backing off", "The line broke.", TimeSpan.FromSeconds(2.5), NoticeLevel.Warning), (lost.Time, lost.State, lost.Detail, lost.RetryIn!.Value, lost.Level));
        Assert.Equal($"{EventTime.ToIso(at)} {lost.Feed}: backing off. The line broke. Next try in 2.5 s.", lost.Message);
        run.Stop();
        await run.Completion.WaitAsync(Patience);
        var journal = string.Concat(Directory.GetFiles(Path.Combine(run.Directory, "journal"), "*.jsonl").Select(File.ReadAllText));
        Assert.Contains("\"state\":\"backing off\",\"detail\":\"The line broke.\"", journal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bars_close_by_the_clock_without_another_price()
    {
        await using var run = Start();
        _feed.Say(new StateEvent(Now, FeedState.Live, "Connected."));
        await Pass(TimeSpan.FromSeconds(60));
        Price(0, 1.1);
        Price(1, 1.2);
        var status = await Status(run, s => s.Data[0].Bars >= 1);
        Assert.InRange(EventTime.FromDateTime(status.Now), MadeTicks.Start + 60_000, MadeTicks.Start + 60_000);
    }

    [Fact]
    public async Task Who_is_told_hears_of_start_clock_events_and_end_and_is_waited_for_before_the_run_is_let_go_of()
    {
        var told = new ToldAlerts();
        await using var run = LiveRun.Start(Request() with { RunId = "told" }, Churn, Ports(_feed) with { Alerts = asked => told.Of(asked) }, CancellationToken.None);
        _feed.Say(new StateEvent(Now, FeedState.Live, "Connected."));
        Price(0, 1.1);
        Price(1, 1.2);
        Assert.Equal(new AlertStatus(1, 2, 3), (await Status(run, s => s.Ok)).Alerts);
        run.Stop();
        while (!told.Heard.Contains("closing")) await Task.Yield();
        Assert.True(File.Exists(Path.Combine(run.Directory, "run.lock")));
        Assert.True(File.Exists(Path.Combine(run.Directory, RunFiles.Summary)));
        told.Done.SetResult();
        await run.Completion.WaitAsync(Patience);
        Assert.False(File.Exists(Path.Combine(run.Directory, "run.lock")));
        string[] heard = [.. told.Heard];
        Assert.True(Array.IndexOf(heard, "started") < Array.FindIndex(heard, h => h.StartsWith("clock", StringComparison.Ordinal)));
        Assert.Equal(["clock True", "ended asked to stop False", "closing"], heard.Where(h => h is not ("started" or "clock False" or "released")).Where(h => !h.StartsWith("event", StringComparison.Ordinal)).Distinct());
        Assert.Contains("event FeedUp", heard);
        // What was told is let out when it is on the disk.
        Assert.True(Array.LastIndexOf(heard, "released") > Array.IndexOf(heard, "ended asked to stop False"));
        Assert.Equal((true, "told"), (told.Run!.IsLive, told.Run.RunId));
    }

    [Fact]
    public async Task A_stop_leaves_complete_files_and_no_lock()
    {
        await using var run = Start("a");
        await Next<StatusEvent>(run);
        run.Stop();
        var summary = await run.Completion.WaitAsync(Patience);
        Assert.Equal("ws", summary.Mode);
        Assert.True(new JournalCheck(run.Directory, Churn).Run(null, CancellationToken.None) is { Ok: true, Ended: true });
        Assert.Equal(
            ["decisions.jsonl", "halts.jsonl", "now.json", "plan.yaml", "portfolio_live_20260113.jsonl", "summary.json", "trades.csv"],
            Directory.GetFiles(run.Directory).Select(Path.GetFileName).Order());
        Assert.True(_feed.IsDisposed);
    }

    [Fact]
    public async Task It_ends_at_its_end()
    {
        await using var run = Start(until: T0.UtcDateTime.AddMinutes(5));
        await Next<StatusEvent>(run);
        await Pass(TimeSpan.FromMinutes(6));
        await run.Completion.WaitAsync(Patience);
    }

    [Fact]
    public async Task It_ends_with_the_last_session_of_the_day_when_asked_to()
    {
        File.WriteAllText(_folder["made.yaml"], DirectLive.Sessions.Replace("""{start: "00:00", end: "24:00"}""", """{start: "07:00", end: "07:05"}""", StringComparison.Ordinal));
        await using var run = LiveRun.Start(Request() with { StopAtSessionEnd = true }, Churn, Ports(_feed), CancellationToken.None);
        await Next<StatusEvent>(run);
        await Pass(TimeSpan.FromMinutes(4));
        Assert.False(run.Completion.IsCompleted);
        await Pass(TimeSpan.FromMinutes(2));
        await run.Completion.WaitAsync(Patience);
        using var reader = new JournalReader(run.Directory);
        var line = new JournalLine();
        while (reader.Read(out var text)) line.Parse(text);
        Assert.Equal("the last session ended at 2026-01-13T07:05:00Z", line.Texts["detail"]);
    }

    [Fact]
    public void Without_a_session_within_a_day_there_is_no_end_to_stop_at()
    {
        File.WriteAllText(_folder["made.yaml"], DirectLive.Sessions.Replace("""end: "24:00"}""", """end: "24:00", days: [Fri]}""", StringComparison.Ordinal));
        var error = Assert.Throws<AxflException>(() => LiveRun.Start(Request() with { StopAtSessionEnd = true }, Churn, Ports(_feed), CancellationToken.None));
        Assert.Equal("SessionNotFound", error.ErrorId);
        Assert.False(Directory.Exists(_folder["runs"]));
    }

    [Fact]
    public async Task A_feed_that_has_failed_ends_the_run_as_an_error_of_the_feed()
    {
        await using var run = Start();
        _feed.Say(new StateEvent(Now, FeedState.Failed, "The key was refused.", FeedErrorClass.Auth));
        _feed.End();
        var error = await Assert.ThrowsAsync<FeedException>(() => run.Completion.WaitAsync(Patience));
        Assert.Equal((ErrorKind.Feed, FeedErrorClass.Auth), (error.Kind, error.ErrorClass));
        Assert.Contains("The key was refused.", error.Message, StringComparison.Ordinal);
        Assert.False(run.Status!.Ok);
        Assert.False(File.Exists(Path.Combine(run.Directory, RunFiles.Lock)));
    }

    [Fact]
    public async Task A_journal_that_another_program_changes_ends_the_run_with_the_line_and_exit_code_4()
    {
        await using var run = Start();
        await Next<StatusEvent>(run);
        var path = new JournalFiles(run.Directory).Segment(1);
        _feed.Say(new StateEvent(Now, FeedState.Live, "Connected."));
        for (Task<DateTimeOffset> look; await Task.WhenAny(run.Completion, look = Look()) == look;)
        {
            using (var other = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
            {
                var bytes = new byte[other.Length];
                other.ReadExactly(bytes);
                other.Position = bytes.AsSpan(0, bytes.Length - 1).LastIndexOf((byte)'\n') + 3;
                other.WriteByte((byte)'!');
            }

            _time.MoveTo(await look);
        }

        var error = await Assert.ThrowsAsync<AxflException>(() => run.Completion);
        Assert.Equal(("JournalNotHeld", ErrorKind.Output), (error.ErrorId, error.Kind));
        Assert.True(error.Line >= 1, error.Message);
        Assert.Contains(path, run.Status!.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_queue_that_overflows_ends_the_run_and_its_last_status_says_so()
    {
        await using var run = Start();
        _feed.End(new FeedException("FeedQueueOverflow", FeedErrorClass.BadRequest, "65,536 events wait."));
        await Assert.ThrowsAsync<FeedException>(() => run.Completion.WaitAsync(Patience));
        Assert.Equal((false, "65,536 events wait."), (run.Status!.Ok, run.Status.Error));
    }

    [Fact]
    public async Task The_newest_live_run_is_the_one_resumed()
    {
        await using (var first = Start("a"))
        {
            await Next<StatusEvent>(first);
            first.Stop();
            await first.Completion.WaitAsync(Patience);
        }

        var feed = new ScriptedFeed();
        await using var again = LiveRun.Start(Request() with { Resume = true }, Churn, Ports(feed), CancellationToken.None);
        Assert.Equal("a", again.RunId);
        var resumed = await Next<RunResumed>(again);
        Assert.Equal(("a", 0, NoticeLevel.Information), (resumed.Run, resumed.Trades, resumed.Level));
        Assert.StartsWith($"Run a resumes from {resumed.Lines} lines of its journal, which ended ", resumed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv", "SourceUnfit")]
    [InlineData("auto", "FeedNotConfigured")]
    public void A_source_without_live_prices_is_refused_before_any_file_is_written(string source, string error)
    {
        var ports = Ports(_feed) with { Feed = (request, plan) => LiveSources.Feed(request, plan, _ => null, _time) };
        Assert.Equal(error, Assert.Throws<AxflException>(() => LiveRun.Start(Request() with { Source = source }, Churn, ports, CancellationToken.None)).ErrorId);
        Assert.False(Directory.Exists(_folder["runs"]));
    }

    public void Dispose() => _folder.Dispose();

    private static StrategyDefinition[] Churn => [StrategyCatalogue.FromType(typeof(ChurnStrategy), "tests")];

    private LivePorts Ports(ITickFeed feed) => new((_, _) => feed, (_, _, _) => (null, "No history is configured."), "here", _time);

    private RunRequest Request() => new()
    {
        Mode = "ws", SessionsPath = _folder["made.yaml"], Profile = "made", OutputDirectory = _folder.Path, WorkingDirectory = _folder.Path,
    };

    private LiveRun Start(string? id = null, DateTime? until = null) =>
        LiveRun.Start(Request() with { RunId = id, Until = until }, Churn, Ports(_feed), CancellationToken.None);

    // Three prices that agree: the first of a run are not believed before.
    private void Price(int symbol, double price)
    {
        for (var i = 1; i <= PriceGuard.Witnesses; i++)
            _feed.Say(new TickEvent(Now, symbol, new Tick(Now + i, price), false) { Timestamp = _time.GetTimestamp() });
    }

    // Statuses are made by the clock: it goes on from look to look of the run, each of which is over when the next is waited for.
    private async Task<PortfolioStatus> Status(LiveRun run, Func<PortfolioStatus, bool> which)
    {
        var last = _time.GetUtcNow().AddHours(1);
        while (true)
        {
            var look = await Look();
            if (run.Status is { } status && which(status)) return status;
            Assert.False(run.Completion.IsCompleted, "The run ended.");
            Assert.True(look < last, $"No such status came within an hour: {run.Status?.Error}");
            _time.MoveTo(look);
        }
    }

    private async Task Pass(TimeSpan time)
    {
        await Look();
        _time.Advance(time);
    }

    private async Task<DateTimeOffset> Look()
    {
        using var limit = new CancellationTokenSource(Patience);
        await _feed.Taken();
        return await _time.Waits(length => length == LiveSignals.ClockEvery, limit.Token);
    }

    private static async Task<T> Next<T>(LiveRun run, Func<T, bool>? which = null)
        where T : RunEvent
    {
        using var limit = new CancellationTokenSource(Patience);
        await foreach (var item in run.Events.WithCancellation(limit.Token))
            if (item is T found && (which is null || which(found))) return found;
        throw new InvalidOperationException("The run ended.");
    }
}
