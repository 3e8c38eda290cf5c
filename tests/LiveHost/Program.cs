using System.Diagnostics;
using System.Globalization;
using Axfl.Runs.Journal;

namespace Axfl.LiveHost;

/// <summary>
/// Runs made ticks through a live run until they end (exit code 0, the ledger hash on standard output), or until the process kills itself from
/// another thread once so many ticks were taken. A run that exists is resumed with the first tick its journal does not have.
/// <c>hooked</c> does the same with a webhook (<see cref="Hook"/>), and so slowly that its messages go out.
/// <c>serve</c> and <c>live</c> are the two ends of a run over sockets: <see cref="SlotServer"/>, <see cref="SlotClient"/>.
/// </summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => args[0] switch
    {
        "serve" => SlotServer.Run(Number(args[1]), Number(args[2])),
        "live" => SlotClient.Run(args[1], args[2], args[3], args[4], Number(args[5]), Number(args[6])),
        "hooked" => Task.FromResult(Direct(args[1..], isHooked: true)),
        _ => Task.FromResult(Direct(args, isHooked: false)),
    };

    private static int Direct(string[] args, bool isHooked)
    {
        var (output, run, seed, count, killAt) = (args[0], args[1], Number(args[2]), Number(args[3]), Number(args[4]));
        var ticks = MadeTicks.Of(seed, count, 2);
        var exists = JournalFiles.Exist(Path.Combine(output, "runs", run));
        var clock = new EventClock(MadeTicks.Start);
        var alerts = isHooked ? Hook.Of(clock) : null;
        using var live = exists ? DirectLive.Resume(output, run, ticks, clock: clock, alerts: alerts)
            : DirectLive.Begin(output, run, ticks, sessions: isHooked ? Hook.Sessions : DirectLive.Sessions, clock: clock, alerts: alerts);
        var pace = isHooked ? new HookPace(live) : null;
        // Kills meet the cuts of the journal too, and what resumes goes on from snapshots.
        live.Session.SegmentBytes = 40_000;
        var taken = exists ? Taken(Path.Combine(output, "runs", run)) : 0;
        using var due = new SemaphoreSlim(taken >= killAt ? 1 : 0);
        var killer = new Thread(() =>
        {
            due.Wait();
            Process.GetCurrentProcess().Kill();
        });
        if (killAt >= 0) killer.Start();

        for (; taken < ticks.Count; taken++)
        {
            if (taken == killAt) due.Release();
            live.Feed(ticks[taken].Symbol, ticks[taken].Tick);
            pace?.Hold();
        }

        var ledger = live.Finish();
        if (killAt >= 0) killer.Join();
        Console.WriteLine(ledger);
        return 0;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static int Taken(string journal)
    {
        using var reader = new JournalReader(journal);
        var line = new JournalLine();
        var ticks = 0;
        while (reader.Read(out var text))
        {
            line.Parse(text);
            if (line.Kind == JournalKind.Tick) ticks++;
        }

        return ticks;
    }
}
