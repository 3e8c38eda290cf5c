using System.Text.Json;
using Axfl.Contracts;
using Axfl.Research.Measures;
using Axfl.Research.Statistics;
using Axfl.Research.Store;

namespace Axfl.Reports.Sweeps;

/// <summary>All a report tells of a sweep.</summary>
internal sealed class SweepReportContent
{
    /// <param name="sweep">The sweep, measured.</param>
    public SweepReportContent(MeasuredSweep sweep)
    {
        Sweep = sweep;
        IReadOnlyDictionary<string, object?>[] parameters = [.. sweep.Trials.Select(static t => t.Parameters)];
        var axes = SweepAxes.Of(parameters);
        Axes = ShownAxis.Of(axes.Names, axes.Places, parameters);
        var counted = (sweep.Matrix?.Trials ?? []).Select(static (t, i) => (t.Trial, i)).ToDictionary(static t => t.Trial, static t => t.i);
        Lines = [.. sweep.Trials.Select((t, i) => Line(t, axes.Places[i], counted.TryGetValue(t.Trial, out var place) ? place : null))];
        Shown = [.. Lines.Where(static l => l.Objective is not null)];
        var greatest = Shown.Select(static l => Math.Abs(l.Objective!.Value)).DefaultIfEmpty(0).Max();
        Decimals = greatest >= 1000 ? 0 : greatest >= 100 ? 1 : greatest >= 10 ? 2 : greatest >= 1 ? 3 : 4;
        Objectives = Histogram.Of([.. Shown.Select(static l => l.Objective!.Value)]);
        Ratios = Histogram.Of([.. Lines.Select(static l => l.DaySharpe).OfType<double>()], sweep.Measure.ExpectedBest);
        using var definition = sweep.Sweep.Document();
        Definition = definition.RootElement.Clone();
    }

    /// <summary>The sweep, measured.</summary>
    public MeasuredSweep Sweep { get; }

    /// <summary>Its figures: those of <c>axfl sweep measure</c>.</summary>
    public SweepMeasure Measure => Sweep.Measure;

    /// <summary>Its axes.</summary>
    public IReadOnlyList<ShownAxis> Axes { get; }

    /// <summary>Places of the axes that have more than one value: those that can be drawn.</summary>
    public int[] Varying => [.. Enumerable.Range(0, Axes.Count).Where(a => Axes[a].Values.Count > 1)];

    /// <summary>All trials by number.</summary>
    public IReadOnlyList<TrialLine> Lines { get; }

    /// <summary>Those that count and have an objective: the ones that are drawn.</summary>
    public IReadOnlyList<TrialLine> Shown { get; }

    /// <summary>Decimals of the objective.</summary>
    public int Decimals { get; }

    /// <summary>Distribution of the objective; null: no trial has one.</summary>
    public Histogram? Objectives { get; }

    /// <summary>Distribution of the Sharpe ratios of a day; null: days were not kept.</summary>
    public Histogram? Ratios { get; }

    /// <summary>The sweep file as it is stored.</summary>
    public JsonElement Definition { get; }

    /// <summary>Each choice of days with its best trial; null: not defined.</summary>
    public CrossValidation? Validation => Sweep.Statistics?.Validation;

    /// <summary>Number of the trial that is best on a choice of days.</summary>
    public int TrialOf(CrossValidation.Choice choice) => Sweep.Matrix!.Trials[choice.Trial].Trial;

    /// <summary>Whether the bars are those of the generator.</summary>
    public bool IsInvented => Sweep.Dataset.Sources.Contains("simulated");

    /// <summary>A member of the sweep file; null: it is not in it.</summary>
    public JsonElement? Member(string name) =>
        Definition.ValueKind == JsonValueKind.Object && Definition.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>The name of the sweep for a command line; null: a store may hold one that no command may be made of.</summary>
    public string? CommandName => Measure.Sweep.Length > 0 && Measure.Sweep.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && Measure.Sweep[0] != '-' ? Measure.Sweep : null;

    private TrialLine Line(SweepTrial trial, int[] places, int? counted)
    {
        if (counted is not { } place) return new(trial, StateOf(trial), places, null, null, null, null);
        var objective = trial.Value(Sweep.Settings.By);
        double? score = objective is { } o ? Sweep.Settings.IsMax ? o : -o : null;
        var median = Sweep.Statistics?.Plateaus?.Medians[place] is { } m && !double.IsNaN(m) ? Sweep.Settings.IsMax ? m : -m : (double?)null;
        var ratio = Sweep.Matrix!.HasDays && Measure.Days >= SharpeTests.FewestDays && Moments.Of(Sweep.Matrix.Series[place]) is { Deviation: > 0 } own ? own.Sharpe : (double?)null;
        return new(trial, TrialLine.Counts, places, objective, score, median, ratio);
    }

    private string StateOf(SweepTrial trial) => trial.State switch
    {
        TrialRow.Failed => "failed",
        TrialRow.Done when Sweep.OtherData.Contains(trial.Trial) => "other bars",
        TrialRow.Done when trial.Trades >= Measure.MinTrades => "same as another",
        TrialRow.Done => "too few trades",
        _ => "not run",
    };
}
