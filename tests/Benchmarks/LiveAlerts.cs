using System.Diagnostics;
using System.Globalization;
using Axfl.Alerts;
using Axfl.Alerts.Channels;
using Axfl.Alerts.Delivery;
using Axfl.Contracts;
using Axfl.Runs.Alerts;
using Axfl.Runs.Files;
using Axfl.Strategies.Catalogue;

namespace Axfl.Benchmarks;

/// <summary>
/// A live run of 500 prices a second that has much to tell, alternately without alerts and with six channels of which all hang. Reports the time from a tick's arrival to its decision,
/// memory, what was dropped and how long the stop took.
/// </summary>
internal static class LiveAlerts
{
    private const int TicksASecond = 500, Rounds = 3, Channels = 6;

    private static readonly string[] Risk = ["risk: {per_strategy_daily_trades: null, per_strategy_daily_stop_r: -5000, global_daily_stop_r: -10000, max_open_positions: null}"];
    private static readonly StrategyDefinition[] Burst = [StrategyCatalogue.FromType(typeof(BurstStrategy), "benchmarks")];

    /// <summary>Runs it.</summary>
    /// <param name="seconds">How long each run is. Default 180; below 70 there is no bar after the start, and nothing to tell.</param>
    public static async Task Run(int seconds)
    {
        var (without, with) = (new List<Found>(), new List<Found>());
        for (var round = 1; round <= Rounds; round++)
        {
            without.Add(Tell(round, "no alerts", await Measure(seconds, null)));
            using var server = new HangingServer();
            with.Add(Tell(round, "six that hang", await Measure(seconds, server)));
        }

        Median("no alerts", without);
        Median("six that hang", with);
    }

    private static async Task<Found> Measure(int seconds, HangingServer? server)
    {
        IRunAlerts? alerts = null;
        var found = new Found();
        var profile = server is null ? new LiveLoad.LoadProfile(["burst"], Burst, Risk, null)
            : new LiveLoad.LoadProfile(["burst"], Burst, [.. Risk, Plan(server)], run => alerts = Composition(server).Create(run));
        profile = profile with { Time = new MinuteSoon() };
        var load = await LiveLoad.Measure(seconds, TicksASecond, 0, static _ => Task.CompletedTask, folder =>
        {
            using var process = Process.GetCurrentProcess();
            var heap = GC.GetTotalMemory(forceFullCollection: true);
            found = found with { Heap = heap, WorkingSet = process.WorkingSet64, Messages = Messages(folder), Dropped = alerts?.Counts.Dropped ?? 0 };
        }, profile);
        return found with { Load = load, After = alerts?.Counts ?? new AlertStatus(0, 0, 0) };
    }

    // The message of the start is the one each channel tries to send all the time, so that all others queue.
    private static string Plan(HangingServer server)
    {
        const string events = "events: [start, order, trade, feed]";
        return $$"""
            alerts: {channels: [{kind: discord, url: env:URL, {{events}}}, {kind: telegram, token: env:TOKEN, chat: env:CHAT, {{events}}}, {kind: slack, url: env:URL, {{events}}}, {kind: ntfy, url: env:URL, {{events}}}, {kind: webhook, url: env:URL, secret: env:TOKEN, {{events}}}, {kind: mail, server: "{{server.Address}}", from: "a@example.org", to: ["b@example.org"], {{events}}}]}
            """;
    }

    private static AlertComposition Composition(HangingServer server)
    {
        var values = new Dictionary<string, string> { ["URL"] = $"http://{server.Address}/", ["TOKEN"] = "1:token", ["CHAT"] = "1" };
        return new AlertComposition(values.GetValueOrDefault, TimeProvider.System)
        {
            Maker = secrets => new ChannelMaker(secrets, TimeProvider.System) { Telegram = new Uri(values["URL"]) },
        };
    }

    // What the files of the run tell: orders, fills and trades.
    private static int Messages(string folder)
    {
        var run = Directory.GetDirectories(Path.Combine(folder, "runs")).Single();
        var told = DecisionsFile.Read(Path.Combine(run, RunFiles.Decisions)).Count(static d => d is { Result: "accepted" or "filled" } or { Stage: "cancel" });
        return told + TradesCsv.Read(Path.Combine(run, RunFiles.Trades)).Count();
    }

    private static Found Tell(int round, string name, Found found)
    {
        var (load, after) = (found.Load!, found.After!);
        var queued = Math.Max(0, found.Messages - ChannelQueue.Capacity);
        var dropped = after.Dropped == 0 ? "" : Text(
            $"; a channel dropped {found.Dropped / (double)Channels:0.##} (of its messages without {ChannelQueue.Capacity}: {queued}), {after.Dropped / (double)Channels:0.##} with the stop; {after.Sent} sent, {after.Failed} failed");
        Console.WriteLine(Text(
            $"{round}  {name}: event to decision {load.P50:0.000} ms, 99 % {load.P99:0.000} ms; heap {found.Heap / 1048576.0:0.0} MiB, working set {found.WorkingSet / 1048576.0:0} MiB; {load.Sent - load.Taken} ticks lost, {found.Messages} messages{dropped}; stop {load.Stop.TotalSeconds:0.00} s"));
        return found;
    }

    private static void Median(string name, List<Found> found) => Console.WriteLine(Text(
        $"median, {name}: {Middle(found, static f => f.Load!.P50 ?? 0):0.000} ms, 99 % {Middle(found, static f => f.Load!.P99 ?? 0):0.000} ms; heap {Middle(found, static f => f.Heap) / 1048576.0:0.0} MiB; stop {Middle(found, static f => f.Load!.Stop.TotalSeconds):0.00} s"));

    private static double Middle(List<Found> found, Func<Found, double> value) => found.Select(value).Order().ElementAt(Rounds / 2);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    // Bars are of whole minutes: each run begins a few seconds before one.
    private sealed class MinuteSoon : TimeProvider
    {
        private readonly TimeSpan _ahead = TimeSpan.FromMilliseconds(115_000 - DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() % 60_000);

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;
    }

    private sealed record Found
    {
        public LiveLoad.Load? Load { get; init; }

        public long Heap { get; init; }

        public long WorkingSet { get; init; }

        public int Messages { get; init; }

        public long Dropped { get; init; }

        public AlertStatus? After { get; init; }
    }
}
