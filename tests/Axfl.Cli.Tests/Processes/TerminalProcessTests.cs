using Axfl.Contracts;

namespace Axfl.Cli.Tests.Processes;

/// <summary>Runs on a real terminal: the picture takes it and gives it back, however the run ends.</summary>
public sealed class TerminalProcessTests : IDisposable
{
    private const string Replay = "live-port --mode replay --source simulated --since 2025-07-14 --until 2025-07-19 --run-id run", NoTerminal = "needs script and stty";
    private const string Enter = "\u001b[?1049h\u001b[?25l\u001b[?7l", Leave = "\u001b[?7h\u001b[?25h\u001b[?1049l", Frame = "\u001b[?2026h", KeysEnd = "\u001b[?1l\u001b>";

    private readonly string _directory = Directory.CreateTempSubdirectory("axfl-terminal-").FullName;

    public static bool IsPossible => TerminalProcess.IsPossible;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact(SkipUnless = nameof(IsPossible), Skip = NoTerminal)]
    public async Task A_replay_is_a_picture_and_ends_with_the_summary_and_how_to_open_its_report()
    {
        using var axfl = TerminalProcess.Start(_directory, Replay);
        var (code, said) = await axfl.End();
        Assert.Equal(0, code);
        Assert.DoesNotContain(StatusBlock.Begin, said, StringComparison.Ordinal);
        AssertGivenBack(said);
        var after = said[(said.IndexOf(Leave, StringComparison.Ordinal) + Leave.Length)..];
        Assert.Contains("EQUITY", after, StringComparison.Ordinal);
        Assert.Contains("cost share", after, StringComparison.Ordinal);
        Assert.EndsWith("Open its report: axfl report run --open", after.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory(SkipUnless = nameof(IsPossible), Skip = NoTerminal)]
    [InlineData("q", 130)]
    [InlineData("\u0003", 130)]
    [InlineData("\u001c", 131)]
    public async Task A_key_Ctrl_C_or_Ctrl_backslash_stops_the_run_of_the_process_and_gives_the_terminal_back(string key, int expected)
    {
        using var axfl = TerminalProcess.Start(_directory, Replay + " --speed 2000");
        var picture = await axfl.Until("q stop the run");
        Assert.All(picture.Split(Frame)[1..], frame => Assert.True(frame.Split("\r\n").Length <= 30));
        await axfl.Press(key);
        var (code, said) = await axfl.End();
        Assert.Equal(expected, code);
        AssertGivenBack(said);
        Assert.Contains("stopped before its end", said, StringComparison.Ordinal);
    }

    [Fact(SkipUnless = nameof(IsPossible), Skip = NoTerminal)]
    public async Task A_run_of_another_process_is_shown_until_somebody_leaves_and_goes_on()
    {
        using var run = AxflProcess.Start(_directory, Replay + " --speed 2000 --set status_every_bars=1");
        Assert.Equal(StatusBlock.Begin, await run.Output.ReadLineAsync(TestContext.Current.CancellationToken));
        using var axfl = TerminalProcess.Start(_directory, "show run");
        await axfl.Until("q quit");
        await axfl.Press("q");
        var (code, said) = await axfl.End();
        Assert.Equal(0, code);
        AssertGivenBack(said);
        run.Signal("TERM");
        await run.Output.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Equal(143, await run.Code());
    }

    [Theory(SkipUnless = nameof(IsPossible), Skip = NoTerminal)]
    [InlineData("\u0003", 130)]
    [InlineData("\u001c", 131)]
    public async Task A_signal_ends_the_picture_of_another_processs_run_and_gives_the_terminal_back(string key, int expected)
    {
        using var run = AxflProcess.Start(_directory, Replay + " --speed 2000 --set status_every_bars=1");
        Assert.Equal(StatusBlock.Begin, await run.Output.ReadLineAsync(TestContext.Current.CancellationToken));
        using var axfl = TerminalProcess.Start(_directory, "show run");
        await axfl.Until("q quit");
        await axfl.Press(key);
        var (code, said) = await axfl.End();
        Assert.Equal(expected, code);
        AssertGivenBack(said);
    }

    [Fact(SkipUnless = nameof(IsPossible), Skip = NoTerminal)]
    public async Task A_replay_whose_terminal_is_closed_ends_with_the_code_of_output_and_says_so_in_its_files()
    {
        using var axfl = TerminalProcess.Start(_directory, Replay + " --speed 2000");
        await axfl.Until("q stop the run");
        axfl.Close();
        Assert.Equal(4, await axfl.Code());
        Assert.DoesNotContain("\"state\":\"running\"", await File.ReadAllTextAsync(Path.Combine(_directory, "logs", "runs", "run", "now.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_directory, "logs", "runs", "run", "summary.json")));
    }

    [Fact(SkipUnless = nameof(IsPossible), Skip = NoTerminal)]
    public async Task The_picture_of_another_processs_run_whose_terminal_is_closed_ends_with_the_code_of_output()
    {
        using var run = AxflProcess.Start(_directory, Replay + " --speed 2000 --set status_every_bars=1");
        Assert.Equal(StatusBlock.Begin, await run.Output.ReadLineAsync(TestContext.Current.CancellationToken));
        using var axfl = TerminalProcess.Start(_directory, "show run");
        await axfl.Until("q quit");
        axfl.Close();
        Assert.Equal(4, await axfl.Code());
        Assert.False(run.HasExited);
    }

    [Theory(SkipUnless = nameof(IsPossible), Skip = NoTerminal)]
    [InlineData("")]
    [InlineData("2> said.txt")]
    public async Task A_live_run_whose_terminal_is_closed_ends_as_by_a_hang_up(string redirection)
    {
        using var feed = AxflProcess.Start(_directory, "fake-feed --port 0 --ticks-per-second 5");
        using var axfl = TerminalProcess.Start(_directory, await Live(feed, redirection));
        await axfl.Until("q stop the run");
        axfl.Close();
        // As shells do for their jobs.
        AxflProcess.Signal(await RunProcess(), "HUP");
        Assert.Equal(129, await axfl.Code());
        Assert.Contains("\"state\": \"stopped\"", await Summary(), StringComparison.Ordinal);
    }

    [Fact(SkipUnless = nameof(IsPossible), Skip = NoTerminal)]
    public async Task A_live_run_that_nobody_hangs_up_goes_on_without_its_terminal_and_says_so()
    {
        using var feed = AxflProcess.Start(_directory, "fake-feed --port 0 --ticks-per-second 5");
        using var axfl = TerminalProcess.Start(_directory, await Live(feed, ""));
        await axfl.Until("q stop the run");
        axfl.Close();
        var now = Path.Combine(_directory, "logs", "runs", "run", "now.json");
        var closed = File.GetLastWriteTimeUtc(now);
        await LiveProcess.Until(() => File.GetLastWriteTimeUtc(now) > closed.AddSeconds(2));
        AxflProcess.Signal(await RunProcess(), "TERM");
        Assert.Equal(143, await axfl.Code());
        Assert.Contains("\"state\": \"stopped\"", await Summary(), StringComparison.Ordinal);
        Assert.Contains("standard output cannot be written", await Summary(), StringComparison.Ordinal);
    }

    private async Task<int> RunProcess()
    {
        using var now = System.Text.Json.JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(_directory, "logs", "runs", "run", "now.json"), TestContext.Current.CancellationToken));
        return now.RootElement.GetProperty("pid").GetInt32();
    }

    private static async Task<string> Live(AxflProcess feed, string redirection)
    {
        var address = (await feed.Output.ReadLineAsync(TestContext.Current.CancellationToken))!["listening on ".Length..];
        return $"live-port --mode ws --source finnhub --endpoint {address} --run-id run --set interval=1m --set warmup_days=1 {redirection}";
    }

    private Task<string> Summary() => File.ReadAllTextAsync(Path.Combine(_directory, "logs", "runs", "run", "summary.json"), TestContext.Current.CancellationToken);

    private static void AssertGivenBack(string said)
    {
        // What the keys were given for is taken back behind it, and not given again.
        Assert.True(said.LastIndexOf(KeysEnd, StringComparison.Ordinal) > said.IndexOf(Leave, StringComparison.Ordinal));
        Assert.True(said.LastIndexOf("\u001b[?1h", StringComparison.Ordinal) < said.LastIndexOf(KeysEnd, StringComparison.Ordinal));
        Assert.Equal(2, said.Split(Enter).Length);
        Assert.Equal(2, said.Split(Leave).Length);
        Assert.True(said.IndexOf(Enter, StringComparison.Ordinal) < said.IndexOf(Leave, StringComparison.Ordinal));
        Assert.True(said.LastIndexOf(Frame, StringComparison.Ordinal) < said.IndexOf(Leave, StringComparison.Ordinal));
    }
}
