using System.Collections.Concurrent;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>Runs under way in this process.</summary>
internal static class ActiveRuns
{
    private static readonly ConcurrentDictionary<string, IPortfolioRun> Runs = new();

    /// <summary>Runs under way.</summary>
    public static ICollection<IPortfolioRun> All => Runs.Values;

    /// <summary>A run by id or, with null, the only one or the newest; null when there is none.</summary>
    public static IPortfolioRun? Find(string? id) =>
        id is null ? Runs.Values.OrderBy(r => r.RunId, StringComparer.Ordinal).LastOrDefault() : Runs.GetValueOrDefault(id);

    public static void Add(IPortfolioRun run) => Runs[run.RunId] = run;

    public static void Remove(IPortfolioRun run) => Runs.TryRemove(run.RunId, out _);
}
