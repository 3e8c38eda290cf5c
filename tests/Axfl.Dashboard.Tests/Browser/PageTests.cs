using Axfl.Dashboard.Api;
using Axfl.Testing;
using Microsoft.Playwright;

namespace Axfl.Dashboard.Tests.Browser;

/// <summary>The page in a real browser. Where there is no Chromium these are skipped, and counted as skipped.</summary>
public sealed class PageTests : IAsyncLifetime
{
    private readonly List<string> _complaints = [];
    private Board? _board;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static bool IsPossible => InstalledChromium.IsThere;

    private Board Board => _board!;

    public async ValueTask InitializeAsync()
    {
        if (!IsPossible) return;
        _board = new Board(time: TimeProvider.System);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = InstalledChromium.Path, Args = ["--no-sandbox"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_board is not null) await _board.DisposeAsync();
    }

    [Fact(SkipUnless = nameof(IsPossible), Skip = InstalledChromium.Missing)]
    public async Task It_shows_what_happens_in_a_run_as_it_happens_and_breaks_no_policy()
    {
        var run = Live();
        var page = await Open();
        Assert.Equal($"http://127.0.0.1:{Board.Port}/", page.Url);
        await Shows(page, "#state", "Running, +1.25R today");
        await Shows(page, "#closed", "No trade was closed today.");
        Now(run, r: -0.5);
        await Shows(page, "#state", "Running, −0.50R today");
        run.Add("trades.csv", RunFolder.Trade(1, tag: "<img src=x onerror=alert(1)>").Replace("2026-01-13", Today, StringComparison.Ordinal));
        await Shows(page, "#closed", "<img src=x onerror=alert(1)>");
        run.Add("decisions.jsonl", RunFolder.Decision(9, "max_spread", "2.10 > 1.50").Replace("2026-01-13", Today, StringComparison.Ordinal));
        await Shows(page, "#because", "blocked by max_spread: 2.10 > 1.50");
        Assert.Equal("−0.5R · 0 open · first", await page.TitleAsync());
        Now(run, halt: "portfolio_halted");
        await Shows(page, "#state", "Halted");
        await Shows(page, "#notice", "The portfolio is halted by the daily stop of the portfolio");
        Assert.Equal("HALTED · first", await page.TitleAsync());
        Now(run, connected: false);
        await Shows(page, "#state", "No feed");
        Assert.Empty(_complaints);
    }

    [Fact(SkipUnless = nameof(IsPossible), Skip = InstalledChromium.Missing)]
    public async Task A_run_that_ends_and_goes_on_is_told()
    {
        var run = Live();
        var page = await Open();
        await Shows(page, "#state", "Running");
        run.Write("summary.json", "{}");
        Now(run, state: "stopped");
        await Shows(page, "#notice", "");
        await page.WaitForFunctionAsync("() => document.documentElement.dataset.state !== 'ok'");
        File.Delete(run["summary.json"]);
        using var held = run.Lock();
        Now(run);
        await Shows(page, "#state", "Running");
        Assert.Empty(_complaints);
    }

