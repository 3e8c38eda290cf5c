using Axfl.Contracts;

namespace Axfl.Reports.Tests.Browser;

/// <summary>Reports of runs that are not as usual, in a real browser.</summary>
public sealed class OddRunsTests(Chromium browser) : IClassFixture<Chromium>, IDisposable
{
    private const string Hostile = "</script><img src=x onerror=alert(1)>\"'&<b>";

    private readonly ReportRuns _runs = new();

    [Fact]
    public async Task Hostile_texts_stay_texts()
    {
        var trades = Enumerable.Range(1, 40).Select(i => MadeRun.Trade(i, i % 3 - 0.9, i * 1500, tag: Hostile, strategy: "orb")).ToArray();
        await using var open = await Open(MadeRun.Write(_runs["hostile"], trades, [MadeRun.Refused(5, detail: Hostile), MadeRun.Refused(9, detail: Hostile)], id: "hostile" + Hostile), "#s=%3Cimg%20src%3Dx%3E&t=%22&z=__proto__&%=%");
        await open.DrawAll();
        Assert.Contains(Hostile, await open.Page.Locator("#trades tbody tr").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(Hostile, await open.Page.Locator("#whynot .part tbody tr").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(Hostile, await open.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await open.Page.EvaluateAsync<int>("() => document.querySelectorAll('img, b:not(.own)').length"));
        Assert.Empty(open.Errors);
    }

    [Fact]
    public async Task A_run_without_a_trade_has_no_empty_axes()
    {
        await using var open = await Open(MadeRun.Write(_runs["none"], [], [MadeRun.Refused(5)], id: "none"));
        await open.DrawAll();
        Assert.Equal(0, await open.Page.EvaluateAsync<int>("() => document.querySelectorAll('#equity svg, #calendar svg, #how svg').length"));
        Assert.Contains("1 order refused or cancelled", await open.NameOf("whynot"), StringComparison.Ordinal);
        Assert.Empty(open.Errors);
    }

    [Fact]
    public async Task One_trade_shows_its_numbers_and_no_intervals()
    {
        await using var open = await Open(MadeRun.Write(_runs["one"], [MadeRun.Trade(1, 0.75)], id: "one"));
        await open.DrawAll();
        Assert.Equal("+0.75R", await open.Number("total_r"));
        Assert.Equal("100.0\u00a0%", await open.Number("win_rate"));
        Assert.Equal("-", await open.Number("win_rate_interval"));
        Assert.Equal("-", await open.Number("expectancy_interval"));
        Assert.Equal("Cumulated R: ends at +0.75R", await open.NameOf("equity"));
        Assert.Empty(open.Errors);
    }

    [Fact]
    public async Task Filters_that_leave_no_trade_say_so()
    {
        var trades = Enumerable.Range(1, 40).Select(i => MadeRun.Trade(i, i % 3 - 0.9, i * 1500)).ToArray();
        await using var open = await Open(MadeRun.Write(_runs["filtered"], trades, id: "filtered"), "#f=2031-01-01");
        await open.DrawAll();
        foreach (var panel in (string[])["equity", "calendar", "net", "when", "how", "matrix", "streaks", "resampled", "trades"])
            Assert.Equal("No trade matches the filters.", await open.Page.Locator($"#{panel} .chart").InnerTextAsync());
        await open.Page.GetByText("Reset").ClickAsync();
        await open.DrawAll();
        Assert.StartsWith("Cumulated R", await open.NameOf("equity"), StringComparison.Ordinal);
        Assert.Empty(open.Errors);
    }

    [Fact]
    public async Task Many_trades_in_one_minute_and_scatters_on_canvas()
    {
        var trades = Enumerable.Range(1, 6000).Select(i => MadeRun.Trade(i, Math.Round(Math.Sin(i) * 2.5, 4))).ToArray();
        await using var open = await Open(MadeRun.Write(_runs["minute"], trades, id: "minute"));
        await open.DrawAll();
        Assert.Equal(2, await open.Page.Locator("#how canvas").CountAsync());
        Assert.InRange(await open.Page.EvaluateAsync<int>("() => document.querySelectorAll('*').length"), 1, 14_999);
        Assert.Empty(open.Errors);
    }

    public void Dispose() => _runs.Dispose();

    private async Task<OpenPage> Open(string directory, string hash = "") => await browser.Open(ReportRuns.Report(directory, ReportBars.None).File.Path, hash);
}
