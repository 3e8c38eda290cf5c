using System.Diagnostics;
using System.Globalization;
using Axfl.Contracts;
using Axfl.Runs.Files;
using Axfl.Runs.Metrics;
using Axfl.Runtime;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Files;

/// <summary>What became of a run, told from what it left.</summary>
public sealed class RunReportTests : IDisposable
{
    private readonly TemporaryFolder _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task A_replay_whose_strategy_throws_leaves_a_summary_that_says_failed_and_why()
    {
        await using var run = new AxflRuntime().Start(Request("p", Throwing(afterBars: 100)), CancellationToken.None);
        var error = await Assert.ThrowsAnyAsync<Exception>(() => run.Completion);
        var report = Of(run.Directory);
        Assert.Equal(RunStates.Failed, report.State);
        Assert.Contains("boom", report.Error, StringComparison.Ordinal);
        var status = StatusFiles.Last(run.Directory);
        Assert.False(status.Ok);
        Assert.Contains("boom", status.Error, StringComparison.Ordinal);
        var summary = new AxflRuntime().ReadSummary(run.Directory);
        Assert.Equal((RunStates.Failed, true), (summary.State, summary.Interrupted));
        Assert.Contains("boom", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replay_that_goes_through_has_ended_and_a_stopped_one_is_stopped()
    {
        await using var ended = new AxflRuntime().Start(Request("a"), CancellationToken.None);
        await foreach (var _ in ended.Events)
        {
            // To its end.
        }

        await using var stopped = new AxflRuntime().Start(Request("b") with { Speed = 1 }, CancellationToken.None);
        stopped.Stop();
        await stopped.Completion;
        Assert.Equal((RunStates.Ended, null), (Of(ended.Directory).State, Of(ended.Directory).Error));
        Assert.Equal(RunStates.Stopped, Of(stopped.Directory).State);
        Assert.Equal("replay", Of(stopped.Directory).Mode);
    }

    [Theory]
    [InlineData("trades.csv")]
    [InlineData("decisions.jsonl")]
    [InlineData("halts.jsonl")]
    [InlineData("portfolio_live_20250701.jsonl")]
    [InlineData("journal.jsonl")]
    public void A_last_line_that_a_full_disk_tore_is_named_and_the_lines_before_it_are_read(string name)
    {
        var file = _run.File(name, "first\nsecond\nthi");
        Assert.Contains($"The last line of {name} is torn: its 3 bytes are left out, the lines before it are whole.", Of(_run.Path).Error, StringComparison.Ordinal);
        Assert.Equal(["first", "second"], LineFile.Read(file).Select(l => l.Text));

        // Whoever goes on with it begins behind the last whole line.
        using (var again = new LineFile(file)) again.Append("third"u8);
        Assert.Equal("first\nsecond\nthird\n", File.ReadAllText(file));
        Assert.DoesNotContain("torn", Of(_run.Path).Error ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_end_with_a_line_are_not_spoken_of()
    {
        _run.File("trades.csv", "first\n");
        _run.File("halts.jsonl", "");
        Assert.DoesNotContain("torn", Of(_run.Path).Error ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"state\":\"ended\"}")]
    public void A_run_whose_summary_is_damaged_has_failed_and_the_file_is_named(string text)
    {
        var summary = Path.Combine(_run.Path, "summary.json");
        File.WriteAllText(summary, text);
        var report = Of(_run.Path);
        Assert.Equal((RunStates.Failed, true, true), (report.State, report.IsFaulty, report.LacksSummary));
        Assert.StartsWith(summary + " is damaged: ", report.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_live_run_whose_process_is_gone_is_killed_and_its_last_word_is_told()
    {
        Lock(Gone(), Environment.MachineName);
        Now("running", Gone(), "2026-01-13T07:31:12Z");
        var report = Of(_run.Path);
        Assert.Equal((RunStates.Killed, true), (report.State, report.IsFaulty));
        Assert.Contains("is gone without a summary: its last word was at 2026-01-13T07:31:12Z", report.Error, StringComparison.Ordinal);
        Assert.Equal(new DateTime(2026, 1, 13, 7, 31, 12, DateTimeKind.Utc), report.LastWord);
    }

    [Fact]
    public void A_run_whose_process_lives_is_running_whatever_an_earlier_summary_says()
    {
        using var owned = RunLock.Take(_run.Path, Environment.MachineName);
        _run.File("summary.json", "{}");
        Assert.Equal((RunStates.Running, "ws"), (Of(_run.Path).State, Of(_run.Path).Mode));
    }

    [Fact]
    public void A_copy_of_the_directory_of_a_run_under_way_is_dead()
    {
        using var owned = RunLock.Take(_run.Path, Environment.MachineName);
        Now("running", Environment.ProcessId, EventTime.ToIso(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()));
        using var copy = new TemporaryFolder();
        foreach (var name in new[] { "run.lock", "now.json" }) copy.File(name, File.ReadAllText(_run[name]));
        copy.File("run.lock.held", "");
        Assert.Equal((RunStates.Running, RunStates.Killed), (Of(_run.Path).State, Of(copy.Path).State));
        Assert.StartsWith($"Process {Environment.ProcessId}, which its lock names, does not hold it", Of(copy.Path).Error, StringComparison.Ordinal);
        // A run of another machine is judged by its age: whether that machine holds the file is not known here.
        copy.File("run.lock", """{"pid":"1","host":"elsewhere"}""");
        Assert.Equal(RunStates.Running, Of(copy.Path).State);
    }

    [Fact]
    public void Looks_at_a_lock_are_in_nobodys_way()
    {
        using var end = new CancellationTokenSource();
        var looks = new Thread(() =>
        {
            while (!end.IsCancellationRequested) RunLock.IsLeft(_run.Path);
        });
        looks.Start();
        try
        {
            for (var i = 0; i < 200; i++)
            {
                using var owned = RunLock.Take(_run.Path, Environment.MachineName);
                Assert.False(RunLock.IsLeft(_run.Path));
            }
        }
        finally
        {
            end.Cancel();
            looks.Join();
        }
    }

    [Fact]
    public void A_process_that_began_after_the_last_word_only_has_the_number_of_the_one_that_is_gone()
    {
        Now("running", Environment.ProcessId, "2020-01-01T00:00:00Z");
        Assert.Equal(RunStates.Killed, Of(_run.Path).State);
    }

    [Theory]
    [InlineData(10, RunStates.Running)]
    [InlineData(300, RunStates.Killed)]
    public void A_run_of_another_machine_is_judged_by_the_age_of_its_last_word(int seconds, string state)
    {
        Lock(1, "elsewhere");
        Now("running", 1, EventTime.ToIso(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() - seconds * 1000L));
        Assert.Equal(state, Of(_run.Path).State);
    }

    [Fact]
    public void A_run_that_let_go_of_its_lock_and_has_no_summary_failed()
    {
        _run.File("journal.jsonl", "");
        Assert.Equal((RunStates.Failed, true), (Of(_run.Path).State, Of(_run.Path).LacksSummary));
    }

    [Fact]
    public void A_summary_of_an_older_version_still_tells_how_the_run_ended()
    {
        SummaryJson.Write(_run["summary.json"], new RunSummary { Run = "r", Metrics = TradeMetrics.Compute([], 1, null), Interrupted = true });
        _run.File("summary.json", File.ReadAllText(_run["summary.json"]).Replace("\"state\": \"\",", "", StringComparison.Ordinal));
        Assert.Equal(RunStates.Stopped, Of(_run.Path).State);
    }

    [Theory]
    [InlineData("portfolio-20251017T182507Z-abcd", "2025-10-17T18:25:07Z")]
    [InlineData("my-own-20251017T182507Z-abcd", "2025-10-17T18:25:07Z")]
    [InlineData("mine", null)]
    public void The_start_of_a_run_is_in_an_id_that_was_made(string id, string? start) =>
        Assert.Equal(start, RunId.StartOf(id) is { } time ? EventTime.ToIso(EventTime.FromDateTime(time)) : null);

    private static RunReport Of(string directory) => RunReports.Of(directory, TimeProvider.System);

    private static int Gone()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true })!;
        process.WaitForExit();
        return process.Id;
    }

    private static StrategyDefinition Throwing(int afterBars) => new("boom", "", [], "test", _ => new ThrowingStrategy(afterBars));

    private void Lock(int process, string host) =>
        _run.File("run.lock", string.Create(CultureInfo.InvariantCulture, $$"""{"pid":"{{process}}","host":"{{host}}"}"""));

    private void Now(string state, int process, string writtenAt) =>
        _run.File("now.json", string.Create(CultureInfo.InvariantCulture, $$"""{"status":null,"written_at":"{{writtenAt}}","pid":{{process}},"state":"{{state}}"}"""));

    private RunRequest Request(string id, StrategyDefinition? strategy = null) => new()
    {
        SessionsPath = _run.File(id + ".yaml", $"portfolio:\n  symbols: [EURUSD]\n  strategies:\n    - name: {strategy?.Name ?? "lsg"}\n      windows: [{{start: \"07:00\", end: \"10:00\"}}]\n"),
        Source = "simulated",
        Since = new DateTime(2025, 7, 14, 0, 0, 0, DateTimeKind.Utc),
        Until = new DateTime(2025, 7, 19, 0, 0, 0, DateTimeKind.Utc),
        OutputDirectory = _run.Path,
        RunId = id,
        Strategies = strategy is null ? [] : [strategy],
    };

    private sealed class ThrowingStrategy(int after) : IStrategy
    {
        private int _bars;

        public void OnBar(in Bar bar, IOrderDesk desk)
        {
            if (++_bars > after) throw new InvalidOperationException("boom");
        }
    }
}
