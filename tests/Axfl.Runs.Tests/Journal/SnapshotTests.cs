using Axfl.Contracts;
using Axfl.LiveHost;
using Axfl.Runs.Files;
using Axfl.Runs.Fold;
using Axfl.Runs.Journal;
using Axfl.Runs.Journal.State;
using Axfl.Runs.Live;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Journal;

/// <summary>Segments, snapshots, and going on from them.</summary>
public sealed class SnapshotTests : IDisposable
{
    private const int Ticks = 6000;

    private static readonly StrategyDefinition[] Churn = [StrategyCatalogue.FromType(typeof(ChurnStrategy), "tests")];

    private readonly TemporaryFolder _folder = new();
    private readonly List<(int Symbol, Tick Tick)> _ticks = MadeTicks.Of(11, Ticks, 2);
    private readonly string _ledger;

    // A run of several segments that was stopped after two thirds.
    public SnapshotTests()
    {
        using (var whole = DirectLive.Begin(_folder.Path, "whole", _ticks))
        {
            foreach (var (symbol, tick) in _ticks) whole.Feed(symbol, tick);
            _ledger = whole.Finish();
        }

        using var live = DirectLive.Begin(_folder.Path, "a", _ticks);
        live.Session.SegmentBytes = 100_000;
        for (var i = 0; i < Ticks * 2 / 3; i++) live.Feed(_ticks[i].Symbol, _ticks[i].Tick);
    }

    private string Run => Path.Combine(_folder.Path, "runs", "a");

    private JournalFiles Files => new(Run);

    private int Last => Files.Segments()[^1];

    [Fact]
    public void A_journal_is_cut_by_size_and_its_chain_goes_on_over_the_segments()
    {
        Assert.True(Last > 3, $"{Last} segments");
        Assert.All(Files.Segments().SkipLast(1), n => Assert.InRange(new FileInfo(Files.Segment(n)).Length, 100_000, 200_000));
        using var reader = new JournalReader(Run);
        var ticks = 0;
        while (reader.Read(out var line))
            if (line.IndexOf("\"k\":\"tick\""u8) >= 0) ticks++;
        Assert.Equal(Ticks * 2 / 3, ticks);
    }

    [Fact]
    public void A_journal_is_cut_at_the_begin_of_a_day()
    {
        using var live = DirectLive.Begin(_folder.Path, "b", []);
        var midnight = MadeTicks.Start - MadeTicks.Start % EventTime.Day + EventTime.Day;
        live.Clock(midnight - 1000);
        Assert.Equal([1], new JournalFiles(live.Session.Directory.Path).Segments());
        live.Clock(midnight + 1000);
        Assert.Equal([1, 2], new JournalFiles(live.Session.Directory.Path).Segments());
    }

    [Fact]
    public void A_run_resumed_from_its_last_snapshot_is_in_the_state_of_one_folded_from_the_first_line()
    {
        var last = Last;
        var (fast, notices) = Resumed(_ => { });
        var (slow, told) = Resumed(files => files.Snapshots(files.Segments()).ToList().ForEach(n => File.Delete(files.Snapshot(n))));
        Assert.DoesNotContain(notices, n => n.Contains("is not used", StringComparison.Ordinal));
        Assert.Equal(last - 1, told.Count(n => n.Contains("is not used", StringComparison.Ordinal)));
        Assert.Equal(slow.Totals, fast.Totals);
        Assert.Equal(slow.Fold, fast.Fold);
        Assert.Equal((slow.Trades, slow.Ledger, slow.Csv, slow.Decisions), (fast.Trades, fast.Ledger, fast.Csv, fast.Decisions));
        Assert.True(fast.Trades > 5);
    }

