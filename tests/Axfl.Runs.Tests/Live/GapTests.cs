using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.LiveHost;
using Axfl.Providers.Common;
using Axfl.Runs.Journal;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Live;

public sealed class GapTests : IDisposable
{
    private const long Minute = 60_000;
    private static readonly long T0 = MadeTicks.Start;
    private readonly TemporaryFolder _folder = new();
    private readonly List<(int Symbol, Tick Tick)> _ticks = [];
    private DirectLive? _live;

    private DirectLive Live => _live ??= DirectLive.Begin(_folder.Path, "a", _ticks);

    [Fact]
    public void A_short_break_in_which_nothing_was_missed_leaves_the_bar_ours_and_tradable()
    {
        SteadyUntil(90);
        Break();
        Steady(90, 181);
        var bar = Lines(JournalKind.Bars).Last().Bars.Single(b => b.Bar.Symbol == 0);
        Assert.Equal(T0 + Minute, bar.Bar.Bar.Time);
        Assert.False(bar.Bar.Backfilled);
        Assert.DoesNotContain("stale", Results());
    }

    [Fact]
    public void Whole_minutes_that_were_missed_come_from_history_and_take_no_entries()
    {
        SteadyUntil(90);
        Break();
        Missed(90, 390);
        Steady(390, 400);
        Assert.Equal([T0 + Minute, T0 + 2 * Minute, T0 + 3 * Minute, T0 + 4 * Minute, T0 + 5 * Minute],
            FromHistory().Select(b => b.Bar.Bar.Time));
        Assert.All(FromHistory().SkipLast(1), b => Assert.True(Placed(b.Bar.Bar.Time) is null or "stale"));
        Assert.Contains("stale", Results());
    }

    [Fact]
    public void A_bar_that_history_has_otherwise_is_replaced()
    {
        SteadyUntil(90);
        Break();
        Live.Vendor = bar => bar with { Bar = bar.Bar with { High = bar.Bar.High + 0.0005 } };
        Steady(95, 190);
        var replaced = FromHistory().First();
        Assert.Equal(T0 + Minute, replaced.Bar.Bar.Time);
        Assert.Equal(T0 + 89_001, replaced.From);
    }

    [Fact]
    public void A_gap_that_ends_with_a_minute_loses_no_bar()
    {
        SteadyUntil(119);
        Break();
        Missed(119, 180);
        Steady(180, 250);
        Assert.Equal(T0 + 3 * Minute, Live.Session.Fold[0].LastBar);
        Assert.Equal((4, 0), (Live.Session.Fold.Data(_ => false)[0].Bars, Live.Session.Fold.Data(_ => false)[0].Gaps));
    }

    [Fact]
    public void A_bar_broken_by_one_gap_is_still_asked_for_when_the_next_gap_begins_before_its_close()
    {
        SteadyUntil(116);
        Break();
        Missed(116, 121);
        _ticks[^1] = (0, new Tick(T0 + 120_000, 1.2));
        Steady(121, 182);
        Break();
        Missed(182, 250);
        Steady(250, 320);
        Assert.Contains(FromHistory(), b => b.Bar.Bar.Time == T0 + 2 * Minute && b.Bar.Bar.High == 1.2);
        Assert.DoesNotContain(Lines(JournalKind.Bars).SelectMany(l => l.Bars), b => b.Bar.Bar.Time == T0 + 2 * Minute && b.Bar.Symbol == 0);
    }

    [Fact]
    public void A_price_missed_with_the_stamp_of_the_first_one_seen_is_in_its_bar()
    {
        SteadyUntil(116);
        Break();
        Missed(116, 120);
        _ticks.Add((0, new Tick(T0 + 120_000, 1.2)));
        Steady(120, 190);
        Assert.Contains(FromHistory(), b => b.Bar.Bar.Time == T0 + 2 * Minute && b.Bar.Bar.High == 1.2);
    }

