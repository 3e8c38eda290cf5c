using Axfl.Configuration;
using Axfl.Configuration.Plan;
using Axfl.Configuration.Yaml;
using Axfl.Contracts;

namespace Axfl.Research.Sweeps;

/// <summary>One trial of a sweep.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Values">A value an axis, in the order of the axes.</param>
internal sealed record TrialPlan(int Number, IReadOnlyList<AxisValue> Values)
{
    /// <summary>Hash of its plan.</summary>
    public string PlanHash { get; set; } = "";

    /// <summary>Hash of its code.</summary>
    public string CodeHash { get; set; } = "";

    /// <summary>Its overrides.</summary>
    public IReadOnlyList<PlanOverride> Overrides => [.. Values.Select(v => v.Override)];

    /// <summary>Its axes and their values, in order; a list or a map as JSON.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Parameters =>
        [.. Values.Select(v => KeyValuePair.Create(v.Override.Key, v.Value is null or bool or double or string ? v.Value : v.Json))];

    /// <summary><c>a=1, b=2</c>.</summary>
    public override string ToString() => string.Join(", ", Values.Select(v => v.Override.Assignment));
}

/// <summary>Points that a condition excludes, alone.</summary>
/// <param name="Condition">As it is written.</param>
/// <param name="Points">How many.</param>
internal sealed record Exclusion(string Condition, int Points);

/// <summary>A sweep ready to run: its trials, numbered, each with a plan that was read and has no error.</summary>
internal sealed record SweepPlan
{
    /// <summary>The sweep file.</summary>
    public required SweepDefinition Sweep { get; init; }

    /// <summary>What all trials are read from.</summary>
    public required PlanTemplate Template { get; init; }

    /// <summary>What a run of it would ask: sessions file, profile, data, period up to the holdout, fixed overrides.</summary>
    public required RunRequest Request { get; init; }

    /// <summary>The trials, numbered from 1.</summary>
    public required IReadOnlyList<TrialPlan> Trials { get; init; }

    /// <summary>Points before any was dropped.</summary>
    public required int Points { get; init; }

    /// <summary>Points dropped because they repeat an earlier one.</summary>
    public required int Repeated { get; init; }

    /// <summary>Points dropped by the conditions, all together.</summary>
    public required int Excluded { get; init; }

    /// <summary>What each condition excludes alone.</summary>
    public required IReadOnlyList<Exclusion> Exclusions { get; init; }

    /// <summary>What the trials ask of the data.</summary>
    public required DataNeeds Needs { get; init; }

    /// <summary>The effective plan of a trial. Its description has no YAML text.</summary>
    public RunPlan PlanOf(TrialPlan trial) => Template.Read(trial.Overrides, new ProblemLog());

    /// <summary>What a run of a trial alone would ask.</summary>
    public RunRequest RequestOf(TrialPlan trial) => Request with { Set = [.. Request.Set, .. trial.Overrides.Select(o => o.Assignment)] };
}
