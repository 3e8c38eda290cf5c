using System.Diagnostics;
using System.Globalization;
using Axfl.Testing;

namespace Axfl.Benchmarks;

/// <summary>
/// A live run of 500 prices a second, alternately alone, with one page of the dashboard and with six, the browser niced. Reports the time from a tick's arrival to its decision,
/// and processor and memory of the dashboard, which is a process of its own.
/// </summary>
internal static class LiveWatched
{
    private const int TicksASecond = 500, Rounds = 5;
    private static readonly int[] Pages = [0, 1, 6];

    /// <summary>Runs it.</summary>
    /// <param name="axfl">Folder of the published program.</param>
    /// <param name="seconds">How long each run is. Default 180.</param>
    public static async Task Run(string axfl, int seconds)
    {
        if (InstalledChromium.Path is not { } browser)
        {
            Console.Error.WriteLine("It " + InstalledChromium.Missing + ".");
            return;
        }

        var found = Pages.ToDictionary(static p => p, static _ => new List<(double P50, double P99)>());
        for (var round = 1; round <= Rounds; round++)
        {
            // Six pages are reported, not compared: once is enough.
            foreach (var pages in round == 1 ? Pages : [0, 1])
            {
                Watcher? watcher = null;
                var load = await LiveLoad.Measure(
                    seconds, TicksASecond, 0, async folder => watcher = pages == 0 ? null : await Watcher.Start(Path.Combine(axfl, "axfl"), browser, folder, pages), _ => watcher?.Measure());
                watcher?.Dispose();
                found[pages].Add((load.P50 ?? 0, load.P99 ?? 0));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{round}  pages {pages}: event to decision {load.P50:0.000} ms, 99 % {load.P99:0.000} ms; {load.Sent - load.Taken} ticks lost{watcher?.Figures}"));
            }
        }

        foreach (var (pages, runs) in found)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median, pages {pages}: {Median(runs.Select(static r => r.P50)):0.000} ms, 99 % {Median(runs.Select(static r => r.P99)):0.000} ms"));
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>A dashboard and a browser that shows its pages.</summary>
    private sealed class Watcher : IDisposable
    {
        private readonly Process _dashboard;
        private readonly Process _browser;
        private readonly string _profile;
        private readonly Stopwatch _clock = Stopwatch.StartNew();
        private readonly TimeSpan _before;

        private Watcher(Process dashboard, Process browser, string profile) => (_dashboard, _browser, _profile, _before) = (dashboard, browser, profile, dashboard.TotalProcessorTime);

        /// <summary>What was measured, in words.</summary>
        public string Figures { get; private set; } = "";

        public static async Task<Watcher> Start(string axfl, string browser, string folder, int pages)
        {
            var dashboard = Process.Start(new ProcessStartInfo(axfl, ["dashboard", "--out", folder]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            string? line;
            do line = await dashboard.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The dashboard gave no address: " + await dashboard.StandardError.ReadToEndAsync());
            while (!line.Contains("http://", StringComparison.Ordinal));
            var address = new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..].Trim());
            var profile = Directory.CreateTempSubdirectory("axfl-watched-").FullName;
            // The first takes the key; the others have its cookie then.
            string[] options = ["-n", "19", browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--user-data-dir=" + profile, "--remote-debugging-port=0", address.AbsoluteUri];
            var shown = Process.Start(new ProcessStartInfo("nice", options) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            await Task.Delay(TimeSpan.FromSeconds(8));
            var port = (await File.ReadAllLinesAsync(Path.Combine(profile, "DevToolsActivePort")))[0];
            using var http = new HttpClient();
            for (var i = 1; i < pages; i++)
                using (await http.PutAsync(new Uri($"http://127.0.0.1:{port}/json/new?{address.GetLeftPart(UriPartial.Path)}"), null)) { }
            return new Watcher(dashboard, shown, profile);
        }

        /// <summary>Takes the figures of the dashboard, while it runs.</summary>
        public void Measure()
        {
            _dashboard.Refresh();
            Figures = string.Create(CultureInfo.InvariantCulture,
                $"; dashboard {(_dashboard.TotalProcessorTime - _before) / _clock.Elapsed:P1} of a core, {_dashboard.WorkingSet64 / 1048576.0:0} MiB");
        }

        public void Dispose()
        {
            foreach (var process in new[] { _browser, _dashboard })
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
                process.Dispose();
            }

            Directory.Delete(_profile, recursive: true);
        }
    }
}
