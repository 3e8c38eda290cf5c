namespace Axfl.Contracts;

/// <summary>What a measure of a run is taken of: a run directory whose plan and bars are read again, or a plan with data and period.</summary>
public record MeasureRequest
{
    /// <summary>Directory of a replay that has ended, absolute; null: <see cref="Plan"/> says what is run.</summary>
    public string? RunDirectory { get; init; }

    /// <summary>
    /// The plan, data and period, as for a replay. With <see cref="RunDirectory"/> its strategies, and its <see cref="RunRequest.DataPath"/> where the bars
    /// have moved; nothing else of it counts.
    /// </summary>
    public RunRequest Plan { get; init; } = new();

    /// <summary>Told what was read and what should be looked at, once, before anything is measured. Null: nobody.</summary>
    public Action<NoticeEvent>? Notify { get; init; }
}

/// <summary>How far a measure is.</summary>
/// <param name="Step">What it does now, for people.</param>
/// <param name="Share">How much of this step is done, 0 to 1.</param>
public readonly record struct MeasureProgress(string Step, double Share);

/// <summary>What <c>Measure-AxflGate</c> asks for.</summary>
public sealed record GateRequest : MeasureRequest
{
    /// <summary>Names of the rules to measure; empty: all that are in force.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>Whether R(all) - R(none) is shared out among the rules, by runs of all their subsets: at most 9 rules. Default false.</summary>
    public bool Shapley { get; init; }

    /// <summary>Seed of the resamples. Default 1.</summary>
    public int Seed { get; init; } = 1;
}

/// <summary>What <c>Measure-AxflRobustness</c> asks for.</summary>
public sealed record RobustnessRequest : MeasureRequest
{
    /// <summary>Kinds to draw, of <see cref="RobustnessKinds.All"/>; empty: all.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Draws of each kind, 10 to 100,000. Default 1,000.</summary>
    public int Draws { get; init; } = 1_000;

    /// <summary>Seed of the draws. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// Steps of single parameters for the kind <c>jitter</c>, <c>strategies.lsg.params.sweep_pips=0.5</c>: as in a sweep. A parameter without one moves by up to
    /// 10 % of its value, a whole number by at least 1.
    /// </summary>
    public IReadOnlyList<string> Steps { get; init; } = [];
}