    [Fact(SkipUnless = nameof(IsPossible), Skip = InstalledChromium.Missing)]
    public async Task A_page_that_lost_the_server_says_so_and_takes_up_where_it_was()
    {
        var run = Live();
        run.Add("trades.csv", RunFolder.Trade(1).Replace("2026-01-13", Today, StringComparison.Ordinal));
        var page = await Open();
        await Shows(page, "#closed", "+0.50R");
        var port = Board.Port;
        await Board.Server.DisposeAsync();
        await Shows(page, "#state", "No answer");
        Assert.Contains("NO SERVER", await page.TitleAsync(), StringComparison.Ordinal);
        await page.WaitForSelectorAsync("main.old");
        run.Add("trades.csv", RunFolder.Trade(2, r: 0.75).Replace("2026-01-13", Today, StringComparison.Ordinal));

        // Another start has another key: the page says so, until the new address is opened beside it.
        await using var next = DashboardServer.Start(new Axfl.Contracts.DashboardRequest(Board.Output) { Port = port }, [], (_, _) => [], TimeProvider.System);
        await Shows(page, "#notice", "started anew");
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(next.Address.AbsoluteUri, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await Shows(page, "#closed", "+0.75R");
        await Shows(page, "#state", "Running");
        Assert.Equal(2, await page.Locator("#closed tbody tr").CountAsync());
    }

    [Fact(SkipUnless = nameof(IsPossible), Skip = InstalledChromium.Missing)]
    public async Task More_pages_than_a_browser_has_connections_all_go_on()
    {
        var run = Live();
        var first = await Open();
        var pages = new List<IPage> { first };
        for (var i = 1; i < Routes.MostStreams + 3; i++) pages.Add(await Open(first.Context, withKey: false));
        foreach (var page in pages) await Shows(page, "#state", "Running, +1.25R today");
        Now(run, r: 2);
        foreach (var page in pages) await Shows(page, "#state", "Running, +2.00R today");
    }

    [Theory(SkipUnless = nameof(IsPossible), Skip = InstalledChromium.Missing)]
    [InlineData(320)]
    [InlineData(360)]
    [InlineData(900)]
    [InlineData(1360)]
    [InlineData(2560)]
    public async Task The_page_is_never_wider_than_the_screen(int width)
    {
        Full(Board.Run(), "running");
        var page = await Open(width: width);
        await Shows(page, "#closed", "xxx");
        await Shows(page, "#chart", "EURUSD");
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        Assert.Empty(_complaints);
    }

    [Fact(SkipUnless = nameof(IsPossible), Skip = InstalledChromium.Missing)]
    public async Task Without_a_run_the_page_waits_for_one()
    {
        var page = await Open();
        await Shows(page, "#notice", "There is no run in this folder yet");
        Live();
        await Shows(page, "#state", "Running, +1.25R today");
        Assert.Empty(_complaints);
    }

    [Fact(SkipUnless = nameof(IsPossible), Skip = InstalledChromium.Missing)]
    public async Task A_run_that_says_nothing_any_more_looks_old()
    {
        var run = Live();
        var page = await Open();
        await Shows(page, "#state", "Running");

        // Its process is this one, which is there and says nothing since it began.
        using var held = run.Lock();
        using var me = System.Diagnostics.Process.GetCurrentProcess();
        Now(run, writtenAt: me.StartTime.ToUniversalTime());
        await Shows(page, "#notice", "Nothing new of the run for");
        await Shows(page, "#notice", "Its process is there, but may hang.");
        Assert.True(await page.Locator("main.old").CountAsync() == 1);
        Assert.Equal("OLD · first", await page.TitleAsync());
    }

    [Fact(SkipUnless = nameof(IsPossible), Skip = InstalledChromium.Missing)]
    public async Task A_dashboard_that_says_nothing_is_not_taken_for_a_run_that_hangs()
    {
        var run = Board.Run().Add("trades.csv", RunFolder.Header);
        using var held = run.Lock();
        Now(run, writtenAt: TimeProvider.System.GetUtcNow().UtcDateTime);
        var context = await _browser!.NewContextAsync();
        await context.Clock.InstallAsync();
        var page = await Open(context);
        await Shows(page, "#state", "Running");
        // Its requests get no answer any more, and on its line nothing comes for a while.
        await page.RouteAsync("**/api/**", _ => Task.CompletedTask);
        await context.Clock.FastForwardAsync(17_500);
        await Shows(page, "#notice", "The dashboard gives no sign for");
        Assert.Equal("NO SERVER · first", await page.TitleAsync());
        // It answers again.
        await page.UnrouteAllAsync();
        Now(run, r: 2);
        await Shows(page, "#state", "Running, +2.00R today");
    }

    private static string Stamp => Text(TimeProvider.System.GetUtcNow().UtcDateTime);

    // Nothing grows old while a test waits for a busy machine.
    private static string Later => Text(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1));

    private static string Today => Stamp[..10];

