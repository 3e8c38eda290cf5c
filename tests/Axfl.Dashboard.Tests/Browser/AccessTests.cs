using Axfl.Testing;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Axfl.Dashboard.Tests.Browser;

/// <summary>The page held against WCAG 2.2 A and AA by axe-core.</summary>
public sealed class AccessTests : IAsyncDisposable
{
    private readonly Board _board = new(time: TimeProvider.System);

    public static bool IsPossible => InstalledChromium.IsThere;

    public ValueTask DisposeAsync() => _board.DisposeAsync();

    [Theory(SkipUnless = nameof(IsPossible), Skip = InstalledChromium.Missing)]
    [InlineData(ColorScheme.Light, 1360, "running")]
    [InlineData(ColorScheme.Dark, 1360, "running")]
    [InlineData(ColorScheme.Light, 360, "running")]
    [InlineData(ColorScheme.Light, 1360, "killed")]
    [InlineData(ColorScheme.Dark, 1360, "killed")]
    public async Task Axe_finds_nothing(ColorScheme scheme, int width, string state)
    {
        PageTests.Full(_board.Run(), state);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = InstalledChromium.Path, Args = ["--no-sandbox"] });
        var page = await (await browser.NewContextAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } })).NewPageAsync();
        await page.GotoAsync(_board.Server.Address.AbsoluteUri, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await page.WaitForFunctionAsync("state => document.querySelector('#closed tbody') && document.querySelector('#chart canvas') && document.documentElement.dataset.state === state", state == "killed" ? "old" : "ok");
        var found = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
    }
}
