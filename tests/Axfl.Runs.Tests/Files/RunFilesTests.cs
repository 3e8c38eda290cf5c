using Axfl.Contracts;
using Axfl.Runs.Files;
using Axfl.Runtime;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Files;

/// <summary>Which names in the directory of a run are the run's own: no report takes their place.</summary>
public sealed class RunFilesTests : IDisposable
{
    private readonly string _output = Directory.CreateTempSubdirectory("axfl-files").FullName;

    public void Dispose() => Directory.Delete(_output, recursive: true);

    [Theory]
    [InlineData("trades.csv")]
    [InlineData("Trades.CSV")]
    [InlineData("now.json.tmp")]
    [InlineData("run.lock.held")]
    [InlineData("portfolio_live_20260113.jsonl")]
    [InlineData("alerts.jsonl")]
    [InlineData("alerts_made.jsonl")]
    [InlineData("calendar-1.csv")]
    [InlineData("calendar-12.json")]
    public void A_name_that_a_run_writes_is_its_own(string name) => Assert.True(RunFiles.IsOwn(name));

    [Theory]
    [InlineData("report.html")]
    [InlineData("trades.html")]
    [InlineData("calendar-of-mine.csv")]
    [InlineData("calendar-")]
    [InlineData("portfolio_live_notes.txt")]
    public void Another_name_is_not(string name) => Assert.False(RunFiles.IsOwn(name));

    [Fact]
    public async Task Every_file_of_a_run_with_a_news_calendar_is_its_own()
    {
        var calendar = Path.Combine(_output, "news.csv");
        await File.WriteAllTextAsync(calendar, "time,currency,impact,title\n2025-07-09T12:30:00Z,USD,high,CPI\n");
        await using var run = new AxflRuntime().Start(
            new RunRequest
            {
                Source = "simulated", OutputDirectory = _output, RunId = "own", Since = new DateTime(2025, 7, 7, 0, 0, 0, DateTimeKind.Utc),
                Until = new DateTime(2025, 7, 12, 0, 0, 0, DateTimeKind.Utc), Set = [$"news.calendar={calendar}"],
            },
            CancellationToken.None);
        await run.ToItsEnd();
        string[] names = [.. Directory.GetFiles(run.Directory).Select(static f => Path.GetFileName(f))];
        Assert.Contains("calendar-1.csv", names);
        Assert.All(names, static n => Assert.True(RunFiles.IsOwn(n), n));
    }
}