    [Fact]
    public void A_gap_no_provider_can_fill_stays_a_gap_and_is_said()
    {
        SteadyUntil(90);
        Break();
        Live.Vendor = static _ => null;
        Steady(390, 500);
        Assert.Contains(Live.Notices, n => n.Level == NoticeLevel.Warning && n.Message.Contains("could not be completed", StringComparison.Ordinal));
        Assert.True(Live.Session.Fold.Data(_ => false)[0].Gaps > 0);
    }

    [Fact]
    public void While_prices_are_missing_whole_bars_keep_coming_from_history()
    {
        SteadyUntil(90);
        Break();
        Missed(90, 400);
        for (var s = 90; s < 400; s++) Live.Clock(T0 + s * 1000);
        Assert.True(Live.Session.Fold[0].IsLost);
        Assert.Equal(T0 + 5 * Minute, Live.Session.Fold[0].LastBar);
    }

    [Fact]
    public void A_late_price_completes_its_own_open_bar_and_never_a_closed_one()
    {
        SteadyUntil(121);
        Live.Say(new TickEvent(T0 + 121_000, 0, new Tick(T0 + 119_900, 1.104), true));
        Steady(121, 125);
        Live.Say(new TickEvent(T0 + 125_000, 0, new Tick(T0 + 119_950, 1.105), true));
        Steady(125, 190);
        var bars = Lines(JournalKind.Bars).SelectMany(l => l.Bars).Where(b => b.Bar.Symbol == 0).ToDictionary(b => b.Bar.Bar.Time, b => b.Bar.Bar);
        Assert.Equal(1.104, bars[T0 + Minute].High);
        Assert.Equal(1, Live.Session.Fold.Data(_ => false)[0].Rejected);
    }

    [Fact]
    public void The_last_bar_of_the_week_is_repaired_after_the_close()
    {
        var start = EventTime.FromDateTime(new DateTime(2026, 1, 16, 21, 58, 0, DateTimeKind.Utc));
        _live = DirectLive.Begin(_folder.Path, "a", _ticks, start);
        for (var s = 1; s < 120; s++)
        {
            _ticks.Add((0, new Tick(start + s * 1000, s == 100 ? 1.2 : Price(s))));
            if (s == 95) Break();
            if (s is < 95 or > 102) Live.Feed(0, _ticks[^1].Tick);
        }

        for (var s = 120; s < 135; s++) Live.Clock(start + s * 1000);
        Assert.Equal(start + Minute, Live.Session.Fold[0].LastBar);
        Assert.Contains(FromHistory(), b => b.Bar.Bar.Time == start + Minute && b.Bar.Bar.High == 1.2);
    }

    [Fact]
    public void Absurd_zero_and_negative_prices_are_refused_and_counted()
    {
        SteadyUntil(60 * 20);
        foreach (var price in (double[])[0, -1, double.NaN, 2.2]) Live.Say(new TickEvent(T0 + 1_200_500, 0, new Tick(T0 + 1_200_500, price), false));
        Steady(1201, 1300);
        Assert.Equal(4, Live.Session.Fold.Data(_ => false)[0].Rejected);
        Assert.DoesNotContain(Lines(JournalKind.Bars).SelectMany(l => l.Bars), b => b.Bar.Bar.High > 2 && b.Bar.Symbol == 0);
    }

