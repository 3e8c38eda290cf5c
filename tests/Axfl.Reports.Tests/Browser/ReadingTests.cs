using System.Text.RegularExpressions;
using Axfl.Runs.Metrics;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Axfl.Reports.Tests.Browser;

/// <summary>A report in a real browser.</summary>
public sealed class ReadingTests(YearRun year, Chromium browser) : IClassFixture<YearRun>, IClassFixture<Chromium>
{
    private static readonly string[] Panels = ["equity", "calendar", "net", "when", "how", "matrix", "resampled", "whynot", "candles", "trades"];

    private string ReportPath => year.Report.File.Path;

    [Fact]
    public async Task A_filter_acts_on_every_panel_and_stands_in_the_address()
    {
        await using var open = await browser.Open(ReportPath);
        await open.DrawAll();
        Assert.Equal(0, await open.Page.Locator(".whole").CountAsync());
        var before = new Dictionary<string, string>();
        foreach (var panel in Panels) before[panel] = await open.NameOf(panel);
        await open.Page.Locator("#filters [name=s]").SelectOptionAsync("orb");
        await open.Page.Locator("#filters [name=d]").SelectOptionAsync("long");
        await open.DrawAll();
        foreach (var panel in Panels) Assert.NotEqual(before[panel], await open.NameOf(panel));

        var trades = year.Content.Run.Trades.Where(t => t is { Strategy: "orb", Side: "long" }).ToArray();
        var totals = TradeMetrics.Totals(trades, 100_000, null);
        Assert.Equal(totals.Trades.ToString(System.Globalization.CultureInfo.InvariantCulture), await open.Number("trades"));
        Assert.Equal(Shown(totals.TotalR), await open.Number("total_r"));
        Assert.Equal("-", await open.Number("sharpe"));
        Assert.EndsWith("#s=orb&d=long", open.Page.Url, StringComparison.Ordinal);
        Assert.StartsWith($"{trades.Length} trades:", await open.NameOf("trades"), StringComparison.Ordinal);
        Assert.Equal($"Cumulated R: ends at {Shown(totals.TotalR)}", await open.NameOf("equity"));

        await using var linked = await browser.Open(ReportPath, "#s=orb&d=long");
        await linked.DrawAll();
        foreach (var panel in Panels) Assert.Equal(await open.NameOf(panel), await linked.NameOf(panel));
        Assert.Empty(open.Errors);
    }

