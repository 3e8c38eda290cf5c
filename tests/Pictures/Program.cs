using System.Diagnostics;
using Axfl.Contracts;
using Axfl.LiveHost;
using Axfl.Pictures;
using Axfl.Providers.Common;
using Axfl.Runtime;
using Axfl.Testing;
using Microsoft.Playwright;

// Makes the two pictures of README from made runs: dotnet run --project tests/Pictures -- docs/images
var folder = Directory.CreateDirectory(args.Length > 0 ? args[0] : "docs/images").FullName;
if (InstalledChromium.Path is not { } browser)
{
    Console.Error.WriteLine("There is no browser here: install Chromium, or give its path in AXFL_CHROMIUM.");
    return 1;
}

var runs = Directory.CreateTempSubdirectory("axfl-pictures").FullName;
using var playwright = await Playwright.CreateAsync();
await using var chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = browser, Args = ["--no-sandbox"] });
try
{
    await Picture(new Uri(await MakeReport()).AbsoluteUri, "report.png", height: 1010);
    await Live();
    return 0;
}
finally
{
    Directory.Delete(runs, recursive: true);
}

// The replay of README's first command, and its report.
async Task<string> MakeReport()
{
    var axfl = Path.Combine(AppContext.BaseDirectory, "axfl.dll");
    var report = Path.Combine(runs, "report.html");
    await Run(axfl, "live-port", "--mode", "replay", "--run-id", "example", "--out", runs, "--status-format", "none");
    await Run(axfl, "report", "example", "--out", runs, "--to", report);
    return report;
}

// A run that is under way in the middle of a morning.
async Task Live()
{
    const string Sessions = """
        made:
          symbols: [EURUSD, GBPUSD, XAUUSD]
          interval: 1m
          source: finnhub
          warmup_days: 0
          status_every_s: 20
          strategies:
            - {name: lsg, windows: [{start: "07:00", end: "10:00"}]}
            - {name: orb, windows: [{start: "07:00", end: "10:00"}]}
            - {name: arls, windows: [{start: "07:00", end: "10:00"}]}
        """;
    var clock = new EventClock(MadeMorning.Start);
    var runtime = new AxflRuntime(clock);
    using var live = DirectLive.Begin(runs, "london", [], sessions: Sessions, strategies: runtime.GetStrategies([], []), clock: clock);
    live.Say(new StateEvent(clock.Now, FeedState.Live, "Connected."));
    foreach (var (symbol, tick) in MadeMorning.Until(new TimeSpan(7, 26, 12))) live.Feed(symbol, tick);
    live.Statuses.WriteNow();
    await using var dashboard = runtime.StartDashboard(new DashboardRequest(runs) { RunDirectory = Path.Combine(runs, "runs", "london") });
    await Picture(dashboard.Address.AbsoluteUri, "dashboard.png", height: 900);
}

async Task Picture(string address, string name, int height)
{
    var page = await chromium.NewPageAsync(new() { ViewportSize = new() { Width = 1240, Height = height }, ColorScheme = ColorScheme.Light });
    await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
    await page.WaitForSelectorAsync("#headline dd");
    await page.WaitForTimeoutAsync(3000);
    await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name) });
    await page.CloseAsync();
    Console.WriteLine($"{name}: {new FileInfo(Path.Combine(folder, name)).Length:N0} bytes");
}

static async Task Run(string program, params string[] arguments)
{
    using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true })!;
    _ = await process.StandardOutput.ReadToEndAsync();
    await process.WaitForExitAsync();
    if (process.ExitCode is not 0) throw new InvalidOperationException($"axfl {string.Join(' ', arguments)} ended with {process.ExitCode}.");
}
