using System.Text.Json;

namespace Axfl.Cli.Tests.Processes;

/// <summary>Standard output and error that cannot be written, through the whole program.</summary>
public sealed class ConsoleProcessTests : IDisposable
{
    private const string Replay = "live-port --mode replay --source simulated --since 2025-07-14 --until 2025-07-19 --run-id run";
    private const string NoFull = "needs a shell and /dev/full";

    private readonly string _directory = Directory.CreateTempSubdirectory("axfl-console-").FullName;

    public static bool IsPossible => AxflProcess.IsPossible && File.Exists("/dev/full");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact(SkipUnless = nameof(IsPossible), Skip = NoFull)]
    public async Task A_replay_whose_standard_output_is_full_ends_with_4_and_fails_in_its_summary()
    {
        var (code, _, error) = await AxflProcess.Run(_directory, Replay + " --set status_every_bars=1 > /dev/full");
        Assert.Equal(4, code);
        Assert.Contains("error: standard output cannot be written: No space left on device\n", error, StringComparison.Ordinal);
        using var summary = Summary("run");
        Assert.Equal("failed", summary.RootElement.GetProperty("state").GetString());
        Assert.Equal("standard output cannot be written: No space left on device", summary.RootElement.GetProperty("error").GetString());
        var statuses = Directory.GetFiles(Path.Combine(_directory, "logs", "runs", "run"), "portfolio_live_*");
        Assert.Contains("standard output cannot be written", File.ReadAllText(statuses.Order().Last()), StringComparison.Ordinal);
    }

    [Fact(SkipUnless = nameof(IsPossible), Skip = NoFull)]
    public async Task A_replay_whose_standard_error_is_full_ends_with_4() =>
        Assert.Equal(4, (await AxflProcess.Run(_directory, Replay + " 2> /dev/full")).Code);

    [Theory(SkipUnless = nameof(IsPossible), Skip = NoFull)]
    [InlineData(">&-", "error: standard output cannot be written: It was closed when the program was started\n")]
    [InlineData("2>&-", "")]
    [InlineData(">&- 2>&-", "")]
    public async Task A_replay_that_is_started_without_a_standard_stream_ends_with_4(string redirection, string said)
    {
        var (code, _, error) = await AxflProcess.Run(_directory, Replay + " --set status_every_bars=1 " + redirection);
        Assert.Equal(4, code);
        Assert.Contains(said, error, StringComparison.Ordinal);
    }

    [Fact(SkipUnless = nameof(IsPossible), Skip = NoFull)]
    public async Task A_reader_that_is_started_without_standard_output_ends_with_4_and_says_so()
    {
        var (code, _, error) = await AxflProcess.Run(_directory, "strategies >&-");
        Assert.Equal(4, code);
        Assert.Contains("error: standard output cannot be written: It was closed when the program was started\n", error, StringComparison.Ordinal);
    }

    [Fact(SkipUnless = nameof(IsPossible), Skip = NoFull)]
    public async Task A_replay_whose_reader_has_gone_ends_with_4_and_without_a_word_of_it()
    {
        using var axfl = AxflProcess.Start(_directory, Replay + " --set status_every_bars=1 --speed 2000");
        await axfl.Output.ReadLineAsync(TestContext.Current.CancellationToken);
        axfl.Output.Close();
        Assert.Equal(4, await axfl.Code());
        Assert.DoesNotContain("error", axfl.Error, StringComparison.Ordinal);
    }

    [Fact(SkipUnless = nameof(IsPossible), Skip = NoFull)]
    public async Task A_reader_whose_standard_output_is_full_ends_with_4_and_says_so()
    {
        await File.WriteAllTextAsync(Path.Combine(_directory, "bars.csv"), "time,open,high,low,close,volume\n2025-07-14T07:00:00Z,1.1,1.2,1.0,1.1,5\n", TestContext.Current.CancellationToken);
        Assert.Equal(0, (await AxflProcess.Run(_directory, Replay + " --status-format none")).Code);
        foreach (var command in new[]
                 {
                     "status run", "runs", "trades run", "decisions run --explain", "measure run", "sessions show --yaml", "strategies", "live-port --help",
                     "data check bars.csv",
                 })
        {
            var (code, _, error) = await AxflProcess.Run(_directory, command + " > /dev/full");
            Assert.Equal((command, 4), (command, code));
            Assert.Contains("error: standard output cannot be written: No space left on device", error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        }

        Assert.Equal(4, (await AxflProcess.Run(_directory, "decisions run > /dev/full 2>&1")).Code);
    }

    [Fact(SkipUnless = nameof(IsPossible), Skip = NoFull)]
    public async Task A_live_run_goes_on_without_standard_output_says_so_in_its_files_and_ends_with_4_where_it_would_have_ended_with_0()
    {
        var until = DateTime.UtcNow.AddSeconds(20).ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
        using var live = await LiveProcess.Start(_directory, $"--until {until} > /dev/full");
        await live.UntilJournal(text => text.Contains("\"console\"", StringComparison.Ordinal));
        await live.UntilJournal(text => text[text.IndexOf("\"console\"", StringComparison.Ordinal)..].Contains("\"tick\"", StringComparison.Ordinal));
        Assert.Equal(4, await live.Run.Code());
        Assert.Contains("warning: ", live.Run.Error, StringComparison.Ordinal);
        using var summary = Summary("live");
        Assert.Equal("ended", summary.RootElement.GetProperty("state").GetString());
        Assert.Contains("No space left on device", summary.RootElement.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Theory(SkipUnless = nameof(IsPossible), Skip = NoFull)]
    [InlineData("INT", 130, "")]
    [InlineData("TERM", 143, "> /dev/full 2>&1")]
    [InlineData("HUP", 129, "2> /dev/full")]
    public async Task A_signal_ends_a_live_run_in_order_whatever_the_console_does(string signal, int code, string redirection)
    {
        using var live = await LiveProcess.Start(_directory, redirection);
        await live.UntilJournal(text => text.Contains("\"tick\"", StringComparison.Ordinal));
        live.Run.Signal(signal);
        Assert.Equal(code, await live.Run.Code(TimeSpan.FromSeconds(15)));
        using var summary = Summary("live");
        Assert.Equal("stopped", summary.RootElement.GetProperty("state").GetString());
        Assert.Empty(Directory.GetFiles(live.RunDirectory, "run.lock*"));
    }

    [Fact(SkipUnless = nameof(IsPossible), Skip = NoFull)]
    public async Task A_reader_that_reads_nothing_holds_no_stop()
    {
        // One status a bar of every symbol is more than any pipe takes, and both streams go there.
        using var axfl = AxflProcess.Start(_directory, Replay.Replace("2025-07-19", "2026-07-19", StringComparison.Ordinal) + " --set status_every_bars=1 2>&1");
        var file = Path.Combine(_directory, "logs", "runs", "run", "plan.yaml");
        await LiveProcess.Until(() => File.Exists(file));
        axfl.Signal("INT");
        Assert.Equal(130, await axfl.Code(TimeSpan.FromSeconds(15)));
        using var summary = Summary("run");
        Assert.Equal("stopped", summary.RootElement.GetProperty("state").GetString());
    }

    private JsonDocument Summary(string run) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_directory, "logs", "runs", run, "summary.json")));
}
