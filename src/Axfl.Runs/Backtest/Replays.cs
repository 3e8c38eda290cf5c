using Axfl.Configuration;
using Axfl.Contracts;
using Axfl.Runs.Alerts;
using Axfl.Runs.Files;
using Axfl.Runs.Fold;

namespace Axfl.Runs.Backtest;

/// <summary>Starts a replay: from bars, or from the journal of a live run.</summary>
public static class Replays
{
    private const double LeastSpeed = 0.001, MostSpeed = 1e9;

    /// <summary>Name of the source that replays a live run's journal.</summary>
    public const string JournalSource = "journal";

    /// <summary>Starts it; errors of configuration and data are thrown before any file is written.</summary>
    public static IPortfolioRun Start(
        RunRequest request, IReadOnlyList<StrategyDefinition> strategies, TimeProvider time, CancellationToken cancellation, RunAlertsFactory? alerts = null)
    {
        if (request.Speed is not 0 and not (>= LeastSpeed and <= MostSpeed))
            throw new AxflException("SpeedOutOfRange", ErrorKind.Configuration, FormattableString.Invariant($"{Spelling.Of("Speed")} is {request.Speed}: give a number from {LeastSpeed} to {MostSpeed}, or 0 for as fast as possible."));
        var run = SessionsLoader.Load(WithOwnPlan(request), strategies);
        return run.Source == JournalSource
            ? JournalReplayRun.Start(request, run, time, cancellation, alerts)
            : ReplayRun.Start(request, run, time, cancellation, alerts);
    }

    // A journal is replayed with the plan it was made with, unless another is asked for.
    private static RunRequest WithOwnPlan(RunRequest request)
    {
        if (request.Source != JournalSource || request.SessionsPath is not null) return request;
        if (request.DataPath is not [var directory])
        {
            throw new AxflException("JournalNotFound", ErrorKind.Configuration,
                $"Which live run is to be replayed? Give its run directory as {Spelling.Of("DataPath")}.");
        }

        using var folding = new JournalFolding(directory, withProof: false);
        return request with { SessionsPath = Path.Combine(directory, RunFiles.Plan), Profile = folding.Start.Profile };
    }
}
