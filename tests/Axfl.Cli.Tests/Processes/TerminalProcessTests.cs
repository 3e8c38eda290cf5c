using Axfl.Contracts;

namespace Axfl.Cli.Tests.Processes;

/// <summary>Runs on a real terminal: the picture takes it and gives it back, however the run ends.</summary>
public sealed class TerminalProcessTests : IDisposable
{
    private const string Replay = "live-port --mode replay --source simulated --since 2025-07-14 --until 2025-07-19 --run-id run", NoTerminal = "needs script and stty";
    private const string Enter = "\u001b[?1049h\u001b[?25l\u001b[?7l", Leave = "\u001b[?7h\u001b[?25h\u001b[?1049l", Frame = "\u001b[?2026h";

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
    [InlineData("q")]
    [InlineData("\u0003")]
    public async Task A_key_or_Ctrl_C_stops_the_run_of_the_process_and_gives_the_terminal_back(string key)
    {
        using var axfl = TerminalProcess.Start(_directory, Replay + " --speed 2000");
        var picture = await axfl.Until("q stop the run");
        Assert.All(picture.Split(Frame)[1..], frame => Assert.True(frame.Split("\r\n").Length <= 30));
        await axfl.Press(key);
        var (code, said) = await axfl.End();
        Assert.Equal(130, code);
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

    private static void AssertGivenBack(string said)
    {
        Assert.Equal(2, said.Split(Enter).Length);
        Assert.Equal(2, said.Split(Leave).Length);
        Assert.True(said.IndexOf(Enter, StringComparison.Ordinal) < said.IndexOf(Leave, StringComparison.Ordinal));
        Assert.True(said.LastIndexOf(Frame, StringComparison.Ordinal) < said.IndexOf(Leave, StringComparison.Ordinal));
    }
}