    [Fact]
    public void A_price_is_safe_from_the_end_of_the_process_a_second_later()
    {
        SteadyUntil(30);
        Live.Clock(T0 + 31_000);
        var written = File.ReadAllText(new JournalFiles(Path.Combine(_folder.Path, "runs", "a")).Segment(1));
        Assert.Contains($"\"t\":{T0 + 29_000},\"s\":0", written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stop_loss_passed_while_nobody_looked_is_a_loss()
    {
        var at = 1;
        for (; Live.Session.Fold.Engine.View().Positions.Count == 0; at++) Steady(at, at + 1);
        var position = Live.Session.Fold.Engine.View().Positions[0];
        Break();
        var through = position.Sl + (position.Side == "long" ? -1 : 1) * 0.001;
        for (var s = at; s < at + 300; s++) _ticks.Add((0, new Tick(T0 + s * 1000, s > at + 100 && s < at + 150 ? through : Price(s))));
        Steady(at + 300, at + 305);
        var trade = Assert.Single(Live.Session.Recorder.Trades, t => t.Symbol == position.Symbol && t.EntryTime == position.EntryTime);
        Assert.Equal("SL", trade.Reason);
    }

    [Fact]
    public void Bars_are_those_of_the_undisturbed_day_whatever_was_lost()
    {
        var whole = MadeTicks.Of(21, 6000, 2);
        var expected = Bars("calm", whole, null);
        for (var seed = 0; seed < 20; seed++) Assert.Equal(expected, Bars($"storm-{seed}", whole, new Random(seed)));
    }

    public void Dispose()
    {
        _live?.Dispose();
        _folder.Dispose();
    }

    private Dictionary<(int, long), Bar> Bars(string run, List<(int Symbol, Tick Tick)> ticks, Random? faults)
    {
        using (var live = DirectLive.Begin(_folder.Path, run, ticks))
        {
            for (var i = 0; i < ticks.Count; i++)
            {
                if (faults?.Next(400) == 0)
                {
                    live.Say(new StateEvent(ticks[i].Tick.Time, FeedState.BackingOff, "Broken.", FeedErrorClass.Transient));
                    i = Math.Min(ticks.Count - 1, i + faults.Next(200));
                }

                live.Feed(ticks[i].Symbol, ticks[i].Tick);
            }

            for (var t = ticks[^1].Tick.Time; t < ticks[^1].Tick.Time + 180_000; t += 1000) live.Clock(t);
            live.Finish();
        }

        return Lines(JournalKind.Bars, JournalKind.History, run).SelectMany(l => l.Bars).Select(b => b.Bar).DistinctBy(b => (b.Symbol, b.Bar.Time))
            .OrderBy(b => b.Bar.Time).ThenBy(b => b.Symbol).ToDictionary(b => (b.Symbol, b.Bar.Time), b => b.Bar);
    }

    // A price a second that the strategy trades on.
    private static double Price(int second) => Math.Round(1.1 + second / 60 % 7 * 0.00001 + second % 2 * 0.00002, 5);

    private void SteadyUntil(int second) => Steady(1, second);

    private void Steady(int from, int until)
    {
        for (var s = from; s < until; s++)
        {
            _ticks.Add((0, new Tick(T0 + s * 1000, Price(s))));
            Live.Feed(0, _ticks[^1].Tick);
        }
    }

    private void Missed(int from, int until)
    {
        for (var s = from; s < until; s++) _ticks.Add((0, new Tick(T0 + s * 1000, Price(s))));
    }

    private void Break() => Live.Say(new StateEvent(0, FeedState.BackingOff, "Broken.", FeedErrorClass.Transient));

    // The first minute is always from history: its first second was not seen.
    private IEnumerable<MissedBar> FromHistory() =>
        Lines(JournalKind.History).SelectMany(l => l.Bars).Where(b => b.Bar.Symbol == 0 && b.Bar.Bar.Time > T0);

    private string? Placed(long time) => Lines(JournalKind.Order).Where(l => l.Texts["stage"] == "place" && l.Time == time).Select(l => l.Texts["result"]).SingleOrDefault();

    private IEnumerable<string> Results() => Lines(JournalKind.Order).Select(l => l.Texts["result"]);

    private List<(long Time, List<MissedBar> Bars, Dictionary<string, string> Texts)> Lines(string kind, string? other = null, string run = "a")
    {
        _live?.Session.Journal.Flush();
        using var reader = new JournalReader(Path.Combine(_folder.Path, "runs", run));
        var line = new JournalLine();
        var found = new List<(long, List<MissedBar>, Dictionary<string, string>)>();
        while (reader.Read(out var text))
        {
            line.Parse(text);
            if (line.Kind == kind || line.Kind == other) found.Add((line.Time, [.. line.Bars], new Dictionary<string, string>(line.Texts)));
        }

        return found;
    }
}
