using Axfl.Contracts;
using Axfl.Engine.Status;
using Axfl.LiveHost;
using Axfl.Providers.Common;
using Axfl.Runs.Backtest;
using Axfl.Runs.Files;
using Axfl.Runs.Fold;
using Axfl.Runs.Journal;
using Axfl.Runs.Live;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Live;

public sealed class ResumeTests : IDisposable
{
    private static readonly StrategyDefinition[] Churn = [StrategyCatalogue.FromType(typeof(ChurnStrategy), "tests")];
    private readonly TemporaryFolder _folder = new();
    private readonly List<(int Symbol, Tick Tick)> _ticks = MadeTicks.Of(7, 4000, 2);

    private string Run => Path.Combine(_folder.Path, "runs", "a");

    private string Segment => new JournalFiles(Run).Segment(1);

    [Fact]
    public void A_run_stopped_in_order_goes_on_with_its_positions_ids_and_daily_numbers()
    {
        PortfolioView before;
        int trades;
        using (var live = Begin(2000))
        {
            live.Finish();
            before = live.Session.Fold.Engine.View();
            trades = live.Session.Recorder.Trades.Count;
        }

        using var resumed = DirectLive.Resume(_folder.Path, "a", _ticks);
        var after = resumed.Session.Fold.Engine.View();
        Assert.Equal(before.Today, after.Today);
        Assert.Equal(before.Positions, after.Positions);
        Assert.Equal(before.Pending, after.Pending);
        Assert.Equal(before.Equity, after.Equity);
        for (var i = 2000; i < _ticks.Count; i++) resumed.Feed(_ticks[i].Symbol, _ticks[i].Tick);
        resumed.Finish();
        var ids = RunTrades.Read(Run).Select(t => t.TradeId).ToList();
        Assert.NotEmpty(RunDecisions.Read(Run));
        Assert.Equal(Enumerable.Range(1, ids.Count), ids);
        Assert.True(ids.Count > trades);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Counts_of_prices_that_were_not_used_go_on(bool cutsJournal)
    {
        using (var live = Begin(100))
        {
            // The first is noted at once, the others when the process ends.
            for (var i = 0; i < 3; i++) Ahead(live);
            Assert.Equal(3, Rejected(live));
            if (cutsJournal) Assert.Null(live.Session.Cut());
            Assert.Equal(3, Rejected(live));
            live.SettleRejects();
            live.Finish();
        }

        using var resumed = DirectLive.Resume(_folder.Path, "a", _ticks);
        Assert.Equal(3, Rejected(resumed));
        Ahead(resumed);
        Assert.Equal(4, Rejected(resumed));
    }

    [Fact]
    public void A_process_that_is_killed_loses_the_counts_since_the_last_note_alone()
    {
        using (var live = Begin(100))
        {
            for (var i = 0; i < 3; i++) Ahead(live);
            live.Finish();
        }

        using var resumed = DirectLive.Resume(_folder.Path, "a", _ticks);
        Assert.Equal(1, Rejected(resumed));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Files_torn_by_a_full_disk_go_on_from_their_last_whole_lines(bool cutsJournal)
    {
        string[] names = [RunFiles.Trades, RunFiles.Decisions];
        string journal;
        using (var live = Begin(3000))
        {
            if (cutsJournal) Assert.Null(live.Session.Cut());
            for (var i = 3000; i < 3500; i++) live.Feed(_ticks[i].Symbol, _ticks[i].Tick);
            live.Finish();
            journal = new JournalFiles(Run).Segment(cutsJournal ? 2 : 1);
        }

        var whole = names.ToDictionary(n => n, n => File.ReadAllText(Path.Combine(Run, n)));
        foreach (var file in names.Select(n => Path.Combine(Run, n)).Append(journal))
        {
            using var stream = File.OpenWrite(file);
            stream.SetLength(stream.Length - 9);
        }

        using (var resumed = DirectLive.Resume(_folder.Path, "a", _ticks))
        {
            Assert.Contains(resumed.Session.Notices, n => n.Message.Contains("The last line of the journal was incomplete", StringComparison.Ordinal));
            resumed.Finish();
        }

        foreach (var name in names) Assert.Equal(whole[name], File.ReadAllText(Path.Combine(Run, name)));
        Assert.True(new JournalCheck(Run, Churn).Run(null, CancellationToken.None).Ok);
    }

    [Fact]
    public void Results_a_killed_process_had_no_time_to_write_are_written_on_resume()
    {
        using (var live = Begin(4000)) live.Finish();
        var lines = File.ReadAllLines(Segment);
        var trade = Array.FindIndex(lines, l => l.Contains("\"k\":\"trade\"", StringComparison.Ordinal));
        File.WriteAllText(Segment, string.Join('\n', lines[..trade]) + "\n" + lines[trade][..40]);
        using (var resumed = DirectLive.Resume(_folder.Path, "a", _ticks)) resumed.Finish();
        Assert.Equal(lines[trade], File.ReadAllLines(Segment)[trade]);
        Assert.Single(TradesCsv.Read(Path.Combine(Run, RunFiles.Trades)));
    }

    [Fact]
    public void A_journal_whose_results_no_longer_follow_is_refused_and_the_trades_stay()
    {
        using (var live = Begin(3000)) live.Finish();
        var trades = File.ReadAllText(Path.Combine(Run, RunFiles.Trades));
        var other = Churn[0] with { Create = _ => new Silent() };
        var error = Assert.Throws<AxflException>(() => LiveSession.Resume(new RunRequest { Mode = "ws" }, Run, [other], "here", 0, _ => { }));
        Assert.Equal("JournalDisagrees", error.ErrorId);
        Assert.Equal(trades, File.ReadAllText(Path.Combine(Run, RunFiles.Trades)));
        Assert.False(File.Exists(Path.Combine(Run, RunFiles.Lock)));
    }

    [Fact]
    public void A_plan_that_was_changed_is_refused()
    {
        using (var live = Begin(10)) live.Finish();
        File.AppendAllText(Path.Combine(Run, RunFiles.Plan), "\n");
        Assert.Equal("JournalPlanChanged", Refusal("here").ErrorId);
    }

    [Fact]
    public void A_run_belongs_to_one_process_at_a_time()
    {
        using var live = Begin(10);
        var error = Refusal("here");
        Assert.Equal("RunLocked", error.ErrorId);
        Assert.Contains(Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_left_by_a_process_that_is_gone_is_taken_over_and_said()
    {
        using (var live = Begin(10)) live.Finish();
        File.WriteAllText(Path.Combine(Run, RunFiles.Lock), """{"pid":"999999","host":"here"}""");
        using var session = LiveSession.Resume(new RunRequest { Mode = "ws" }, Run, Churn, "here", 0, _ => { });
        Assert.Contains(session.Notices, n => n.Message.Contains("999999", StringComparison.Ordinal));
    }

    [Fact]
    public void A_lock_of_another_machine_is_respected()
    {
        using (var live = Begin(10)) live.Finish();
        File.WriteAllText(Path.Combine(Run, RunFiles.Lock), """{"pid":"17","host":"elsewhere"}""");
        var error = Refusal("here");
        Assert.Equal("RunLocked", error.ErrorId);
        Assert.Contains("elsewhere", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replay_of_the_journal_gives_the_same_ledger()
    {
        string ledger;
        using (var live = Begin(4000)) ledger = live.Finish();
        await using var replay = Replays.Start(
            new RunRequest { Source = "journal", DataPath = [Run], OutputDirectory = _folder.Path, WorkingDirectory = _folder.Path, RunId = "again" }, Churn,
            TimeProvider.System, CancellationToken.None);
        await foreach (var _ in replay.Events)
        {
            // To the end.
        }

        Assert.Equal(ledger, (await replay.Completion).LedgerHash);
        Assert.Equal(File.ReadAllText(Path.Combine(Run, RunFiles.Trades)), File.ReadAllText(Path.Combine(_folder.Path, "runs", "again", RunFiles.Trades)));
    }

    public void Dispose() => _folder.Dispose();

    private AxflException Refusal(string host) =>
        Assert.Throws<AxflException>(() => LiveSession.Resume(new RunRequest { Mode = "ws" }, Run, Churn, host, 0, _ => { }));

    private static void Ahead(DirectLive live) => live.Say(new TickEvent(live.Now, 1, new Tick(live.Now + 28_000, 1.1), false));

    private static long Rejected(DirectLive live) => live.Statuses.Data(live.Now)[1].Rejected;

    private DirectLive Begin(int count)
    {
        var live = DirectLive.Begin(_folder.Path, "a", _ticks);
        for (var i = 0; i < count; i++) live.Feed(_ticks[i].Symbol, _ticks[i].Tick);
        return live;
    }

    private sealed class Silent : IStrategy
    {
        public void OnBar(in Bar bar, IOrderDesk desk)
        {
            // Never trades.
        }
    }
}
