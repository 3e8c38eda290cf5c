using System.Globalization;
using Axfl.Reports.Page;
using Axfl.Reports.Tests.Sweeps;
using Microsoft.Playwright;

namespace Axfl.Reports.Tests.Browser;

/// <summary>The page of a sweep as somebody reads it.</summary>
public sealed class SweepReadingTests(Chromium browser) : IClassFixture<Chromium>, IDisposable
{
    private readonly StoredSweeps _sweeps = new();

    public void Dispose() => _sweeps.Dispose();

    [Theory]
    [InlineData(1360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task It_draws_every_panel_shows_a_trial_at_a_click_and_asks_no_network(int width, ColorScheme scheme)
    {
        _sweeps.Fill(StoredSweeps.TwoAxes());
        _sweeps.Report();
        await using var open = await browser.Open(Path.Combine(_sweeps.Folder, "made.html"), "", width, scheme);
        await open.Page.Locator("#trials .chart tbody tr").First.WaitForAsync();
        foreach (var id in (string[])["plane", "chosen", "parallel", "plateau", "distribution", "outside"]) await open.Page.Locator($"#{id} .chart .name").First.WaitForAsync();
        var best = _sweeps.Measure().Best!;
        Assert.Equal(Shown.Number(best.Objective, 4), await open.Page.Locator("#plane td.best button").InnerTextAsync());
        await open.Page.Locator("#plane tbody tr").Nth(1).Locator("td button").Nth(2).ClickAsync();
        await Assertions.Expect(open.Page.Locator("#chosen .name")).ToContainTextAsync("Trial 7");
        await Assertions.Expect(open.Page.Locator("#chosen .chart pre")).ToContainTextAsync("axfl sweep export made --trial 7 ");
        await open.Page.Locator("#plane select[name=x]").SelectOptionAsync("0");
        await Assertions.Expect(open.Page.Locator("#plane .chart tbody tr")).ToHaveCountAsync(4);
        Assert.True(await open.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), width.ToString(CultureInfo.InvariantCulture));
        Assert.Empty(open.Errors);
        Assert.All(open.Requests, static r => Assert.StartsWith("file:", r, StringComparison.Ordinal));
    }
}
