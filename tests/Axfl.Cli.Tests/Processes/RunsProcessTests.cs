namespace Axfl.Cli.Tests.Processes;

/// <summary>The list of runs when one of their directories is not as a run left it, through the whole program.</summary>
public sealed class RunsProcessTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("axfl-runs-").FullName;

    public static bool IsPossible => AxflProcess.IsPossible;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact(SkipUnless = nameof(IsPossible), Skip = "needs a shell")]
    public async Task A_damaged_run_hides_neither_the_others_nor_its_own_trades()
    {
        foreach (var id in new[] { "whole", "cut" })
            Assert.Equal(0, (await AxflProcess.Run(_directory, $"live-port --mode replay --source simulated --since 2025-07-14 --until 2025-07-19 --status-format none --run-id {id}")).Code);
        await File.WriteAllTextAsync(Path.Combine(_directory, "logs", "runs", "cut", "summary.json"), "", TestContext.Current.CancellationToken);

        var (code, output, _) = await AxflProcess.Run(_directory, "runs");
        Assert.Equal(0, code);
        Assert.Matches(@"\bwhole +ended\b", output);
        Assert.Matches(@"\bcut +failed\b.*summary\.json is damaged", output);

        (code, output, _) = await AxflProcess.Run(_directory, "trades cut");
        Assert.Equal(0, code);
        Assert.Contains("EURUSD", output, StringComparison.Ordinal);
        Assert.Equal(3, (await AxflProcess.Run(_directory, "measure cut")).Code);
        (code, _, var error) = await AxflProcess.Run(_directory, "report cut --bars none");
        Assert.Equal(0, code);
        Assert.Contains("warning: How the run ended is not known", error, StringComparison.Ordinal);
    }

    [Fact(SkipUnless = nameof(IsPossible), Skip = "needs a shell")]
    public async Task A_status_of_an_ended_run_that_is_not_its_last_is_an_error()
    {
        Assert.Equal(0, (await AxflProcess.Run(_directory, "live-port --mode replay --source simulated --since 2025-07-14 --until 2025-07-19 --status-format none --run-id lost")).Code);
        Assert.Equal(0, (await AxflProcess.Run(_directory, "status lost")).Code);
        foreach (var path in Directory.GetFiles(Path.Combine(_directory, "logs", "runs", "lost"), "portfolio_live_*.jsonl"))
            await File.WriteAllTextAsync(path, "", TestContext.Current.CancellationToken);
        var (code, _, error) = await AxflProcess.Run(_directory, "status lost");
        Assert.Equal(3, code);
        Assert.Contains("The statuses of the run are missing. summary.json holds its totals.", error, StringComparison.Ordinal);
    }

    [Fact(SkipUnless = nameof(IsPossible), Skip = "needs a shell")]
    public async Task A_directory_that_is_no_run_is_an_error_behind_the_list_of_the_others()
    {
        Assert.Equal(0, (await AxflProcess.Run(_directory, "live-port --mode replay --source simulated --since 2025-07-14 --until 2025-07-15 --status-format none --run-id whole")).Code);
        Directory.CreateDirectory(Path.Combine(_directory, "logs", "runs", "no run"));
        var (code, output, error) = await AxflProcess.Run(_directory, "runs");
        Assert.Equal(3, code);
        Assert.Matches(@"\bwhole +ended\b", output);
        Assert.Contains("'no run'", error, StringComparison.Ordinal);
    }
}
