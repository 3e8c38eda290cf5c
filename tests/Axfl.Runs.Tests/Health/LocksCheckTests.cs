using System.Globalization;
using Axfl.Runs.Files;
using Axfl.Runs.Health;

namespace Axfl.Runs.Tests.Health;

public class LocksCheckTests
{
    // No process has it on any system.
    private const int Gone = int.MaxValue - 1;

    [Fact]
    public async Task No_lock_is_as_it_should_be()
    {
        using var stage = new HealthStage();
        stage.RunDirectory("a");
        Assert.Single(await stage.Run(new LocksCheck())).IsOk().Seen("is locked");
    }

    [Fact]
    public async Task A_run_under_way_is_a_warning_and_keeps_its_lock()
    {
        using var stage = new HealthStage(Now);
        var directory = stage.RunDirectory("a");
        using (RunLock.Take(directory, stage.Host))
        {
            var before = Files(directory);
            (await stage.Run(new LocksCheck())).Of("lock a").Warns($"the run is under way in process {Environment.ProcessId}", "stop it before another run");
            Assert.Equal(before, Files(directory));
        }
    }

    [Fact]
    public async Task A_run_that_holds_its_lock_and_says_nothing_fails()
    {
        using var stage = new HealthStage(Now.AddSeconds(70));
        WriteNow(stage, Environment.ProcessId);
        using var held = RunLock.Take(stage.RunDirectory("a"), stage.Host);
        (await stage.Run(new LocksCheck())).Of("lock a").Fails($"held by process {Environment.ProcessId}, which does not say anything any more; its last word was at", "axfl live-port --mode ws --resume --run-id a");
    }

    [Fact]
    public async Task A_lock_whose_process_is_gone_is_stale()
    {
        using var stage = new HealthStage(Now);
        Write(stage, $$"""{"pid":"{{Gone}}","host":"{{stage.Host}}"}""");
        (await stage.Run(new LocksCheck())).Of("lock a").Warns($"stale: process {Gone} is gone", "Resume the run (axfl live-port --mode ws --resume --run-id a)");
    }

    [Fact]
    public async Task A_lock_of_another_machine_that_is_heard_of_is_a_warning()
    {
        using var stage = new HealthStage(Now);
        Write(stage, """{"pid":"17","host":"elsewhere"}""");
        WriteNow(stage, 17);
        (await stage.Run(new LocksCheck())).Of("lock a").Warns("the run is under way in process 17 on elsewhere", "Let it go on");
    }

    [Fact]
    public async Task A_lock_of_another_machine_that_is_silent_fails_since_it_cannot_be_judged()
    {
        using var stage = new HealthStage(Now.AddMinutes(5));
        Write(stage, """{"pid":"17","host":"elsewhere"}""");
        WriteNow(stage, 17);
        (await stage.Run(new LocksCheck())).Of("lock a").Fails("held by process 17 on elsewhere, which has not been heard of", "Ask on elsewhere; if the process is gone, delete");
    }

    [Fact]
    public async Task A_torn_lock_names_nobody()
    {
        using var stage = new HealthStage(Now);
        Write(stage, """{"pi""");
        (await stage.Run(new LocksCheck())).Of("lock a").Warns("names no process", "Resume the run");
    }

    [Fact]
    public async Task Each_run_has_a_row_of_its_own()
    {
        using var stage = new HealthStage(Now);
        Write(stage, "", run: "a");
        Write(stage, "", run: "b");
        Assert.Equal(["lock a", "lock b"], (await stage.Run(new LocksCheck())).Select(r => r.Check).Order());
    }

    // Files have the time of the machine.
    private static DateTimeOffset Now { get; } = TimeProvider.System.GetUtcNow();

    private static void WriteNow(HealthStage stage, int process) => Write(
        stage, $$"""{"written_at":"{{Now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}}","pid":{{process.ToString(CultureInfo.InvariantCulture)}},"state":"running"}""", RunFiles.Now);

    private static void Write(HealthStage stage, string text, string name = RunFiles.Lock, string run = "a") => File.WriteAllText(Path.Combine(stage.RunDirectory(run), name), text);

    private static string[] Files(string directory) => [.. Directory.GetFiles(directory).Select(f => $"{Path.GetFileName(f)} {new FileInfo(f).Length} {File.GetLastWriteTimeUtc(f):O}").Order(StringComparer.Ordinal)];
}
