using System.Diagnostics;
using System.Globalization;
using Axfl.Contracts;
using Axfl.LiveHost;

namespace Axfl.Benchmarks;

/// <summary>A live run over many days of event time, as fast as it goes: a tick a second of two symbols, every day from midnight to midnight.</summary>
internal static class LiveDays
{
    /// <summary>Runs it.</summary>
    /// <param name="days">How many. Default 10.</param>
    public static void Run(int days = 10)
    {
        var folder = Directory.CreateTempSubdirectory("axfl-days-").FullName;
        using (var live = DirectLive.Begin(folder, "days", [])) Fold(live, days);
        var clock = Stopwatch.StartNew();
        using (var again = DirectLive.Resume(folder, "days", []))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  resumed from {again.Session.Journal.Lines} lines in {clock.Elapsed.TotalSeconds:0.0} s"));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static void Fold(DirectLive live, int days)
    {
        var random = new Random(1);
        double[] prices = [1.1, 1.3];
        Console.WriteLine("  day  ticks     heap MiB  trades  CPU s");
        var ticks = 0L;
        for (var second = 2L; second <= days * 86_400L; second++)
        {
            var symbol = (int)(second % 2);
            prices[symbol] = Math.Round(prices[symbol] + (random.NextDouble() - 0.5) * 0.00005, 5);
            live.Feed(symbol, new Tick(MadeTicks.Start + second * 1000, prices[symbol]));
            ticks++;
            if (second % 86_400 == 0) Report(live, second / 86_400, ticks);
        }

        Console.WriteLine("  ledger " + live.Finish());
    }

    private static void Report(DirectLive live, long day, long ticks)
    {
        live.Notices.Clear();
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {day,3}  {ticks,8}  {GC.GetTotalMemory(forceFullCollection: true) / 1048576.0,8:0.00}  {live.Session.Recorder.Trades.Count,6}  {process.TotalProcessorTime.TotalSeconds,5:0.0}"));
    }
}
