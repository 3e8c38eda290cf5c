namespace Axfl.Cli.Tests.Processes;

/// <summary>A live run of the real program on prices of <c>axfl fake-feed</c>, both in processes of their own.</summary>
internal sealed class LiveProcess : IDisposable
{
    private readonly AxflProcess _feed;
    private readonly string _directory;

    private LiveProcess(AxflProcess feed, AxflProcess run, string directory)
    {
        _feed = feed;
        Run = run;
        _directory = directory;
    }

    public AxflProcess Run { get; }

    public string RunDirectory => Path.Combine(_directory, "logs", "runs", "live");

    /// <summary>Starts both.</summary>
    /// <param name="directory">Working directory.</param>
    /// <param name="redirection">Where the run's streams go, in the shell's spelling.</param>
    public static async Task<LiveProcess> Start(string directory, string redirection)
    {
        var feed = AxflProcess.Start(directory, "fake-feed --port 0 --ticks-per-second 5");
        var address = (await feed.Output.ReadLineAsync())!["listening on ".Length..];
        var run = AxflProcess.Start(directory, $"live-port --mode ws --source finnhub --endpoint {address} --run-id live --set interval=1m --set warmup_days=1 {redirection}");
        return new LiveProcess(feed, run, directory);
    }

    /// <summary>Waits until a file of the run satisfies a condition.</summary>
    public async Task Until(string file, Func<string, bool> holds)
    {
        var path = Path.Combine(RunDirectory, file);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!File.Exists(path) || !holds(Read(path))) await Task.Delay(50, patience.Token);
    }

    /// <summary>A file of the run, which it may be writing.</summary>
    public string Read(string file)
    {
        using var stream = new FileStream(Path.Combine(RunDirectory, file), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public void Dispose()
    {
        Run.Dispose();
        _feed.Dispose();
    }
}
