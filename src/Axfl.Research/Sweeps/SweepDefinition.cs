using Axfl.Configuration.Yaml;
using Axfl.Contracts;
using Axfl.Research.Store;

namespace Axfl.Research.Sweeps;

/// <summary>How the trials of a sweep are chosen from its axes.</summary>
internal enum SweepMethod
{
    /// <summary>All combinations, in the order of the axes, the last turning fastest.</summary>
    Grid,

    /// <summary>Uniform points.</summary>
    Random,

    /// <summary>A Latin hypercube.</summary>
    Latin,

    /// <summary>Sobol's sequence.</summary>
    Sobol,

    /// <summary>Points of a file.</summary>
    Points,
}

/// <summary>What makes one trial better than another.</summary>
/// <param name="By">Name of a metric, one of <see cref="TrialMetrics.Names"/>.</param>
/// <param name="MinTrades">Trials with fewer trades do not count.</param>
/// <param name="IsMax">Whether more is better.</param>
internal sealed record SweepObjective(string By, int MinTrades, bool IsMax)
{
    /// <summary>Mean R, of at least 100 trades.</summary>
    public static SweepObjective Usual { get; } = new(nameof(TrialMetrics.AverageR), 100, true);

    /// <summary>The value of a trial; null: it has too few trades, failed, or the metric is undefined.</summary>
    public double? Of(TrialMetrics? metrics) => metrics is not null && metrics.Trades >= MinTrades ? metrics.Value(By) : null;
}

/// <summary>A sweep file, read.</summary>
internal sealed record SweepDefinition
{
    /// <summary>Name of the sweep.</summary>
    public required string Name { get; init; }

    /// <summary>Path of the sweep file as given.</summary>
    public required string Path { get; init; }

    /// <summary>Folder against which its paths are resolved, absolute.</summary>
    public string Folder { get; init; } = "";

    /// <summary>What is written below <c>sweep</c>, as values.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Content { get; init; } = [];

    /// <summary>SHA-256 of the file of points, lower-case hex; null: there is none.</summary>
    public string? PointsHash { get; init; }

    /// <summary>Sessions file, absolute; null: as a run without one finds it.</summary>
    public string? SessionsPath { get; init; }

    /// <summary>Profile.</summary>
    public string Profile { get; init; } = "portfolio";

    /// <summary>Folders, files or <c>SYMBOL=path</c>, absolute; empty: the profile's.</summary>
    public IReadOnlyList<string> Data { get; init; } = [];

    /// <summary>First traded time, UTC; null: as early as the data allow.</summary>
    public DateTime? Since { get; init; }

    /// <summary>End, exclusive, UTC; null: the end of the data.</summary>
    public DateTime? Until { get; init; }

    /// <summary>Bars from here on are read by no trial, UTC; null: none is held out.</summary>
    public DateTime? Holdout { get; init; }

    /// <summary>Overrides of all trials.</summary>
    public IReadOnlyList<string> Set { get; init; } = [];

    /// <summary>Where each of <see cref="Set"/> is written.</summary>
    public IReadOnlyList<SourceLocation> SetLocations { get; init; } = [];

    /// <summary>How trials are chosen.</summary>
    public SweepMethod Method { get; init; }

    /// <summary>Number of points of random, latin and sobol.</summary>
    public int Trials { get; init; }

    /// <summary>Seed of random and latin, as text.</summary>
    public string Seed { get; init; } = "1";

    /// <summary>Axes in file order; of a file of points those of its header.</summary>
    public IReadOnlyList<Axis> Axes { get; init; } = [];

    /// <summary>The points of a file, each a value an axis.</summary>
    public IReadOnlyList<AxisValue[]> Points { get; init; } = [];

    /// <summary>Conditions of a point.</summary>
    public IReadOnlyList<Condition> Where { get; init; } = [];

    /// <summary>What is best.</summary>
    public SweepObjective Objective { get; init; } = SweepObjective.Usual;

    /// <summary>What of a trial is stored.</summary>
    public Keep Keep { get; init; } = Keep.Days;

    /// <summary>Windows of a walk-forward; null: none.</summary>
    public WalkForwardWindows? WalkForward { get; init; }

    /// <summary>Where the sweep begins in the file.</summary>
    public SourceLocation Location { get; init; }

    /// <summary>Warnings of the file.</summary>
    public IReadOnlyList<ConfigurationProblem> Warnings { get; init; } = [];

    /// <summary>End of what trials read: the holdout where there is one, else the end.</summary>
    public DateTime? TrialsUntil => Holdout is { } held && !(Until < held) ? held : Until;
}
