using Axfl.Contracts;
using Axfl.Research.Store;

namespace Axfl.Research.Pools;

/// <summary>Trials as front ends see them.</summary>
internal static class SweepTrials
{
    /// <summary>A trial that is known.</summary>
    /// <param name="sweep">Name of the sweep.</param>
    /// <param name="trial">The trial.</param>
    /// <param name="row">What came of it.</param>
    public static SweepTrial Of(string sweep, NumberedTrial trial, TrialRow row) => (row.Metrics is { } metrics ? StoreJson.Trial(metrics) : new SweepTrial()) with
    {
        Sweep = sweep, Trial = trial.Number, State = row.State, Parameters = new Dictionary<string, object?>(trial.Plan.Parameters, StringComparer.Ordinal), LedgerHash = row.LedgerHash, Key = row.Key,
        WallMs = row.WallMs, Error = row.Error,
    };
}
