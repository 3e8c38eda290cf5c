namespace Axfl.Cli.Tests.Processes;

/// <summary>The program killed at any moment of a sweep, and run again.</summary>
public sealed class SweepKillTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("axfl-kill-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public Task A_sweep_killed_at_10_random_points_and_run_again_ends_with_the_table_of_the_unbroken_one() => Kill(10, seed: 1);

    /// <summary>The long form. It takes minutes, so it is asked for by <c>AXFL_SOAK=1</c>.</summary>
    [Fact]
    public Task A_sweep_killed_at_50_random_points_and_run_again_ends_with_the_table_of_the_unbroken_one()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("AXFL_SOAK") == "1", "Set AXFL_SOAK=1 to run it; the ten kills beside it are its fifth.");
        return Kill(50, seed: 2);
    }

    [Fact]
    public async Task Ctrl_C_keeps_what_is_done_and_the_same_command_goes_on()
    {
        Assert.SkipUnless(AxflProcess.IsPossible, "There is no shell to start it in.");
        SweepFiles.Write(_folder, "killed");
        using (var axfl = AxflProcess.Start(_folder, "sweep run sweep.yaml --format json"))
        {
            Assert.NotNull(await axfl.Output.ReadLineAsync());
            axfl.Signal("INT");
            await axfl.Output.ReadToEndAsync();
            Assert.Equal(130, await axfl.Code());
            Assert.Contains("the same command goes on", axfl.Error, StringComparison.Ordinal);
        }

        var (code, output, error) = await AxflProcess.Run(_folder, "sweep run sweep.yaml --format json");
        Assert.True(code == 0, error);
        Assert.Equal(408, output.TrimEnd().Split('\n').Length);
        Assert.DoesNotContain(" 0 were in the store", error, StringComparison.Ordinal);
    }

    private async Task Kill(int times, int seed)
    {
        Assert.SkipUnless(AxflProcess.IsPossible, "There is no shell to start it in.");
        SweepFiles.Write(_folder, "killed");
        var unbroken = await Table("unbroken.db");
        Assert.Equal(408, unbroken.Count);
        var random = new Random(seed);
        var killed = 0;
        for (var store = 0; killed < times; store++)
        {
            // Each store is begun anew when its sweep has come to its end: kills find it at any place.
            for (var ended = false; !ended && killed < times;)
            {
                using var axfl = AxflProcess.Start(_folder, $"sweep run sweep.yaml --format json --store killed{store}.db > /dev/null");
                var code = axfl.Code();
                ended = await Task.WhenAny(code, Task.Delay(random.Next(150, 1500))) == code;
                if (ended) continue;
                axfl.Signal("KILL");
                await code;
                killed++;
            }

            Assert.Equal(unbroken, await Table($"killed{store}.db"));
        }
    }

    private async Task<List<string>> Table(string store) => SweepFiles.Rows(await AxflProcess.Run(_folder, $"sweep run sweep.yaml --format json --store {store}"));
}
