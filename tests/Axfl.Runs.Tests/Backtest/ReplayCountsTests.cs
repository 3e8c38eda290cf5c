using System.Globalization;
using System.Text;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.Runs.Files;
using Axfl.Runtime;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Backtest;

/// <summary>What the statuses and the summary of a replay count: the bars up to their own time, each status once.</summary>
public sealed class ReplayCountsTests : IDisposable
{
    // Five weeks of five days: more than a reader reads at once.
    private const int Bars = 25 * 288;
    private static readonly DateTime Monday = new(2025, 7, 7, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime[] Times = [.. Enumerable.Range(0, Bars).Select(static i => Monday.AddDays(i / (5 * 288) * 7).AddMinutes(5 * (i % (5 * 288))))];
    private readonly string _output = Directory.CreateTempSubdirectory("axfl-counts").FullName;

    public void Dispose() => Directory.Delete(_output, recursive: true);

    [Fact]
    public async Task Every_status_of_a_stopped_run_counts_the_bars_up_to_its_time()
    {
        await using var run = new AxflRuntime().Start(Request("stopped", Rows()), CancellationToken.None);
        await foreach (var item in run.Events)
            if (item is StatusEvent) run.Stop();
        var summary = await run.Completion;
        Assert.True(summary.Interrupted);
        var statuses = Statuses("stopped");
        Assert.True(statuses.Length is > 0 and < Bars);
        Assert.All(statuses, s => Assert.Equal(Times.Count(t => t <= s.Now), s.Bars));
        Assert.Equal(statuses[^1].Bars, Assert.Single(summary.Data).Bars);
    }

    [Fact]
    public async Task Every_status_of_a_run_that_fails_counts_the_bars_up_to_its_time()
    {
        var bad = string.Concat(Enumerable.Range(0, 600).Select(static i => string.Create(CultureInfo.InvariantCulture, $"not a time {i},1,1,1,1\n")));
        await using var run = new AxflRuntime().Start(Request("failed", Rows() + bad), CancellationToken.None);
        var error = await Assert.ThrowsAsync<AxflException>(() => run.ToItsEnd());
        Assert.Equal("DataRejected", error.ErrorId);
        var statuses = Statuses("failed");
        Assert.All(statuses, s => Assert.Equal(Times.Count(t => t <= s.Now), s.Bars));
        Assert.InRange(statuses.Length, 1, Bars - 1);
        Assert.Equal(statuses[^1].Bars, Assert.Single(SummaryFiles.Read(run.Directory).Data).Bars);
    }

    [Fact]
    public async Task A_last_bar_at_which_a_status_is_due_has_one_status_and_not_two()
    {
        await using var run = new AxflRuntime().Start(Request("whole", Rows()), CancellationToken.None);
        await run.ToItsEnd();
        var statuses = Statuses("whole");
        Assert.Equal(Bars, statuses.Length);
        Assert.Equal(Bars, statuses.Select(static s => s.Now).Distinct().Count());
    }

    private RunRequest Request(string id, string rows)
    {
        var path = Path.Combine(_output, "EURUSD.csv");
        File.WriteAllText(path, "time,open,high,low,close\n" + rows);
        return new RunRequest
        {
            Source = "csv", DataPath = [path], OutputDirectory = _output, RunId = id, Set = ["symbols=[EURUSD]", "status_every_bars=1", "warmup_days=0"],
        };
    }

    private static string Rows()
    {
        var rows = new StringBuilder();
        for (var i = 0; i < Bars; i++)
        {
            var price = 1.1 + (0.004 * Math.Sin(i / 12.0));
            rows.Append(CultureInfo.InvariantCulture, $"{Times[i]:yyyy-MM-ddTHH:mm:ssZ},{price:F5},{price + 0.0003:F5},{price - 0.0003:F5},{price:F5}\n");
        }

        return rows.ToString();
    }

    private (DateTime Now, long Bars)[] Statuses(string run) =>
    [
        .. Directory.GetFiles(Path.Combine(_output, "runs", run), "portfolio_live_*.jsonl").SelectMany(File.ReadLines).Select(static line =>
        {
            using var status = JsonDocument.Parse(line);
            return (status.RootElement.GetProperty("now").GetDateTime().ToUniversalTime(), status.RootElement.GetProperty("data").GetProperty("EURUSD").GetProperty("bars").GetInt64());
        }),
    ];
}
