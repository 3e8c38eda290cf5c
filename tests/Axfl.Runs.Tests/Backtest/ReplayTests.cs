using System.Globalization;
using Axfl.Contracts;
using Axfl.Runs.Files;
using Axfl.Runtime;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Backtest;

/// <summary>Replays on simulated bars: determinism, stopping, errors, strategies of a user's own.</summary>
public sealed class ReplayTests : IDisposable
{
    private readonly string _output = Directory.CreateTempSubdirectory("axfl-replay").FullName;

    public void Dispose() => Directory.Delete(_output, recursive: true);

    [Fact]
    public async Task The_same_run_twice_writes_the_same_bytes_in_any_culture()
    {
        var first = await Run(Request("a"));
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = new CultureInfo("tr-TR");
            var second = await Run(Request("b"));
            Assert.Equal(first.LedgerHash, second.LedgerHash);
            foreach (var name in new[] { "trades.csv", "decisions.jsonl", "plan.yaml" })
                Assert.Equal(File.ReadAllBytes(FileOf("a", name)), File.ReadAllBytes(FileOf("b", name)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.DefaultThreadCurrentCulture = null;
        }
    }

    [Fact]
    public async Task The_effective_plan_written_by_a_run_gives_the_same_run()
    {
        var first = await Run(Request("a"));
        var again = await Run(Request("b") with { SessionsPath = FileOf("a", "plan.yaml") });
        Assert.Equal(first.LedgerHash, again.LedgerHash);
        Assert.True(first.Metrics.Trades > 10);
    }

    [Fact]
    public async Task The_effective_plan_says_which_period_the_run_was_given()
    {
        await Run(Request("closed"));
        await Run(Request("open") with { Since = new DateTime(2025, 9, 29, 0, 0, 0, DateTimeKind.Utc), Until = null });
        Assert.Equal(
            $"# The period is no key of a plan: this run was given {Spelling.Of("Since")} 2025-07-07T00:00:00Z {Spelling.Of("Until")} 2025-08-01T00:00:00Z, and the same run needs it again.",
            File.ReadLines(FileOf("closed", "plan.yaml")).First());
        Assert.Equal($"# The period is no key of a plan: this run was given {Spelling.Of("Since")} 2025-09-29T00:00:00Z, and the same run needs it again.", File.ReadLines(FileOf("open", "plan.yaml")).First());
    }

    [Fact]
    public async Task A_shorter_run_is_a_prefix_of_a_longer_one()
    {
        await Run(Request("long"));
        await Run(Request("short") with { Until = new DateTime(2025, 7, 18, 0, 0, 0, DateTimeKind.Utc), Set = ["close_at_end=false"] });
        var all = File.ReadAllLines(FileOf("long", "trades.csv"));
        var part = File.ReadAllLines(FileOf("short", "trades.csv"));
        Assert.True(part.Length > 5);
        Assert.Equal(all.Take(part.Length), part);
    }

    [Fact]
    public async Task A_stopped_run_leaves_complete_files_and_says_that_it_was_interrupted()
    {
        await using var run = new AxflRuntime().Start(Request("stopped") with { Set = ["status_every_bars=1"] }, CancellationToken.None);
        await foreach (var item in run.Events)
            if (item is StatusEvent) run.Stop();
        var summary = await run.Completion;
        Assert.True(summary.Interrupted);
        Assert.Equal(summary.LedgerHash, SummaryFiles.Read(run.Directory).LedgerHash);
        Assert.Equal(summary.Metrics.Trades, TradesCsv.Read(FileOf("stopped", "trades.csv")).Count());
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e10)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_speed_out_of_range_is_refused(double speed) => Assert.Equal(
        "SpeedOutOfRange", Assert.Throws<AxflException>(() => new AxflRuntime().Start(Request("speed") with { Speed = speed }, CancellationToken.None)).ErrorId);

    [Fact]
    public async Task A_run_nobody_reads_any_more_ends_when_it_is_disposed()
    {
        var run = new AxflRuntime().Start(Request("abandoned") with { Set = ["status_every_bars=1"] }, CancellationToken.None);
        await foreach (var item in run.Events)
            if (item is StatusEvent) break;
        await run.DisposeAsync();
        Assert.True(File.Exists(FileOf("abandoned", "summary.json")));
    }

    [Fact]
    public void A_second_run_of_the_same_id_is_refused()
    {
        Directory.CreateDirectory(Path.Combine(_output, "runs", "taken"));
        File.WriteAllText(FileOf("taken", "trades.csv"), "");
        var error = Assert.Throws<AxflException>(() => new AxflRuntime().Start(Request("taken"), CancellationToken.None));
        Assert.Equal("RunDirectoryExists", error.ErrorId);
    }

    [Fact]
    public async Task A_strategy_in_an_assembly_of_the_users_own_trades()
    {
        var sessions = Path.Combine(_output, "sessions.yaml");
        await File.WriteAllTextAsync(sessions, """
            portfolio:
              symbols: [EURUSD]
              source: simulated
              strategies:
                - name: inside_bar
                  windows: [{start: "07:00", end: "16:00"}]
                  params: {least_range_pips: 3, wait_bars: 2}
            """);
        var summary = await Run(Request("own") with
        {
            SessionsPath = sessions, StrategyAssemblies = [Path.Combine(AppContext.BaseDirectory, "ExampleStrategies.dll")],
        });
        Assert.True(summary.Metrics.Trades > 0);
        Assert.All(TradesCsv.Read(FileOf("own", "trades.csv")), t => Assert.StartsWith("inside_", t.Tag, StringComparison.Ordinal));
    }

    private static async Task<RunSummary> Run(RunRequest request)
    {
        await using var run = new AxflRuntime().Start(request, CancellationToken.None);
        return await run.ToItsEnd();
    }

    private RunRequest Request(string id) => new()
    {
        Source = "simulated", OutputDirectory = _output, RunId = id, Since = new DateTime(2025, 7, 7, 0, 0, 0, DateTimeKind.Utc),
        Until = new DateTime(2025, 8, 1, 0, 0, 0, DateTimeKind.Utc),
    };

    private string FileOf(string run, string name) => Path.Combine(_output, "runs", run, name);
}
