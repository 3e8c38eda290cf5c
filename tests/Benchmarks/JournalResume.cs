using System.Diagnostics;
using System.Globalization;
using Axfl.Contracts;
using Axfl.LiveHost;
using Axfl.Runs.Journal;
using Axfl.Runs.Live;
using Axfl.Strategies.Catalogue;

namespace Axfl.Benchmarks;

/// <summary>How long a run with a long journal takes to resume: ticks of three symbols, two a second, every day, with the shipped strategies.</summary>
internal static class JournalResume
{
    private const string Sessions = """
        made:
          symbols: [EURUSD, GBPUSD, AUDUSD]
          interval: 1m
          source: finnhub
          warmup_days: 0
          status_every_s: 3600
          strategies:
            - {name: lsg, windows: [{start: "00:00", end: "24:00", days: [Mon, Tue, Wed, Thu, Fri, Sat, Sun]}]}
            - {name: orb, windows: [{start: "00:00", end: "24:00", days: [Mon, Tue, Wed, Thu, Fri, Sat, Sun]}]}
            - {name: arls, windows: [{start: "00:00", end: "24:00", days: [Mon, Tue, Wed, Thu, Fri, Sat, Sun]}]}
        """;

    /// <summary>Runs it.</summary>
    /// <param name="lines">Lines of the journal. Default 10 million.</param>
    public static void Run(long lines = 10_000_000)
    {
        var folder = Directory.CreateTempSubdirectory("axfl-resume-").FullName;
        try
        {
            string ledger;
            using (var live = DirectLive.Begin(folder, "long", [], sessions: Sessions, strategies: StrategyCatalogue.BuiltIn)) ledger = Fold(live, lines);
            Resume(folder, ledger);
            Resume(folder, ledger);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Fold(DirectLive live, long lines)
    {
        var random = new Random(1);
        double[] prices = [1.1, 1.3, 0.7];
        var time = MadeTicks.Start;
        for (var i = 0L; live.Session.Journal.Lines < lines; i++)
        {
            time += 500;
            var symbol = (int)(i % 3);
            prices[symbol] = Math.Round(prices[symbol] + (random.NextDouble() - 0.5) * 0.00005, 5);
            live.Feed(symbol, new Tick(time, prices[symbol]));
            if (i % 100_000 == 0) live.Notices.Clear();
        }

        return live.Finish();
    }

    private static void Resume(string folder, string ledger)
    {
        var run = Path.Combine(folder, "runs", "long");
        var bytes = Directory.EnumerateFiles(Path.Combine(run, "journal"), "*.jsonl").Sum(f => new FileInfo(f).Length);
        var clock = Stopwatch.StartNew();
        var processor = Environment.CpuUsage.TotalTime;
        using var session = LiveSession.Resume(new RunRequest { Mode = "ws" }, run, StrategyCatalogue.BuiltIn, "here", MadeTicks.Start, static _ => { });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {session.Journal.Lines} lines, {bytes / 1048576.0:0} MiB, {new JournalFiles(run).Segments().Count} segments: resumed in {clock.Elapsed.TotalSeconds:0.00} s ({(Environment.CpuUsage.TotalTime - processor).TotalSeconds:0.00} s of processor), {session.Recorder.Trades.Count} trades, ledger {(session.Recorder.LedgerHash == ledger ? "the same" : "ANOTHER")}"));
    }
}
