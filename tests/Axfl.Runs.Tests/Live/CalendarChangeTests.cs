using System.Globalization;
using Axfl.Contracts;
using Axfl.LiveHost;
using Axfl.Runs.Events;
using Axfl.Runs.Files;
using Axfl.Runs.Fold;
using Axfl.Runs.Journal;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Live;

/// <summary>The news calendar of a live run: its copy, its change at a clock event, and the same run again from the journal.</summary>
public sealed class CalendarChangeTests : IDisposable
{
    private const int Ticks = 4000;

    // All guards at once: their state is in snapshots too.
    private const string Sessions = """
        made:
          symbols: [EURUSD, GBPUSD]
          interval: 1m
          source: finnhub
          warmup_days: 0
          status_every_s: 20
          blackouts: [{start: "07:40", end: "07:43", flat: true}]
          news: {calendar: [news.csv], before_minutes: 3, after_minutes: 2, flat: true, flat_before_minutes: 1}
          risk: {per_strategy_daily_trades: null, per_strategy_daily_stop_r: -500, global_daily_stop_r: -1000, max_open_positions: null, max_currency_net: 1,
                 loss_streak: {losses: 1, pause_minutes: 2}, weights: {symbols: {GBPUSD: 0.5}}, risk_parity: {lookback_days: 1, floor: 0, cap: 1}, global_daily_target_r: 500}
          strategies: [{name: churn, windows: [{start: "00:00", end: "24:00"}]}]
        """;

    private static readonly StrategyDefinition[] Churn = [StrategyCatalogue.FromType(typeof(ChurnStrategy), "tests")];

    private readonly TemporaryFolder _folder = new();
    private readonly List<(int Symbol, Tick Tick)> _ticks = MadeTicks.Of(11, Ticks, 2);

    public CalendarChangeTests() => Write(15);

    [Fact]
    public void The_run_directory_has_a_copy_that_its_plan_names_and_the_journal_where_it_came_from()
    {
        using var live = DirectLive.Begin(_folder.Path, "a", _ticks, sessions: Sessions);
        var plan = File.ReadAllText(Path.Combine(Directory("a"), RunFiles.Plan));
        Assert.Contains("calendar: [\"calendar-1.csv\"]", plan, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(_folder["news.csv"]), File.ReadAllText(Path.Combine(Directory("a"), "calendar-1.csv")));
        Assert.Equal([_folder["news.csv"]], live.Session.CalendarPaths);
    }