    [Fact]
    public async Task Money_a_period_and_a_day_of_the_calendar_are_filters_too()
    {
        await using var open = await browser.Open(ReportPath);
        await open.DrawAll();
        await open.Page.Locator("#filters [name=u]").SelectOptionAsync("USD");
        await open.DrawAll();
        Assert.Matches("^Equity: ends at [0-9,.]+ USD$", await open.NameOf("equity"));

        await open.Page.Locator("#equity svg").First.ScrollIntoViewIfNeededAsync();
        var chart = (await open.Page.Locator("#equity svg").First.BoundingBoxAsync())!;
        await open.Page.Mouse.MoveAsync(chart.X + (chart.Width * 0.3f), chart.Y + 60);
        await open.Page.Mouse.DownAsync();
        await open.Page.Mouse.MoveAsync(chart.X + (chart.Width * 0.6f), chart.Y + 80, new() { Steps = 5 });
        await open.Page.Mouse.UpAsync();
        await open.Page.WaitForFunctionAsync("() => location.hash.includes('f=') && location.hash.includes('e=')");
        var part = int.Parse((await open.Number("trades")).Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(part, 1, year.Content.Run.Trades.Count - 1);
        await open.Page.Locator("#equity svg").First.DblClickAsync(new() { Position = new() { X = 300, Y = 80 } });
        await open.Page.WaitForFunctionAsync("() => !location.hash.includes('f=')");

        // The last year's first day with trades, by keyboard.
        var days = open.Page.Locator("#calendar svg").First;
        await days.FocusAsync();
        await open.Page.Keyboard.PressAsync("ArrowRight");
        await open.Page.Keyboard.PressAsync("Enter");
        await open.Page.WaitForFunctionAsync("() => /f=2025-01-0\\d&e=2025-01-0\\d/.test(location.hash)");
        Assert.Empty(open.Errors);
    }

    [Fact]
    public async Task The_candle_view_works_by_mouse_and_by_keyboard()
    {
        await using var open = await browser.Open(ReportPath, "#t=3");
        var page = open.Page;
        await page.Locator("#candles").ScrollIntoViewIfNeededAsync();
        var canvas = page.Locator("#candles canvas");
        await canvas.WaitForAsync();
        await canvas.ScrollIntoViewIfNeededAsync();
        Assert.Contains("#3 ", await page.Locator("#candles .said").InnerTextAsync(), StringComparison.Ordinal);
        var seen = new HashSet<string> { await open.Candles() };
        async Task Changes(string what)
        {
            Assert.True(seen.Add(await open.Candles()), what + " changes nothing");
        }

        var box = (await canvas.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Mouse.WheelAsync(0, 1);
        Assert.False(seen.Add(await open.Candles()), "the wheel moves the page alone without focus");
        await canvas.FocusAsync();
        await canvas.ScrollIntoViewIfNeededAsync();
        foreach (var key in (string[])["+", "ArrowLeft", "-", "-", "ArrowRight", "ArrowRight", "n", "p", "0"])
        {
            if (key is "p") seen.Clear();
            await page.Keyboard.PressAsync(key);
            await Changes(key);
        }

        await page.Keyboard.PressAsync("n");
        Assert.Matches("[#&]t=\\d+", page.Url);
        box = (await canvas.BoundingBoxAsync())!;
        seen.Add(await open.Candles());
        await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + (box.Width / 2) + 90, box.Y + (box.Height / 2), new() { Steps = 4 });
        await page.Mouse.UpAsync();
        await Changes("a drag");
        await page.Mouse.WheelAsync(0, 200);
        await page.WaitForTimeoutAsync(100);
        await Changes("the wheel with focus");
        await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2) + 5);
        Assert.Matches("open [0-9.,]+, high", await page.Locator("#candles .tip").InnerTextAsync());
        Assert.Empty(open.Errors);
    }

    [Fact]
    public async Task A_point_a_row_and_a_refusal_lead_to_their_candles()
    {
        await using var open = await browser.Open(ReportPath);
        await open.DrawAll();
        var row = open.Page.Locator("#trades tbody tr").Nth(4).Locator("button");
        var trade = await row.InnerTextAsync();
        await row.ClickAsync();
        await open.Page.WaitForFunctionAsync("t => document.querySelector('#candles .said').textContent.includes(`#${t} `)", trade);
        Assert.EndsWith($"t={trade}", open.Page.Url, StringComparison.Ordinal);

        await open.Page.Locator("#how figure > svg").Nth(2).FocusAsync();
        await open.Page.Keyboard.PressAsync("ArrowRight");
        await open.Page.Keyboard.PressAsync("Enter");
        await open.Page.WaitForFunctionAsync("() => document.querySelector('#candles .said').textContent.includes('#1 ')");

        var refusal = open.Page.Locator("#whynot .part tbody tr").Nth(2);
        var symbol = await refusal.Locator("td").Nth(1).InnerTextAsync();
        await refusal.Locator("button").ClickAsync();
        await open.Page.WaitForFunctionAsync("y => document.querySelector('#candles .name').textContent.startsWith(y) && document.querySelector('#candles .said').textContent === ''", symbol);
        Assert.Empty(open.Errors);
    }

    [Fact]
    public async Task Tables_sort_and_give_more_rows_on_demand()
    {
        await using var open = await browser.Open(ReportPath);
        await open.DrawAll();
        var rows = open.Page.Locator("#trades tbody tr");
        Assert.Equal(200, await rows.CountAsync());
        await open.Page.Locator("#trades").GetByRole(AriaRole.Button, new() { NameRegex = new Regex("more of") }).ClickAsync();
        Assert.Equal(400, await rows.CountAsync());
        await open.Page.Locator("#trades th button").GetByText("R", new() { Exact = true }).ClickAsync();
        var best = year.Content.Run.Trades.Max(t => t.R);
        Assert.Equal(Shown(best), await rows.First.Locator("td").Nth(12).InnerTextAsync());
        await open.Page.Locator("#trades th button").GetByText("R", new() { Exact = true }).ClickAsync();
        Assert.Equal(Shown(year.Content.Run.Trades.Min(t => t.R)), await rows.First.Locator("td").Nth(12).InnerTextAsync());
        Assert.Equal("ascending", await open.Page.Locator("#trades th").Nth(12).GetAttributeAsync("aria-sort"));

        await open.Page.Locator("#net summary").ClickAsync();
        Assert.Equal("all", await open.Page.Locator("#net details tbody tr").Last.Locator("td").First.InnerTextAsync());
    }

    [Theory]
    [InlineData(320)]
    [InlineData(900)]
    [InlineData(2560)]
    public async Task Nothing_leaves_the_page_and_nothing_scrolls_sideways(int width)
    {
        await using var open = await browser.Open(ReportPath, width: width);
        await open.DrawAll();
        Assert.All(open.Requests, r => Assert.StartsWith("file:", r, StringComparison.Ordinal));
        Assert.Single(open.Requests);
        Assert.Equal(width, await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.InRange(await open.Page.EvaluateAsync<int>("() => document.querySelectorAll('*').length"), 1, 14_999);
        Assert.Empty(open.Errors);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1360)]
    [InlineData(ColorScheme.Dark, 1360)]
    [InlineData(ColorScheme.Light, 360)]
    public async Task Axe_finds_no_violation(ColorScheme scheme, int width)
    {
        await using var open = await browser.Open(ReportPath, width: width, scheme: scheme);
        await open.DrawAll();
        // With everything that can be opened.
        await open.Page.EvaluateAsync("() => { for (const d of document.querySelectorAll('details')) d.open = true; }");
        await open.Page.WaitForTimeoutAsync(200);
        var result = await open.Page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa") });
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join("; ", v.Nodes.Take(4).Select(n => n.Html + " " + string.Join(", ", n.Any.Select(a => a.Message))))}")));
    }

    [Fact]
    public async Task The_switch_changes_the_colours_and_paper_is_light()
    {
        await using var open = await browser.Open(ReportPath, scheme: ColorScheme.Dark);
        await open.DrawAll();
        Task<string> Ground() => open.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('section')).backgroundColor");
        Assert.Equal("rgb(26, 30, 34)", await Ground());
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Light" }).ClickAsync();
        Assert.Equal("rgb(255, 255, 255)", await Ground());
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync();
        await open.Page.EvaluateAsync("() => dispatchEvent(new Event('beforeprint'))");
        await open.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal("rgb(255, 255, 255)", await Ground());
        Assert.False(await open.Page.Locator("#filters").IsVisibleAsync());
        Assert.False(await open.Page.Locator("#candles .controls").First.IsVisibleAsync());
        Assert.Equal(50, await open.Page.EvaluateAsync<int>("() => [...document.querySelectorAll('#trades tbody tr')].filter(r => r.offsetParent).length"));
        Assert.Matches("The first 50 of", await open.Page.Locator("#trades .paper").InnerTextAsync());
        Assert.Equal("rgba(255,255,255,255)", await open.Page.EvaluateAsync<string>("() => { const c = document.querySelector('#candles canvas'); return `rgba(${[...c.getContext('2d').getImageData(2, 2, 1, 1).data]})`; }"));
        await open.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await open.Page.EvaluateAsync("() => dispatchEvent(new Event('afterprint'))");
        Assert.Equal("rgb(26, 30, 34)", await Ground());
        var pdf = await open.Page.PdfAsync(new() { Format = "A4" });
        Assert.True(pdf.Length > 50_000);
        Assert.Empty(open.Errors);
    }

    private static string Shown(double r) => (r > 0 ? "+" : r < 0 ? "−" : "") + Math.Abs(r).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) + "R";
}
