using Axfl.Runs.Health;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Health;

public class DiskCheckTests
{
    private static readonly DateTime Start = DateTimeOffset.FromUnixTimeMilliseconds(FeedHarness.T0).UtcDateTime.AddDays(-3);

    [Fact]
    public async Task Room_for_two_weeks_of_the_journal_is_enough()
    {
        using var stage = new HealthStage { Free = 15_000_000 };
        WriteRun(stage, "a", [1_000_000], TimeSpan.FromDays(1));
        Assert.Single(await stage.Run(new DiskCheck())).IsOk().Seen("15.0 MB free").Seen("a week of the journal takes 7.0 MB, at the rate of run a");
    }

    [Fact]
    public async Task Room_for_one_week_and_not_for_two_is_a_warning()
    {
        using var stage = new HealthStage { Free = 13_000_000 };
        WriteRun(stage, "a", [1_000_000], TimeSpan.FromDays(1));
        Assert.Single(await stage.Run(new DiskCheck())).Warns("13.0 MB free", "remove runs that are no longer needed");
    }

    [Fact]
    public async Task Less_than_a_week_fails()
    {
        using var stage = new HealthStage { Free = 6_000_000 };
        WriteRun(stage, "a", [1_000_000], TimeSpan.FromDays(1));
        Assert.Single(await stage.Run(new DiskCheck())).Fails("6.0 MB free", "--out");
    }

    [Fact]
    public async Task The_last_day_of_the_newest_run_counts()
    {
        using var stage = new HealthStage();
        WriteRun(stage, "older", [9_000_000], TimeSpan.FromDays(1), Start.AddDays(-9));
        WriteRun(stage, "newer", [9_000_000, 1_000_000, 2_000_000], TimeSpan.FromHours(12));
        Assert.Single(await stage.Run(new DiskCheck())).IsOk().Seen("takes 21.0 MB, at the rate of run newer");
    }

    [Fact]
    public async Task A_run_of_a_few_minutes_says_nothing()
    {
        using var stage = new HealthStage { Free = 725_000_000 };
        WriteRun(stage, "short", [9_000_000], TimeSpan.FromMinutes(9));
        Assert.Single(await stage.Run(new DiskCheck())).Fails("a week of the journal takes 725.8 MB, assumed", "Make room");
    }

    [Fact]
    public async Task A_disk_that_does_not_say_is_a_warning()
    {
        using var stage = new HealthStage { Free = null };
        Assert.Single(await stage.Run(new DiskCheck())).Warns("cannot be told", "--out");
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_runs_fails_by_its_path()
    {
        using var stage = new HealthStage();
        Directory.CreateDirectory(stage["logs"]);
        await File.WriteAllTextAsync(Path.Combine(stage["logs"], "runs"), "", CancellationToken.None);
        Assert.Single(await stage.Run(new DiskCheck())).Fails(Path.Combine(stage["logs"], "runs") + " is a file", "--out");
    }

    [Fact]
    public void The_disk_of_a_folder_is_asked() => Assert.True(DiskSpace.Free(Path.GetTempPath()) > 0);

    private static void WriteRun(HealthStage stage, string run, int[] segments, TimeSpan each, DateTime? start = null)
    {
        var (directory, time) = (stage.RunDirectory(run), start ?? Start);
        Directory.CreateDirectory(Path.Combine(directory, "journal"));
        var plan = Path.Combine(directory, "plan.yaml");
        File.WriteAllText(plan, "");
        File.SetLastWriteTimeUtc(plan, time);
        for (var i = 0; i < segments.Length; i++)
        {
            var path = Path.Combine(directory, "journal", $"{i + 1:D6}.jsonl");
            File.WriteAllBytes(path, new byte[segments[i]]);
            File.SetLastWriteTimeUtc(path, time += each);
        }
    }
}