    [Fact]
    public void Strategies_made_again_from_their_bars_are_in_the_state_of_those_that_were_never_stopped()
    {
        const string sessions = """
            made:
              symbols: [EURUSD, GBPUSD]
              interval: 1m
              source: finnhub
              warmup_days: 0
              strategies:
                - {name: lsg, windows: [{start: "00:00", end: "24:00"}]}
                - {name: orb, windows: [{start: "00:00", end: "24:00"}]}
                - {name: arls, windows: [{start: "00:00", end: "24:00"}]}
            """;
        var made = new List<IStrategy>();
        StrategyDefinition[] shipped = [.. StrategyCatalogue.BuiltIn.Select(d => d with { Create = setup => Keep(d.Create(setup)) })];
        List<byte[]> unbroken;
        using (var live = DirectLive.Begin(_folder.Path, "shipped", _ticks, sessions: sessions, strategies: shipped))
        {
            live.Session.SegmentBytes = 100_000;
            foreach (var (symbol, tick) in _ticks) live.Feed(symbol, tick);
            unbroken = [.. made.Select(StateOf)];
        }

        made.Clear();
        using var resumed = LiveSession.Resume(
            new RunRequest { Mode = "ws" }, Path.Combine(_folder.Path, "runs", "shipped"), shipped, "here", MadeTicks.Start, _ => { });
        Assert.DoesNotContain(resumed.Notices, n => n.Message.Contains("is not used", StringComparison.Ordinal));
        Assert.Equal(6, made.Count);
        Assert.Equal(unbroken, made.Select(StateOf));

        IStrategy Keep(IStrategy strategy)
        {
            made.Add(strategy);
            return strategy;
        }
    }

    [Fact]
    public void It_goes_on_to_the_ledger_of_the_unbroken_run()
    {
        using (var live = DirectLive.Resume(_folder.Path, "a", _ticks))
        {
            live.Session.SegmentBytes = 100_000;
            for (var i = Ticks * 2 / 3; i < Ticks; i++) live.Feed(_ticks[i].Symbol, _ticks[i].Tick);
            Assert.Equal(_ledger, live.Finish());
        }

        var ids = TradesCsv.Read(Path.Combine(Run, RunFiles.Trades)).Select(t => t.TradeId).ToList();
        Assert.Equal(Enumerable.Range(1, ids.Count), ids);
        var report = Check();
        Assert.True(report.Ok, report.Problem);
        Assert.Equal(_ledger, report.LedgerHash);
    }

    [Fact]
    public void A_status_changes_nothing_of_the_state()
    {
        using var live = DirectLive.Resume(_folder.Path, "a", _ticks);
        var (fold, totals) = (live.Session.State.FoldState(), live.Session.State.TotalsState());
        live.Statuses.Send(isFinal: false);
        Assert.Equal(fold, live.Session.State.FoldState());
        Assert.Equal(totals, live.Session.State.TotalsState());
    }