    /// <summary>A run with everything a page can show, in long words.</summary>
    internal static void Full(RunFolder run, string state)
    {
        var (at, long1) = (Stamp, new string('x', 60));
        run.Journal().Add(RunFolder.Segment(1), string.Concat(Enumerable.Range(0, 100).Select(i => RunFolder.Bars(i, $"{Today}T00:{i % 60:00}:{i / 60:00}Z", 1.1))) + RunFolder.Feed(200, at, "backing off"));
        run.Add("trades.csv", RunFolder.Header + string.Concat(Enumerable.Range(1, 30).Select(i => RunFolder.Trade(i, r: i % 3 - 1, tag: long1).Replace("2026-01-13", Today, StringComparison.Ordinal))));
        run.Add("decisions.jsonl", string.Concat(Enumerable.Range(1, 30).Select(i => RunFolder.Decision(i, "max_spread", long1).Replace("2026-01-13", Today, StringComparison.Ordinal))));
        var status = RunFolder.Status(at, -1.4).Replace("2026-01-13", Today, StringComparison.Ordinal)
            .Replace("\"positions\":[]", $"\"positions\":[{{\"symbol\":\"EURUSD\",\"strategy\":\"{long1}\",\"side\":\"long\",\"units\":1000,\"entry\":1.1,\"entry_time\":\"{at}\",\"sl\":1.09,\"tp\":1.12,\"r_open\":0.4,\"pnl_open\":40,\"bars_held\":3}}]", StringComparison.Ordinal)
            .Replace("\"pending\":[]", $"\"pending\":[{{\"symbol\":\"EURUSD\",\"strategy\":\"orb\",\"side\":\"short\",\"type\":\"stop\",\"price\":1.09,\"sl\":1.1,\"tp\":1.08,\"placed\":\"{at}\",\"expiry\":null}}]", StringComparison.Ordinal)
            .Replace("\"blocked\":{}", "\"blocked\":{\"max_spread\":30}", StringComparison.Ordinal);
        if (state == "killed") run.Write("run.lock", $"{{\"pid\":\"{int.MaxValue}\",\"host\":\"{Environment.MachineName}\"}}");
        var written = state == "killed" ? Today + "T00:00:00.000Z" : Later;
        run.Write("now.json", $"{{\"status\":{status},\"written_at\":\"{written}\",\"pid\":{(state == "killed" ? int.MaxValue : Environment.ProcessId)},\"state\":\"running\","
            + $"\"prices\":[{{\"symbol\":\"EURUSD\",\"mid\":1.104,\"bid\":1.1039,\"ask\":1.1041,\"stamped\":\"{at}\",\"received\":\"{at}\",\"fresh\":false,\"why\":\"it is 61 s old\"}}],"
            + $"\"windows\":[{{\"strategy\":\"{long1}\",\"start\":\"{Today}T07:00:00Z\",\"end\":\"{Today}T10:00:00Z\"}}],"
            + $"\"limits\":[{{\"strategy\":null,\"r\":-1.4,\"stop_r\":-5,\"trades\":3,\"max_trades\":null}},{{\"strategy\":\"{long1}\",\"r\":-1.4,\"stop_r\":-2,\"trades\":2,\"max_trades\":3}}],"
            + $"\"halts\":[{{\"halt\":\"strategy_daily_stop\",\"strategy\":\"{long1}\",\"until\":\"{Today}T23:59:00Z\"}}],\"last_trades\":[],\"last_refusals\":[]}}\n");
    }

    private static string Text(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private RunFolder Live()
    {
        var run = Board.Run().Add("trades.csv", RunFolder.Header);
        Now(run, r: 1.25);
        return run;
    }

    private static void Now(RunFolder run, double r = 1.25, string state = "running", string? halt = null, bool connected = true, DateTime? writtenAt = null)
    {
        var status = RunFolder.Status(Stamp, r).Replace("2026-01-13", Today, StringComparison.Ordinal);
        if (!connected) status = status.Replace("\"connected\":true", "\"connected\":false", StringComparison.Ordinal);
        var halts = halt is null ? "" : $"{{\"halt\":\"{halt}\",\"strategy\":null,\"until\":null}}";
        var written = writtenAt is { } at ? Text(at) : Later;
        // Replaced whole, as a run does.
        run.Write("now.tmp", $"{{\"status\":{status},\"written_at\":\"{written}\",\"pid\":{Environment.ProcessId},\"state\":\"{state}\",\"prices\":[],\"windows\":[],\"limits\":[],\"halts\":[{halts}],\"last_trades\":[],\"last_refusals\":[]}}\n");
        File.Move(run["now.tmp"], run["now.json"], overwrite: true);
    }

    private async Task<IPage> Open(IBrowserContext? context = null, bool withKey = true, int width = 1360)
    {
        context ??= await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
        var page = await context.NewPageAsync();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") _complaints.Add(message.Text); };
        page.PageError += (_, error) => _complaints.Add(error);
        await page.GotoAsync(withKey ? Board.Server.Address.AbsoluteUri : $"http://127.0.0.1:{Board.Port}/", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        return page;
    }

    private static Task Shows(IPage page, string where, string text) =>
        page.WaitForFunctionAsync("([where, text]) => document.querySelector(where).textContent.includes(text)", new[] { where, text }, new() { Timeout = (float)Board.Patience.TotalMilliseconds });
}
