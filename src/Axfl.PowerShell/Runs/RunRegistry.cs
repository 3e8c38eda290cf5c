using System.Collections.Concurrent;
using Axfl.Contracts;

namespace Axfl.PowerShell.Runs;

/// <summary>The runs of this process, by directory: those under way, and how those that ended did.</summary>
internal static class RunRegistry
{
    // A parallel sweep starts thousands: of older ones the directory tells.
    private const int KeptOutcomes = 256;

    private static readonly ConcurrentDictionary<string, RunSession> Sessions = new(StringComparer.Ordinal);
    private static readonly ConcurrentQueue<RunOutcome> Ended = new();
    private static readonly ConcurrentDictionary<string, long> Started = new(StringComparer.Ordinal);
    private static long _count;

    /// <summary>Directory of the run started last in this process, or null.</summary>
    public static string? LastDirectory { get; private set; }

    /// <summary>Runs under way, by id.</summary>
    public static IReadOnlyList<RunSession> Running => [.. Sessions.Values.OrderBy(s => s.RunId, StringComparer.Ordinal)];

    /// <summary>How runs of this process ended, oldest first.</summary>
    public static IReadOnlyList<RunOutcome> Outcomes => [.. Ended];

    /// <summary>Directories of the runs of this process, those started last first.</summary>
    public static IEnumerable<string> Directories => Started.OrderByDescending(s => s.Value).Select(s => s.Key);

    /// <summary>Takes up a run that has begun.</summary>
    public static void Add(RunSession session)
    {
        EndOfProcess.Watch();
        Sessions[session.Directory] = session;
        Started[session.Directory] = Interlocked.Increment(ref _count);
        LastDirectory = session.Directory;
    }

    /// <summary>A run has ended.</summary>
    public static void Remove(RunSession session, RunOutcome outcome)
    {
        Ended.Enqueue(outcome);
        while (Ended.Count > KeptOutcomes && Ended.TryDequeue(out _))
        {
            // The oldest goes.
        }

        Sessions.TryRemove(new KeyValuePair<string, RunSession>(session.Directory, session));
    }

    /// <summary>Directory of the run of that id started last in this process, or null.</summary>
    public static string? DirectoryOf(string runId) => Directories.FirstOrDefault(d => RunLookup.IdOf(d).Equals(runId, StringComparison.OrdinalIgnoreCase));

    /// <summary>The run under way in a directory, or null.</summary>
    public static RunSession? RunningIn(string directory) => Sessions.GetValueOrDefault(directory);

    /// <summary>How the run of a directory ended in this process, or null.</summary>
    public static RunOutcome? OutcomeIn(string directory) => Ended.LastOrDefault(o => o.Directory == directory);

    /// <summary>Asks all runs to stop, all at once, and waits for their files.</summary>
    public static void StopAll()
    {
        var sessions = Sessions.Values.ToArray();
        foreach (var session in sessions) session.Stop();
        foreach (var session in sessions) session.Dispose();
    }
}

/// <summary>How a run of this process ended.</summary>
/// <param name="RunId">Run id.</param>
/// <param name="Directory">Run directory.</param>
/// <param name="Status">Its last status; null when it gave none.</param>
/// <param name="Error">What stopped it; null: nothing.</param>
internal sealed record RunOutcome(string RunId, string Directory, PortfolioStatus? Status, Exception? Error);