    [Fact]
    public void A_change_is_looked_at_with_the_clock_and_is_an_input_with_hash_and_events()
    {
        using var live = DirectLive.Begin(_folder.Path, "a", _ticks, sessions: Sessions);
        live.Clock(MadeTicks.Start + 60_000);
        Assert.Empty(live.Notices.OfType<CalendarChanged>());
        Write(40);
        live.Clock(MadeTicks.Start + 61_000);
        Assert.Empty(live.Notices.OfType<CalendarChanged>());
        live.Clock(MadeTicks.Start + 120_000);
        Assert.Equal((MadeTicks.Start + 120_000, 2), (Assert.Single(live.Notices.OfType<CalendarChanged>()).Time, live.Notices.OfType<CalendarChanged>().Single().Count));
        Assert.Equal(MadeTicks.Start + 40 * 60_000, EventTime.FromDateTime(live.Session.Fold.Engine.News(live.Now)!.Next!.Value));
        live.Session.Journal.Flush();
        var line = Assert.Single(File.ReadAllLines(new JournalFiles(Directory("a")).Segment(1)), l => l.Contains("\"k\":\"calendar\"", StringComparison.Ordinal));
        Assert.Contains($"\"hash\":\"{live.Session.Fold.CalendarHash}\",\"on\":true,\"e\":[[", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_changes_nothing_and_is_told_once()
    {
        using var live = DirectLive.Begin(_folder.Path, "a", _ticks, sessions: Sessions);
        live.Clock(MadeTicks.Start + 60_000);
        File.WriteAllText(_folder["news.csv"], "time,currency,impact,title\n2026-01-13 07:40,USD,high,no zone\n");
        live.Clock(MadeTicks.Start + 120_000);
        live.Clock(MadeTicks.Start + 180_000);
        Assert.Contains("news.csv(2): '2026-01-13 07:40' has no zone", Assert.Single(live.Notices.OfType<CalendarNotRead>()).Message, StringComparison.Ordinal);
        Assert.Equal(MadeTicks.Start + 15 * 60_000, EventTime.FromDateTime(live.Session.Fold.Engine.News(live.Now)!.Next!.Value));
    }

    [Fact]
    public void A_file_with_other_content_of_the_same_size_and_time_is_seen()
    {
        using var live = DirectLive.Begin(_folder.Path, "a", _ticks, sessions: Sessions);
        live.Clock(MadeTicks.Start + 60_000);
        var before = new FileInfo(_folder["news.csv"]);
        var (length, written) = (before.Length, before.LastWriteTimeUtc);
        Write(40);
        File.SetLastWriteTimeUtc(_folder["news.csv"], written);
        Assert.Equal(length, new FileInfo(_folder["news.csv"]).Length);
        live.Clock(MadeTicks.Start + 120_000);
        Assert.Equal(NoticeLevel.Information, Assert.Single(live.Notices.OfType<CalendarChanged>()).Level);
        Assert.Equal(MadeTicks.Start + 40 * 60_000, EventTime.FromDateTime(live.Session.Fold.Engine.News(live.Now)!.Next!.Value));
    }

    [Fact]
    public void A_file_that_was_damaged_and_is_again_as_in_force_is_no_change_and_a_second_damage_is_told_again()
    {
        using var live = DirectLive.Begin(_folder.Path, "a", _ticks, sessions: Sessions);
        for (var minute = 1; minute < 7; minute++)
        {
            if (minute % 2 == 0) File.Delete(_folder["news.csv"]);
            else Write(15);
            live.Clock(MadeTicks.Start + minute * 60_000);
        }

        Assert.Equal(3, live.Notices.OfType<CalendarNotRead>().Count());
        Assert.Empty(live.Notices.OfType<CalendarChanged>());
    }

    [Theory]
    [InlineData("allow", "", "0 events in force. Nothing is known of this week: entries are taken as if there were no news (missing: allow). Bring the files up to date")]
    [InlineData("refuse", "", "0 events in force. Nothing is known of this week: every entry is blocked (missing: refuse).")]
    [InlineData("allow", "2025-01-13T13:30:00Z,USD,high,Old\n", "1 event in force. Nothing is known of this week")]
    [InlineData("allow", "2026-01-13T13:30:00Z,USA,high,Misspelt\n", "1 event in force. None of them concerns a symbol of the plan, whose currencies are EUR, GBP, USD.")]
    public void A_change_that_leaves_the_run_without_news_of_this_week_is_a_warning(string missing, string events, string expected)
    {
        using var live = DirectLive.Begin(_folder.Path, "a", _ticks, sessions: Sessions.Replace("calendar: [news.csv]", $"calendar: [news.csv], missing: {missing}", StringComparison.Ordinal));
        live.Clock(MadeTicks.Start + 60_000);
        File.WriteAllText(_folder["news.csv"], "time,currency,impact,title\n" + events);
        live.Clock(MadeTicks.Start + 120_000);
        live.Clock(MadeTicks.Start + 180_000);
        var change = Assert.Single(live.Notices.OfType<CalendarChanged>());
        Assert.Equal(NoticeLevel.Warning, change.Level);
        Assert.Contains(expected, change.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_is_resumed_is_in_the_state_of_the_one_that_was_not_and_both_are_what_the_journal_proves()
    {
        var whole = Run("whole", kill: false);
        var broken = Run("broken", kill: true);
        Assert.Equal(whole, broken);
        foreach (var run in (string[])["whole", "broken"])
        {
            var report = new JournalCheck(Directory(run), Churn).Run(null, CancellationToken.None);
            Assert.True(report.Ok, report.Problem);
            Assert.Contains(report.Proves, p => p.Contains("snapshots compared", StringComparison.Ordinal));
        }

        var reasons = TradesCsv.Read(Path.Combine(Directory("whole"), RunFiles.Trades)).Select(t => t.Reason).ToHashSet();
        Assert.Superset(new HashSet<string> { "NEWS", "FLAT" }, reasons);
        var gates = File.ReadAllText(Path.Combine(Directory("whole"), RunFiles.Decisions));
        foreach (var gate in (string[])["blackout", "news", "loss_streak", "max_currency_net"]) Assert.Contains($"\"result\":\"{gate}\"", gates, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_while_nobody_was_there_is_an_input_at_the_first_clock_of_the_resumed_run()
    {
        using (var live = DirectLive.Begin(_folder.Path, "a", _ticks, sessions: Sessions)) live.Clock(MadeTicks.Start + 60_000);
        Write(40);
        using var again = DirectLive.Resume(_folder.Path, "a", _ticks);
        again.Clock(MadeTicks.Start + 120_000);
        Assert.Single(again.Notices.OfType<CalendarChanged>());
    }

    [Fact]
    public void A_copy_that_was_changed_is_found_before_anything_is_folded()
    {
        using (var live = DirectLive.Begin(_folder.Path, "a", _ticks, sessions: Sessions)) live.Clock(MadeTicks.Start + 60_000);
        File.AppendAllText(Path.Combine(Directory("a"), "calendar-1.csv"), "2026-01-13T09:00:00Z,USD,high,added\n");
        Assert.Equal("JournalPlanChanged", Assert.Throws<AxflException>(() => DirectLive.Resume(_folder.Path, "a", _ticks)).ErrorId);
    }

    [Fact]
    public void A_calendar_of_many_events_takes_several_lines()
    {
        using (var live = DirectLive.Begin(_folder.Path, "a", _ticks, sessions: Sessions))
        {
            live.Clock(MadeTicks.Start + 60_000);
            File.WriteAllText(_folder["news.csv"], "time,currency,impact,title\n" + string.Concat(Enumerable.Range(0, 4500).Select(i => Line(60 + i, "e" + i.ToString(CultureInfo.InvariantCulture)))));
            live.Clock(MadeTicks.Start + 120_000);
            live.Session.Settle();
        }

        Assert.Equal(3, File.ReadAllLines(new JournalFiles(Directory("a")).Segment(1)).Count(l => l.Contains("\"k\":\"calendar\"", StringComparison.Ordinal)));
        using var again = DirectLive.Resume(_folder.Path, "a", _ticks);
        Assert.Equal("e4499", again.Session.Fold.Engine.News(MadeTicks.Start + 4559L * 60_000)!.Title);
    }

    public void Dispose() => _folder.Dispose();

    private static string Line(int minute, string title) => $"{EventTime.ToIso(MadeTicks.Start + minute * 60_000L)},USD,high,{title}\n";

    private string Directory(string run) => Path.Combine(_folder.Path, "runs", run);

    private void Write(int minute) => File.WriteAllText(_folder["news.csv"], "time,currency,impact,title\n" + Line(minute, "Prices") + Line(minute + 30, "Speech"));

    // The calendar changes at a third; at two thirds the process ends, or not.
    private string Run(string name, bool kill)
    {
        Write(15);
        var live = DirectLive.Begin(_folder.Path, name, _ticks, sessions: Sessions);
        try
        {
            live.Session.SegmentBytes = 50_000;
            for (var i = 0; i < _ticks.Count; i++)
            {
                if (i == Ticks / 3) Write(28);
                if (kill && i == Ticks * 2 / 3)
                {
                    live.Dispose();
                    live = DirectLive.Resume(_folder.Path, name, _ticks);
                    live.Session.SegmentBytes = 50_000;
                    Assert.DoesNotContain(live.Session.Notices, n => n.Message.Contains("is not used", StringComparison.Ordinal));
                }

                live.Feed(_ticks[i].Symbol, _ticks[i].Tick);
            }

            return live.Finish();
        }
        finally
        {
            live.Dispose();
        }
    }
}
