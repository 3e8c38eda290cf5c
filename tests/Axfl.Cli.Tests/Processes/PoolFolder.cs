namespace Axfl.Cli.Tests.Processes;

/// <summary>A sweep in a folder, its store in PostgreSQL, and the processes that run it.</summary>
internal sealed class PoolFolder : IDisposable
{
    public PoolFolder(string connection)
    {
        Assert.SkipUnless(AxflProcess.IsPossible, "There is no shell to start it in.");
        Connection = connection;
        SweepFiles.Write(Path, "pooled");
    }

    public string Connection { get; }

    public string Path { get; } = Directory.CreateTempSubdirectory("axfl-pool-").FullName;

    /// <summary>The sweep in a process of its own that waits for workers.</summary>
    public AxflProcess Submit(double chunkSeconds) => Axfl(FormattableString.Invariant($"sweep run sweep.yaml --pool hangfire --share-data --chunk-seconds {chunkSeconds} --format json > /dev/null"));

    /// <summary>A worker of one core that takes its bars from the store.</summary>
    public AxflProcess Worker(string options = "") => Axfl("worker --data-from store --throttle 1 " + options);

    /// <summary>Any command over the store of PostgreSQL.</summary>
    public AxflProcess Axfl(string arguments) => AxflProcess.Start(Path, arguments, $"AXFL_STORE='{Connection}'; export AXFL_STORE;");

    /// <summary>Runs a command over the store of PostgreSQL to its end.</summary>
    public async Task<(int Code, string Output, string Error)> Run(string arguments)
    {
        using var axfl = Axfl(arguments);
        var output = await axfl.Output.ReadToEndAsync();
        return (await axfl.Code(), output, axfl.Error);
    }

    /// <summary>All trials with all their numbers, but for the time they took, as one process with a store in a file has them.</summary>
    public async Task<List<string>> Local() => SweepFiles.Rows(await AxflProcess.Run(Path, "sweep run sweep.yaml --format json"));

    /// <summary>The same of the store of PostgreSQL.</summary>
    public async Task<List<string>> Table() => SweepFiles.Rows(await Run("sweep trials pooled --format json"));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
