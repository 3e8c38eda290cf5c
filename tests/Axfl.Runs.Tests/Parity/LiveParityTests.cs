using System.Text;
using Axfl.Contracts;
using Axfl.LiveHost;
using Axfl.Runs.Files;
using Axfl.Runs.Journal;

namespace Axfl.Runs.Tests.Parity;

public sealed class LiveParityTests : IDisposable
{
    private readonly ParityRuns _runs = new();

    [Fact]
    public async Task A_live_run_and_a_replay_of_its_bars_differ_by_the_fill_policy()
    {
        _runs.Live("live");
        await _runs.Replay("replay", _runs.Data("data", _runs.JournalBars("live")), "close_at_end=false");
        var found = _runs.Compare("live", "replay");
        Assert.Equal("fill policy", found.Cause);
        var bars = found.Differences.Single(d => d.What == "bars");
        Assert.True(bars.Compared > 60, bars.ToString());
        Assert.Equal((0L, ""), (bars.Different, bars.Where));
        Assert.Equal(0, found.Differences.Single(d => d.What == "configuration").Different);
        Assert.EndsWith("; A filled on ticks, B on bars", found.First, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_live_run_and_its_journal_replayed_are_equal()
    {
        _runs.Live("live");
        await _runs.Replay("again", new RunRequest { Source = "journal", DataPath = [_runs["live"]] });
        var found = _runs.Compare("live", "again");
        Assert.True(found.Equal, found.First);
        Assert.All(found.Differences, d => Assert.True(d is { Compared: > 0, Different: 0 }, d.ToString()));
    }

    [Fact]
    public async Task A_replayed_journal_fills_on_ticks_too()
    {
        _runs.Live("live");
        await _runs.Replay("again", new RunRequest { Source = "journal", DataPath = [_runs["live"]] });
        await _runs.Replay("replay", _runs.Data("data", _runs.JournalBars("live")), "close_at_end=false");
        Assert.Equal("fill policy", _runs.Compare("replay", "again").Cause);
    }

    [Fact]
    public void Live_runs_whose_same_bars_were_made_of_other_prices_differ_by_the_data()
    {
        _runs.Live("a");
        _runs.Live("same");
        _runs.Live("b", change: t => t with { Time = t.Time % EventTime.Minute is > 20_000 and < 50_000 ? t.Time + 7 : t.Time });
        Assert.True(_runs.Compare("a", "same").Equal);
        var found = _runs.Compare("a", "b");
        Assert.Equal("data", found.Cause);
        Assert.Equal(0, found.Differences.Single(d => d.What == "bars").Different);
        Assert.Contains(" differ inside the bars: ", found.First, StringComparison.Ordinal);
        _runs.ChangeTrade("same", 3, "exit", "1.234560");
        Assert.Equal("engine", _runs.Compare("a", "same").Cause);
    }

    [Fact]
    public async Task A_bar_that_differs_from_the_live_one_is_the_data()
    {
        _runs.Live("live");
        var bars = _runs.JournalBars("live");
        bars[0][0] = bars[0][0] with { Low = bars[0][0].Low - 0.0001 };
        await _runs.Replay("replay", _runs.Data("data", bars), "close_at_end=false");
        var found = _runs.Compare("replay", "live");
        Assert.Equal("data", found.Cause);
        var row = found.Differences.Single(d => d.What == "bars");
        Assert.Equal((1L, EventTime.ToIso(bars[0][0].Time) + " EURUSD"), (row.Different, row.Where));
        Assert.Contains($"; the bar EURUSD {bars[0][0].OpenTime:HH:mm} differs: low ", found.First, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_still_lives_can_be_compared()
    {
        var ticks = MadeTicks.Of(7, 2000, 2);
        using var live = DirectLive.Begin(_runs.Directory, "live", ticks);
        foreach (var (symbol, tick) in ticks) live.Feed(symbol, tick);
        live.Session.Settle();
        live.Session.Recorder.Flush();
        Assert.True(_runs.Compare("live", "live").Equal);
    }

    [Fact]
    public async Task A_broken_journal_is_an_error()
    {
        _runs.Live("live");
        await _runs.Replay("again", new RunRequest { Source = "journal", DataPath = [_runs["live"]] });
        var path = new JournalFiles(_runs["live"]).Segment(1);
        var text = await File.ReadAllTextAsync(path);
        await File.WriteAllTextAsync(path, text.Replace("{\"n\":100,", "{\"n\":101,", StringComparison.Ordinal), new UTF8Encoding(false));
        var error = Assert.Throws<AxflException>(() => _runs.Compare("live", "live"));
        Assert.Equal(("JournalBroken", 100L), (error.ErrorId, error.Line));
        Assert.Equal("JournalBroken", Assert.Throws<AxflException>(() => _runs.Compare("again", "again")).ErrorId);
    }

    [Fact]
    public void A_changed_plan_of_a_live_run_is_an_error()
    {
        _runs.Live("live");
        File.AppendAllText(Path.Combine(_runs["live"], RunFiles.Plan), "\n");
        Assert.Equal("JournalPlanChanged", Assert.Throws<AxflException>(() => _runs.Compare("live", "live")).ErrorId);
    }

    public void Dispose() => _runs.Dispose();
}
