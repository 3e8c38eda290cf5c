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
    /// <param name="before">What the run's shell does before.</param>
    public static async Task<LiveProcess> Start(string directory, string redirection, string before = "")
    {
        var feed = AxflProcess.Start(directory, "fake-feed --port 0 --ticks-per-second 5");
        var address = (await feed.Output.ReadLineAsync())!["listening on ".Length..];
        var run = AxflProcess.Start(
            directory, $"live-port --mode ws --source finnhub --endpoint {address} --run-id live --set interval=1m --set warmup_days=1 {redirection}", before);
        return new LiveProcess(feed, run, directory);
    }

    /// <summary>Waits until a file of the run satisfies a condition.</summary>
    public Task Until(string file, Func<string, bool> holds) => Until(() => Read(Path.Combine(RunDirectory, file)) is { } text && holds(text));

    /// <summary>Waits until the journal, in one file or in segments, satisfies a condition.</summary>
    public Task UntilJournal(Func<string, bool> holds) => Until(() => holds(Journal()));

    /// <summary>Waits until something that another process does is so, at most five minutes.</summary>
    public static async Task Until(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (!holds()) await Task.Delay(50, patience.Token);
    }

    private string Journal()
    {
        var folder = Path.Combine(RunDirectory, "journal");
        var segments = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal) : Enumerable.Empty<string>();
        return string.Concat(segments.Prepend(Path.Combine(RunDirectory, "journal.jsonl")).Select(Read));
    }

    // A file the run may be writing; null when there is none yet.
    private static string? Read(string path)
    {
        if (!File.Exists(path)) return null;
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public void Dispose()
    {
        Run.Dispose();
        _feed.Dispose();
    }
}
