using Axfl.Contracts;

namespace Axfl.Reports.Sweeps;

/// <summary>A trial of the page.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="State">What it counts as, of <see cref="States"/>.</param>
/// <param name="Places">Its place on each axis.</param>
/// <param name="Objective">Its objective; null: not defined, or it does not count.</param>
/// <param name="Score">The same so that more is better.</param>
/// <param name="Median">The median objective of its neighbours; null: not defined.</param>
/// <param name="DaySharpe">Mean over deviation of its days; null: not defined.</param>
internal sealed record TrialLine(SweepTrial Trial, string State, int[] Places, double? Objective, double? Score, double? Median, double? DaySharpe)
{
    /// <summary>It counts.</summary>
    public const string Counts = "counts";

    /// <summary>What a trial counts as.</summary>
    public static IReadOnlyList<string> States { get; } = [Counts, "too few trades", "failed", "not run", "other bars", "same as another"];
}
