using System.Text.Json;
using Axfl.Alerts.Messages;
using Axfl.Alerts.Running;
using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Runs.Files;
using Axfl.Runs.Live;

namespace Axfl.LiveHost;

/// <summary>
/// Holds a run back whose ticks come faster than in life, so that the channel of <see cref="Hook"/> keeps up: what has not gone out when the process is killed is a few minutes of event
/// time old at most, and so is sent late. Else a busy machine would decide what is too old.
/// </summary>
internal sealed class HookPace(DirectLive live)
{
    private const long Longest = 5 * EventTime.Minute;
    private const int Look = 20;

    private int _ticks;

    /// <summary>After a tick: waits a little, and until nothing is unsent for too long.</summary>
    public void Hold()
    {
        Thread.Sleep(1);
        if (++_ticks % Look != 0) return;
        // What was given up never goes out: the test finds it missing.
        while (live.Session.Alerts!.Counts is { Failed: 0, Dropped: 0 } && OldestUnsent() < live.Now - Longest) Thread.Sleep(1);
    }

    private long OldestUnsent()
    {
        var path = Path.Combine(live.Session.Directory.Path, RunFiles.Alerts);
        var sent = File.Exists(path) ? LineFile.Read(path).Select(static l => Id(l.Text)).ToHashSet() : [];
        var told = PastAlerts.Of(PastOfRun.Of(live.Session), new AlertWriter(live.Session.Directory.RunId), new NewsRefusals(), new FeedStates());
        return told.Where(a => a.Kind is AlertEvents.Trade or AlertEvents.Order && !sent.Contains(a.Id)).Select(static a => a.Time).DefaultIfEmpty(long.MaxValue).Min();
    }

    private static string Id(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("event").GetString()!;
    }
}
