namespace Axfl.Cli.Tests.Processes;

/// <summary>How a live run ends, and what is told of it afterwards, through the whole program.</summary>
public sealed class RunEndProcessTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("axfl-end-").FullName;

    public static bool IsPossible => AxflProcess.IsPossible;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact(SkipUnless = nameof(IsPossible), Skip = "needs a shell")]
    public async Task A_run_killed_outright_is_found_killed_with_3_and_one_under_way_is_running()
    {
        using var live = await LiveProcess.Start(_directory, "");
        await live.Until("now.json", text => text.Contains("\"connected\":true", StringComparison.Ordinal) && text.Contains("\"ok\":true", StringComparison.Ordinal));
        Assert.Matches("live +running +ws ", (await AxflProcess.Run(_directory, "runs")).Output);
        live.Run.Signal("KILL");
        await live.Run.Code();
        var (code, output, error) = await AxflProcess.Run(_directory, "status live");
        Assert.Equal(3, code);
        Assert.Contains("\"ok\":false", output, StringComparison.Ordinal);
        Assert.Contains("\"connected\":false", output, StringComparison.Ordinal);
        Assert.Matches(@"live: killed\. Its process \d+ is gone without a summary: its last word was at \d{4}-", error);
        Assert.Matches("live +killed +ws ", (await AxflProcess.Run(_directory, "runs")).Output);
    }

    [Fact(SkipUnless = nameof(IsPossible), Skip = "needs a shell")]
    public async Task A_run_that_was_started_to_outlive_its_session_does()
    {
        using var live = await LiveProcess.Start(_directory, "", "trap '' HUP;");
        await live.Until("now.json", text => text.Contains("\"connected\":true", StringComparison.Ordinal));
        live.Run.Signal("HUP");
        live.Run.Signal("TERM");
        Assert.Equal(143, await live.Run.Code());
    }
}
