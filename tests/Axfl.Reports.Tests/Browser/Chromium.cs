using Axfl.Testing;
using Microsoft.Playwright;

namespace Axfl.Reports.Tests.Browser;

/// <summary>The browser of this machine, started once for all tests of a class; absent where none is installed.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (InstalledChromium.Path is not { } path) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"] });
    }

    /// <summary>Opens a file. Whatever the page says of errors, or asks of a network, is kept.</summary>
    /// <param name="path">The file.</param>
    /// <param name="hash">What stands behind it in the address.</param>
    /// <param name="width">Width of the window, pixels.</param>
    /// <param name="scheme">Light or dark.</param>
    public async Task<OpenPage> Open(string path, string hash = "", int width = 1360, ColorScheme scheme = ColorScheme.Light)
    {
        Assert.SkipWhen(_browser is null, InstalledChromium.Missing);
        var page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
        var open = new OpenPage(page);
        await page.GotoAsync(new Uri(path).AbsoluteUri + hash);
        return open;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
