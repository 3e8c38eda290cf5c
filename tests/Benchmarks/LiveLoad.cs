using System.Diagnostics;
using System.Globalization;
using Axfl.Contracts;
using Axfl.FakeHost;
using Axfl.Providers.Finnhub;
using Axfl.Runs.Alerts;
using Axfl.Runs.Journal;
using Axfl.Runs.Live;
using Axfl.Strategies.Catalogue;

namespace Axfl.Benchmarks;

/// <summary>
/// Sustained load: a live run of 50 symbols takes 2,000 ticks a second over a real socket on the loopback address, with journal, strategies and files.
/// Reports ticks lost, the time from a tick's arrival to its decision, and memory over time.
/// </summary>
internal static class LiveLoad
{
    private const int Symbols = 50, BatchesASecond = 100;

    /// <summary>Runs it.</summary>
    /// <param name="seconds">How long. Default 300.</param>
    public static async Task Run(int seconds = 300)
    {
        Console.WriteLine("  second  ticks sent  heap MiB  working set MiB  CPU s");
        var load = await Measure(seconds, 2000, 30, static _ => Task.CompletedTask, static _ => { });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{load.Sent} ticks sent, {load.Taken} in the journal, {load.Sent - load.Taken} lost; {load.Summary.Data.Sum(d => d.Bars)} bars, {load.Summary.Metrics.Trades} trades"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"event to decision: median {load.P50:0.###} ms, 99th percentile {load.P99:0.###} ms"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"journal {load.JournalBytes / 1048576.0:0.0} MiB"));
    }

    /// <summary>Runs one and measures it.</summary>
    /// <param name="seconds">How long.</param>
    /// <param name="ticksASecond">Prices a second, a multiple of 100.</param>
    /// <param name="tellEvery">Seconds between lines on the console; 0: none.</param>
    /// <param name="begun">Called with the output directory when the run is under way.</param>
    /// <param name="ending">Called with it before the run is stopped.</param>
    /// <param name="profile">What runs; null: the built-in strategies, without alerts.</param>
    public static async Task<Load> Measure(int seconds, int ticksASecond, int tellEvery, Func<string, Task> begun, Action<string> ending, LoadProfile? profile = null)
    {
        var folder = Directory.CreateTempSubdirectory("axfl-load-").FullName;
        await using var server = await FakeServer.Start();
        profile ??= LoadProfile.BuiltIn;
        await using var run = Start(folder, server, profile);
        var statuses = Task.Run(async () =>
        {
            await foreach (var item in run.Events)
                if (item is NoticeEvent { Level: NoticeLevel.Warning } warning) Console.WriteLine("  " + warning.Message);
        });
        var connection = await server.NextConnection();
        await begun(folder);
        var sent = await Send(connection, seconds, ticksASecond, tellEvery, profile.Time);
        while (run.Ticks < sent) await Task.Delay(20);
        ending(folder);
        var stopped = Stopwatch.GetTimestamp();
        run.Stop();
        var summary = await run.Completion;
        var stop = Stopwatch.GetElapsedTime(stopped);
        await statuses;
        var ws = run.Status!.Ws;
        var journal = Directory.EnumerateFiles(new JournalFiles(run.Directory).Folder).Sum(f => new FileInfo(f).Length);
        var load = new Load(sent, Count(run.Directory), ws.LatencyP50Ms, ws.LatencyP99Ms, journal, stop, summary);
        Directory.Delete(folder, recursive: true);
        return load;
    }

    private static Counted Start(string folder, FakeServer server, LoadProfile profile)
    {
        var names = Enumerable.Range(0, Symbols).Select(i => $"{(char)('A' + i / 26)}{(char)('A' + i % 26)}X").ToArray();
        var file = Path.Combine(folder, "load.yaml");
        File.WriteAllText(file, $$"""
            load:
              symbols: [{{string.Join(", ", names.Select(n => n + "USD"))}}]
              interval: 1m
              source: finnhub
              status_every_s: 30
            {{string.Concat(profile.Lines.Select(static l => $"  {l}\n"))}}  strategies:
            {{string.Join('\n', profile.Strategies.Select(static n => $"    - {{name: {n}, windows: [{{start: \"00:00\", end: \"24:00\", days: [Mon, Tue, Wed, Thu, Fri, Sat, Sun]}}]}}"))}}
            instruments:
            {{string.Join('\n', names.Select(n => $"  {n}USD: {{base: {n}, quote: USD, pip: 0.0001, digits: 5, spread_pips: 1}}"))}}
            """);
        var feed = new FinnhubFeed(new FinnhubOptions { Endpoint = server.Address, Keys = ["key"] }, profile.Time, static _ => false);
        var ports = new LivePorts((_, _) => feed, static (_, _, _) => (null, "No history."), Environment.MachineName, profile.Time) { Alerts = profile.Alerts };
        var request = new RunRequest { Mode = "ws", SessionsPath = file, Profile = "load", OutputDirectory = folder, WorkingDirectory = folder };
        return new Counted(LiveRun.Start(request, profile.Catalogue, ports, CancellationToken.None), feed);
    }

    private static async Task<long> Send(FakeConnection connection, int seconds, int ticksASecond, int tellEvery, TimeProvider time)
    {
        var random = new Random(1);
        var prices = Enumerable.Range(0, Symbols).Select(_ => 1.1).ToArray();
        var names = Enumerable.Range(0, Symbols).Select(i => $"OANDA:{(char)('A' + i / 26)}{(char)('A' + i % 26)}X_USD").ToArray();
        var clock = Stopwatch.StartNew();
        var sent = 0L;
        for (var batch = 0; batch < seconds * BatchesASecond; batch++)
        {
            if (tellEvery > 0 && batch % (tellEvery * BatchesASecond) == 0) Report(clock, sent);
            var due = TimeSpan.FromSeconds(batch / (double)BatchesASecond) - clock.Elapsed;
            if (due > TimeSpan.Zero) await Task.Delay(due);
            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            var items = Enumerable.Range(0, ticksASecond / BatchesASecond).Select(_ =>
            {
                var symbol = (int)(sent++ % Symbols);
                prices[symbol] = Math.Round(prices[symbol] + (random.NextDouble() - 0.5) * 0.0001, 5);
                return string.Create(CultureInfo.InvariantCulture, $$"""{"p":{{prices[symbol]}},"s":"{{names[symbol]}}","t":{{now}},"v":{{sent}}}""");
            });
            await connection.Send($$"""{"data":[{{string.Join(',', items)}}],"type":"trade"}""");
        }

        if (tellEvery > 0) Report(clock, sent);
        return sent;
    }

    private static void Report(Stopwatch clock, long sent)
    {
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {clock.Elapsed.TotalSeconds,6:0}  {sent,10}  {GC.GetTotalMemory(forceFullCollection: true) / 1048576.0,8:0.0}  {process.WorkingSet64 / 1048576.0,15:0.0}  {process.TotalProcessorTime.TotalSeconds,5:0.0}"));
    }

    private static long Count(string journal)
    {
        using var reader = new JournalReader(journal);
        var ticks = 0L;
        while (reader.Read(out var line))
            if (line.IndexOf("\"k\":\"tick\""u8) >= 0) ticks++;
        return ticks;
    }

    /// <summary>What a load came to.</summary>
    /// <param name="Sent">Ticks sent.</param>
    /// <param name="Taken">Ticks in the journal.</param>
    /// <param name="P50">Event to decision, median, ms.</param>
    /// <param name="P99">The same, 99th percentile.</param>
    /// <param name="JournalBytes">Size of the journal.</param>
    /// <param name="Stop">From the wish to stop to the end of the run.</param>
    /// <param name="Summary">Summary of the run.</param>
    internal sealed record Load(long Sent, long Taken, double? P50, double? P99, long JournalBytes, TimeSpan Stop, RunSummary Summary);

    /// <summary>What runs under a load.</summary>
    /// <param name="Strategies">Names of the strategies, on each symbol.</param>
    /// <param name="Catalogue">Where they are.</param>
    /// <param name="Lines">Further lines of the profile.</param>
    /// <param name="Alerts">Makes its alerts; null: there are none.</param>
    internal sealed record LoadProfile(IReadOnlyList<string> Strategies, IReadOnlyList<StrategyDefinition> Catalogue, IReadOnlyList<string> Lines, RunAlertsFactory? Alerts)
    {
        public static LoadProfile BuiltIn { get; } = new(["lsg", "orb", "arls"], StrategyCatalogue.BuiltIn, [], null);

        /// <summary>Time of the run and of the prices.</summary>
        public TimeProvider Time { get; init; } = TimeProvider.System;
    }

    /// <summary>A run and the ticks its feed has delivered.</summary>
    private sealed class Counted(LiveRun run, FinnhubFeed feed) : IAsyncDisposable
    {
        public long Ticks => feed.Statistics.Ticks;

        public string Directory => run.Directory;

        public PortfolioStatus? Status => run.Status;

        public IAsyncEnumerable<RunEvent> Events => run.Events;

        public Task<RunSummary> Completion => run.Completion;

        public void Stop() => run.Stop();

        public ValueTask DisposeAsync() => run.DisposeAsync();
    }
}
