using Axfl.Contracts;
using Axfl.Reports.Bars;

namespace Axfl.Reports.Tests.Bars;

/// <summary>The bars of a run in its report.</summary>
public sealed class BarsTests(YearRun year) : IClassFixture<YearRun>, IDisposable
{
    private readonly ReportRuns _runs = new();

    [Fact]
    public void Unpacked_bars_are_the_bars_to_the_bit()
    {
        var series = year.Content.Bars.Series!;
        for (var i = 0; i < series.Symbols.Count; i++)
            Assert.Equal(series.Symbols[i].Bars.ToArray().Select(b => b with { Volume = 0 }), year.Report.Bars(i));
    }

    [Fact]
    public void Of_a_longer_run_those_around_orders_and_trades_go_in_and_an_overview()
    {
        var run = year.Content.Run;
        var all = year.Content.Bars.Series!.Symbols[0].Bars;
        var around = Choice.Around(run, "EURUSD", all);
        Assert.True(around.Length < all.Length / 2);
        Assert.Equal(around.Order(Comparer<Bar>.Create((a, b) => a.Time.CompareTo(b.Time))), around);
        foreach (var trade in run.Trades.Where(t => t.Symbol == "EURUSD"))
        {
            var from = FilledOrders.LastAtOrBefore(all, EventTime.FromDateTime(trade.EntryTime));
            var to = FilledOrders.LastAtOrBefore(all, EventTime.FromDateTime(trade.ExitTime));
            var begin = all[Math.Max(0, from - Choice.Before)].Time;
            var first = Array.FindIndex(around, b => b.Time == begin);
            Assert.Equal(all[Math.Min(all.Length - 1, to + Choice.After)], around[first + Math.Min(all.Length - 1, to + Choice.After) - Math.Max(0, from - Choice.Before)]);
        }
    }

    [Fact]
    public void The_overview_holds_the_extremes_of_its_bars()
    {
        var all = year.Content.Bars.Series!.Symbols[0].Bars.ToArray();
        var overview = Overview.Of(all);
        Assert.All(overview, b => Assert.Equal(0, b.Time % Overview.Length));
        Assert.Equal(all.Max(b => b.High), overview.Max(b => b.High));
        Assert.Equal(all.Min(b => b.Low), overview.Min(b => b.Low));
        Assert.Equal((all[0].Open, all[^1].Close), (overview[0].Open, overview[^1].Close));
    }

    [Fact]
    public void None_are_asked_for_none_come_and_a_line_says_so()
    {
        var report = ReportRuns.Report(year.Directory, ReportBars.None);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, report.Data.GetProperty("bars").ValueKind);
        Assert.Contains("--bars none", report.Data.GetProperty("notes").GetProperty("bars").GetString(), StringComparison.Ordinal);
        Assert.Contains("--bars", Assert.Single(report.File.LeftOut), StringComparison.Ordinal);
        Assert.All(report.Columns("refusals")["shadow"], s => Assert.Equal(0, s));
    }

    [Fact]
    public void Bars_of_another_number_are_left_out()
    {
        var directory = _runs.Replay("other", "2025-01-06", "2025-01-18");
        var summary = Path.Combine(directory, "summary.json");
        File.WriteAllText(summary, System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(summary), "(\"EURUSD\": \\{\\s*\"bars\": )\\d+", "${1}17"));
        var report = ReportRuns.Report(directory);
        Assert.Contains("of EURUSD, and the run read 17", report.Data.GetProperty("notes").GetProperty("bars").GetString(), StringComparison.Ordinal);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, report.Data.GetProperty("undecided").ValueKind);
    }

    [Fact]
    public void Bars_that_do_not_hold_the_fills_are_left_out()
    {
        var directory = _runs.Replay("moved", "2025-01-06", "2025-01-18");
        var decisions = Path.Combine(directory, "decisions.jsonl");
        File.WriteAllLines(decisions, File.ReadAllLines(decisions).Select(l => l.Contains("\"filled\"", StringComparison.Ordinal) ? System.Text.RegularExpressions.Regex.Replace(l, "\"price\":[0-9.]+", "\"price\":9.5") : l));
        Assert.Contains("outside the bar", ReportRuns.Report(directory).Data.GetProperty("notes").GetProperty("bars").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_files_leave_out_the_bars_and_say_how_to_bring_them_back()
    {
        var report = ReportRuns.Report(MadeRun.Write(_runs["gone"], [MadeRun.Trade(1, 1)]));
        Assert.Contains("--data", report.Data.GetProperty("notes").GetProperty("bars").GetString(), StringComparison.Ordinal);
        Assert.Contains("--data", report.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_whose_bars_have_moved_finds_them_by_the_option()
    {
        var (here, there) = (Directory.CreateDirectory(Path.Combine(_runs.Folder, "here")).FullName, Path.Combine(_runs.Folder, "there"));
        var bars = year.Content.Bars.Series!.Symbols[0].Bars[..3000].ToArray();
        File.WriteAllLines(Path.Combine(here, "EURUSD.csv"), bars.Select(b => FormattableString.Invariant($"{EventTime.ToIso(b.Time)},{b.Open:R},{b.High:R},{b.Low:R},{b.Close:R},1")).Prepend("time,open,high,low,close,volume"));
        var directory = _runs.Replay("csv", new RunRequest { DataPath = [here], Set = ["symbols=[EURUSD]"] });
        Directory.Move(here, there);
        Assert.NotNull(ReportRuns.Report(directory).Data.GetProperty("notes").GetProperty("bars").GetString());
        var found = ReportRuns.Report(directory, change: r => r with { Plan = r.Plan with { DataPath = [there] } });
        Assert.Null(found.Data.GetProperty("notes").GetProperty("bars").GetString());
        Assert.Null(found.Data.GetProperty("notes").GetProperty("shadow").GetString());
        Assert.Equal(bars.Select(b => b with { Volume = 0 }), found.Bars(0));
    }

    public void Dispose() => _runs.Dispose();
}
