using System.Text;
using Axfl.Dashboard.Follow;
using Axfl.Testing;

namespace Axfl.Dashboard.Tests.Follow;

public sealed class RunSoFarTests : IDisposable
{
    private static readonly long Day = RunFolder.At("2026-01-13T00:00:00Z");

    private readonly TemporaryFolder _folder = new();
    private readonly RunFolder _run;

    public RunSoFarTests() => _run = new RunFolder(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_bars_of_the_day_are_found_over_segments_and_those_before_it_are_not()
    {
        _run.Journal().Add(RunFolder.Segment(1), RunFolder.Bars(2, "2026-01-11T23:58:00Z", 1.01));
        _run.Add(RunFolder.Segment(2), RunFolder.Bars(3, "2026-01-12T23:59:00Z", 1.02) + Clock("2026-01-12T23:59:30Z"));
        _run.Add(RunFolder.Segment(3), RunFolder.Bars(4, "2026-01-13T00:00:00Z", 1.03) + RunFolder.Feed(5, "2026-01-13T00:01:00Z", "lost"));
        _run.Add(RunFolder.Segment(4), RunFolder.Bars(6, "2026-01-13T00:01:00Z", 1.04) + "{\"n\":7,\"k\":\"tick");
        var run = new RunSoFar(_folder.Path);
        Assert.True(run.CatchUp(Day));
        Assert.Equal([1.03, 1.04], run.BarsSince(0, Day).Select(b => b.Close));
        Assert.Equal(["EURUSD", "GBPUSD"], run.Symbols);
        Assert.Contains("lost", Encoding.UTF8.GetString(Assert.Single(run.Notes)), StringComparison.Ordinal);

        _run.Add(RunFolder.Segment(4), "\"}\n" + RunFolder.Bars(8, "2026-01-13T00:02:00Z", 1.05));
        Assert.True(run.CatchUp(Day));
        Assert.Equal([1.03, 1.04, 1.05], run.BarsSince(0, Day).Select(b => b.Close));
        Assert.Equal((4, new FileInfo(_run[RunFolder.Segment(4)]).Length), (run.Position.Segment, run.Position.Journal));
    }

    [Fact]
    public void What_is_kept_of_a_long_run_is_bounded_and_the_end_is_exact()
    {
        const int Trades = 50_000;
        _run.Add("trades.csv", RunFolder.Header + string.Concat(Enumerable.Range(1, Trades).Select(i => RunFolder.Trade(i, r: i == 30_000 ? -500 : 0.01))));
        _run.Add("decisions.jsonl", string.Concat(Enumerable.Range(0, 20_000).Select(i => RunFolder.Decision(i % 60))));
        var run = new RunSoFar(_folder.Path);
        Assert.True(run.CatchUp(Day));
        Assert.Equal(Trades, run.Equity.Trades);
        Assert.InRange(run.Equity.Points.Count, Equity.Most / 4, Equity.Most);
        Assert.Equal((Trades - 1) * 0.01 - 500, run.Equity.Points[^1].R, 6);
        Assert.Equal(29_999 * 0.01 - 500, run.Equity.Points.Min(p => p.R), 6);
        Assert.Equal(299.99, run.Equity.Points.Max(p => p.R), 6);
        Assert.Equal(RunSoFar.MostTrades, run.TradesSince(Day).Count());
        Assert.Equal(RunSoFar.MostDecisions, run.DecisionsSince(Day).Count());
        Assert.Equal(Trades, run.TradesSince(Day).Last().TradeId);
    }

    [Fact]
    public void Only_the_day_is_given()
    {
        _run.Add("trades.csv", RunFolder.Header + RunFolder.Trade(1).Replace("2026-01-13", "2026-01-12", StringComparison.Ordinal) + RunFolder.Trade(2));
        _run.Add("decisions.jsonl", RunFolder.Decision(1).Replace("2026-01-13", "2026-01-12", StringComparison.Ordinal) + RunFolder.Decision(2));
        var run = new RunSoFar(_folder.Path);
        run.CatchUp(Day);
        Assert.Equal(2, Assert.Single(run.TradesSince(Day)).TradeId);
        Assert.Contains("07:02:00", Encoding.UTF8.GetString(Assert.Single(run.DecisionsSince(Day))), StringComparison.Ordinal);
        Assert.Equal(2, run.Equity.Points.Count);
    }

    [Fact]
    public void A_line_of_megabytes_is_passed_over_and_noted_and_long_ones_are_kept_within_bounds()
    {
        _run.Journal().Add(RunFolder.Segment(1), RunFolder.Bars(2, "2026-01-13T00:01:00Z", 1.04) + new string('x', 3_000_000) + "\n" + RunFolder.Bars(3, "2026-01-13T00:02:00Z", 1.05));
        _run.Add("decisions.jsonl", new string('x', 10_000_000) + "\n" + string.Concat(Enumerable.Range(0, 20).Select(i => RunFolder.Decision(i, detail: new string('y', 500_000)))));
        var run = new RunSoFar(_folder.Path);
        Assert.True(run.CatchUp(Day));
        Assert.Equal([1.04, 1.05], run.BarsSince(0, Day).Select(b => b.Close));
        var notes = run.Notes.Select(n => Encoding.UTF8.GetString(n)).ToList();
        Assert.Equal(2, notes.Count(n => n.Contains("passed over", StringComparison.Ordinal)));
        Assert.Contains(notes, n => n.Contains("decisions.jsonl has 10,000,000 bytes", StringComparison.Ordinal));
        Assert.InRange(run.DecisionsSince(Day).Sum(d => d.Length), 500_000, 1 << 20);
        Assert.Contains("07:19:00", Encoding.UTF8.GetString(run.DecisionsSince(Day).Last()), StringComparison.Ordinal);
    }

    private static string Clock(string time) => $"{{\"n\":1,\"k\":\"clock\",\"t\":{RunFolder.At(time)},\"h\":\"00\"}}\n";
}
