using Axfl.Contracts;
using Axfl.Reports.Reading;

namespace Axfl.Reports.Tests.Reading;

/// <summary>Runs as their files tell of them.</summary>
public sealed class RunReaderTests : IDisposable
{
    private readonly ReportRuns _runs = new();

    [Fact]
    public void A_run_that_was_cut_in_the_middle_of_lines_is_reported_up_to_there()
    {
        var directory = _runs.Replay("cut", "2025-01-06", "2025-02-01");
        foreach (var name in new[] { "summary.json", "now.json" }) File.Delete(Path.Combine(directory, name));
        foreach (var name in new[] { "trades.csv", "decisions.jsonl", "halts.jsonl", "portfolio_live_202501.jsonl" }) Halve(Path.Combine(directory, name));
        var report = ReportRuns.Report(directory);
        Assert.Contains("not ended", report.Body, StringComparison.Ordinal);
        Assert.InRange(report.Columns("trades")["r"].Length, 5, 60);
        Assert.NotEmpty(report.Bars(0));
        Assert.Contains("did not come to its end", report.Data.GetProperty("notes").GetProperty("shadow").GetString(), StringComparison.Ordinal);
        Assert.Equal("killed", report.Data.GetProperty("run").GetProperty("state").GetString());
    }

    [Fact]
    public void A_run_of_an_older_version_has_its_costs_undivided_and_no_halts()
    {
        var report = ReportRuns.Report(_runs.Copy("older-replay"));
        Assert.Equal([null, null], report.Columns("trades")["cost_spread"]);
        Assert.NotNull(report.Data.GetProperty("notes").GetProperty("costs").GetString());
        Assert.NotNull(report.Data.GetProperty("notes").GetProperty("halts").GetString());
    }

    [Fact]
    public void A_live_run_has_bars_of_its_journal_and_what_the_feed_did()
    {
        var directory = _runs.Copy("one-journal-file");
        var report = ReportRuns.Report(directory);
        Assert.Null(report.Data.GetProperty("notes").GetProperty("bars").GetString());
        var live = report.Data.GetProperty("live");
        Assert.InRange(live.GetProperty("connected").GetDouble(), 0, 1);
        Assert.Equal(report.Data.GetProperty("symbols").GetArrayLength(), live.GetProperty("stale").GetArrayLength());
        Assert.NotEmpty(report.Bars(0));
        Assert.Contains("filled on prices", report.Data.GetProperty("notes").GetProperty("shadow").GetString(), StringComparison.Ordinal);
        Assert.Contains("id=\"live\"", report.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_run_is_refused() => Assert.Equal("RunNotFound", Assert.Throws<AxflException>(() => ReportRuns.Report(_runs.Folder)).ErrorId);

    [Fact]
    public void Trading_days_of_exits_are_those_of_the_engine()
    {
        var directory = _runs.Replay("days", "2025-01-06", "2025-03-01", "trading_day={timezone: America/New_York, start: \"17:00\"}");
        var run = ReportRuns.Content(directory);
        var metrics = Runs.Metrics.TradeMetrics.Compute(run.Run.Trades, 100_000, run.Bars.Series!.Times with { TradeDays = run.Run.TradeDays });
        Assert.Equal(run.Run.Summary!.Metrics.Sharpe!.Value, metrics.Sharpe!.Value, 3);
        Assert.Equal(run.Run.Summary.Metrics.Exposure!.Value, metrics.Exposure!.Value, 6);
    }

    [Theory]
    [InlineData("-5.12R <= -5R", "{0}R <= {1}R", -5.12, -5.0)]
    [InlineData("2 >= 2", "{0} >= {1}", 2.0, 2.0)]
    [InlineData("1.25 pips > 1 pips", "{0} pips > {1} pips", 1.25, 1.0)]
    [InlineData("3.5 min < 10 min", "{0} min < {1} min", 3.5, 10.0)]
    [InlineData("2025-01-01T00:00:00Z < 2025-01-02T00:00:00Z", "{t0} < {t1}", 1735689600.0, 1735776000.0)]
    [InlineData("2025-01-01T00:00:00Z out of session", "{t0} out of session", 1735689600.0, null)]
    [InlineData("the price is old", "the price is old", null, null)]
    [InlineData("{0} >= {1}", "{0} >= {1}", null, null)]
    [InlineData("", "", null, null)]
    public void A_detail_is_a_form_and_two_numbers(string detail, string form, double? value, double? limit) => Assert.Equal(new DetailForm(form, value, limit), DetailForm.Of(detail));

    public void Dispose() => _runs.Dispose();

    private static void Halve(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var half = bytes.Length / 2;
        while (bytes[half - 1] == (byte)'\n') half++;
        File.WriteAllBytes(path, bytes[..half]);
    }
}
