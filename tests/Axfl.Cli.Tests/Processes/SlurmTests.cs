using System.Globalization;
using Axfl.Testing;

namespace Axfl.Cli.Tests.Processes;

/// <summary>The chunks of a sweep as the tasks of an array of Slurm, by the script of docs/examples.</summary>
public sealed class SlurmTests(PostgreSqlServer server) : IClassFixture<PostgreSqlServer>
{
    [Fact]
    public async Task An_array_makes_the_table_of_one_process()
    {
        server.Require();
        using var slurm = new SlurmCluster();
        using var folder = new PoolFolder(server.NewDatabase());
        var submitted = await folder.Run("sweep run sweep.yaml --pool command --share-data --chunk-seconds 0.2 --format json");
        Assert.True(submitted.Code == 0, submitted.Error);
        var chunks = int.Parse(server.Sql(folder.Connection, "select count(*) from chunk"), CultureInfo.InvariantCulture);
        var program = Path.Combine(folder.Path, "axfl");
        File.WriteAllText(program, $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "axfl.dll")}' \"$@\"\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var script = Repository.PathOf("docs", "examples", "sweep-array.sbatch");
        var (code, said) = await slurm.Run(
            $"sbatch --wait --chdir='{folder.Path}' --array=1-{chunks.ToString(CultureInfo.InvariantCulture)} --export=ALL,SWEEP=pooled '{script}'", ("AXFL_STORE", folder.Connection),
            ("PATH", folder.Path + ":" + Environment.GetEnvironmentVariable("PATH")));
        Assert.True(code == 0, said + string.Join('\n', Directory.GetFiles(folder.Path, "slurm-*.out").Select(File.ReadAllText)));
        Assert.Equal(chunks, Directory.GetFiles(folder.Path, "slurm-*.out").Length);
        Assert.Equal(await folder.Local(), await folder.Table());
    }
}
