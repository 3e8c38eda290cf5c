using System.Collections.Concurrent;

namespace Axfl.PowerShell;

/// <summary>The runs of this process: those under way, and where those that ended left their files.</summary>
internal static class RunRegistry
{
    private static readonly ConcurrentDictionary<string, RunSession> Sessions = new(StringComparer.OrdinalIgnoreCase);
    private static readonly ConcurrentDictionary<string, string> Directories = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Directory of the run started last in this process, or null.</summary>
    public static string? LastDirectory { get; private set; }

    /// <summary>Runs under way, by id.</summary>
    public static IReadOnlyList<RunSession> Running => [.. Sessions.Values.OrderBy(s => s.RunId, StringComparer.Ordinal)];

    /// <summary>Ids of the runs of this process.</summary>
    public static IEnumerable<string> Ids => Directories.Keys;

    /// <summary>Takes up a run that has begun.</summary>
    public static void Add(RunSession session)
    {
        Sessions[session.RunId] = session;
        Directories[session.RunId] = session.Directory;
        LastDirectory = session.Directory;
    }

    /// <summary>A run has ended.</summary>
    public static void Remove(RunSession session) => Sessions.TryRemove(new KeyValuePair<string, RunSession>(session.RunId, session));

    /// <summary>Directory of a run of this process, or null.</summary>
    public static string? DirectoryOf(string runId) => Directories.GetValueOrDefault(runId);

    /// <summary>The run under way in a directory, or null.</summary>
    public static RunSession? RunningIn(string directory) => Sessions.Values.FirstOrDefault(s => s.Directory == directory);

    /// <summary>Asks all runs to stop and waits for their files.</summary>
    public static void StopAll()
    {
        foreach (var session in Sessions.Values) session.Dispose();
    }
}