    [Fact]
    public void The_check_folds_from_the_first_line_and_compares_each_snapshot()
    {
        var report = Check();
        Assert.True(report.Ok, report.Problem);
        Assert.Contains(report.Proves, p => p.Contains($"{Last - 1} snapshots", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(".snapshot")]
    [InlineData(".bars")]
    public void A_damaged_snapshot_is_named_the_one_before_is_used_and_it_is_made_anew(string ending)
    {
        var path = Path.ChangeExtension(Files.Snapshot(Last), ending);
        var whole = File.ReadAllBytes(path);
        var bytes = (byte[])whole.Clone();
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.False(Check().Ok);
        var last = Last;
        var (state, notices) = Resumed(_ => { });
        var notice = Assert.Single(notices, n => n.Contains("is not used", StringComparison.Ordinal));
        Assert.Contains(Files.Snapshot(last), notice, StringComparison.Ordinal);
        Assert.Contains(Files.Snapshot(last - 1), notice, StringComparison.Ordinal);
        Assert.True(state.Trades > 5);
        Assert.Equal(whole, File.ReadAllBytes(path));
        Assert.True(Check().Ok, Check().Problem);
    }

    [Fact]
    public void A_snapshot_of_another_format_is_named_and_not_used()
    {
        var path = Files.Snapshot(Last);
        File.WriteAllText(path, File.ReadAllText(path).Replace(Snapshot.Format, "axfl-snapshot-0", StringComparison.Ordinal));
        var (_, notices) = Resumed(_ => { });
        Assert.Contains("axfl-snapshot-0", Assert.Single(notices, n => n.Contains("is not used", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Decisions_that_were_lost_send_the_resume_back()
    {
        var decisions = Path.Combine(Run, RunFiles.Decisions);
        var lines = File.ReadAllLines(decisions);
        File.WriteAllLines(decisions, lines[..10]);
        var (_, notices) = Resumed(_ => { });
        Assert.Contains(notices, n => n.Contains("decisions.jsonl is shorter", StringComparison.Ordinal));
        Assert.Equal(lines, File.ReadAllLines(decisions)[..lines.Length]);
    }

    [Fact]
    public void A_missing_segment_is_named()
    {
        File.Delete(Files.Segment(2));
        var error = Assert.Throws<AxflException>(() => DirectLive.Resume(_folder.Path, "a", _ticks));
        Assert.Equal("JournalSegmentMissing", error.ErrorId);
        Assert.Contains(Files.Segment(2), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bit_changed_in_a_segment_before_the_snapshot_is_found_by_the_check()
    {
        var bytes = File.ReadAllBytes(Files.Segment(2));
        bytes[5000] ^= 4;
        File.WriteAllBytes(Files.Segment(2), bytes);
        var report = Check();
        Assert.False(report.Ok);
        Assert.Contains(Files.Segment(2), report.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_torn_end_of_a_segment_that_others_follow_is_damage()
    {
        var path = Files.Segment(2);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^7]);
        Assert.Equal("JournalBroken", Assert.Throws<AxflException>(() =>
        {
            using var reader = new JournalReader(Run);
            while (reader.Read(out _))
            {
                // Each line is held against the chain.
            }
        }).ErrorId);
    }

    [Fact]
    public void Cut_at_any_of_its_last_400_bytes_after_a_cut_it_resumes()
    {
        var path = Files.Segment(Last);
        var whole = File.ReadAllBytes(path);
        for (var length = Math.Max(0, whole.Length - 400); length <= whole.Length; length += 13)
        {
            File.WriteAllBytes(path, whole[..length]);
            using var session = LiveSession.Resume(new RunRequest { Mode = "ws" }, Run, Churn, "here", MadeTicks.Start, _ => { });
            Assert.True(session.Recorder.Trades.Count > 5);
        }
    }

    public void Dispose() => _folder.Dispose();

    private (State State, List<string> Notices) Resumed(Action<JournalFiles> damage)
    {
        damage(Files);
        using var session = LiveSession.Resume(new RunRequest { Mode = "ws" }, Run, Churn, "here", MadeTicks.Start, _ => { });
        session.Recorder.Flush();
        return (new State(
            session.State.FoldState(), session.State.TotalsState(), session.Recorder.Trades.Count, session.Recorder.LedgerHash,
            File.ReadAllText(Path.Combine(Run, RunFiles.Trades)), File.ReadAllText(Path.Combine(Run, RunFiles.Decisions))), [.. session.Notices.Select(n => n.Message)]);
    }

    private static byte[] StateOf(IStrategy strategy)
    {
        object[] fields = [.. StateGraph.Fields(strategy.GetType()).Select(f => f.GetValue(strategy)).OfType<object>()];
        Assert.NotEmpty(fields);
        return StateWriter.Write([], fields);
    }

    private JournalReport Check() => new JournalCheck(Run, Churn).Run(null, CancellationToken.None);

    private sealed record State(byte[] Fold, byte[] Totals, int Trades, string Ledger, string Csv, string Decisions);
}
