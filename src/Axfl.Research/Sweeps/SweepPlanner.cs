using System.Collections.Concurrent;
using Axfl.Configuration;
using Axfl.Configuration.Yaml;
using Axfl.Contracts;
using Axfl.Research.Keys;

namespace Axfl.Research.Sweeps;

/// <summary>Makes the trials of a sweep: chooses the points, drops what the conditions exclude and what repeats, and reads the plan of every one.</summary>
/// <param name="sweep">The sweep file.</param>
/// <param name="request">What else a run would ask: working directory, strategies; sessions file and data where the sweep names none.</param>
/// <param name="strategies">Strategies a plan may name.</param>
internal sealed class SweepPlanner(SweepDefinition sweep, RunRequest request, IReadOnlyList<StrategyDefinition> strategies)
{
    /// <summary>Trials above which a sweep is only planned when it is forced.</summary>
    public const int MostUnforced = 100_000;

    private readonly ProblemLog _log = new();
    private readonly PlanHash _hash = new();

    /// <summary>The plan of the sweep.</summary>
    /// <param name="force">Whether there may be more than <see cref="MostUnforced"/> trials.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ConfigurationException">Axes, conditions or plans have errors: all of them (<c>SweepFileInvalid</c>, <c>SessionsFileInvalid</c>).</exception>
    /// <exception cref="AxflException">There are too many trials (<c>SweepTooLarge</c>), or the sessions file cannot be read.</exception>
    public SweepPlan Plan(bool force, CancellationToken cancellation)
    {
        var points = TrialPoints.Count(sweep);
        if (points > TrialPoints.Most || (points > 10 * MostUnforced && !force)) throw TooLarge(points);
        var template = Open();
        CheckAxes(template);
        var conditions = sweep.Where.Select(w => ConditionValues.Find(w, sweep, template.Plan, _log)).ToArray();
        ThrowErrors();
        var kept = Keep(conditions!, out var repeated, out var excluded, out var exclusions, cancellation);
        if (kept.Count > MostUnforced && !force) throw TooLarge(kept.Count);
        if (kept.Count == 0) RefuseNothing(exclusions, (int)points);
        ThrowErrors();
        var needs = ReadAll(template, kept, cancellation);
        ThrowErrors();
        return new SweepPlan
        {
            Sweep = sweep, Template = template, Request = Request, Trials = kept, Points = (int)points, Repeated = repeated, Excluded = excluded, Exclusions = exclusions,
            Needs = needs,
        };
    }

    private RunRequest Request => request with
    {
        Mode = "replay", SessionsPath = sweep.SessionsPath ?? request.SessionsPath, Profile = sweep.Profile, Set = sweep.Set, Since = sweep.Since, Until = sweep.TrialsUntil,
        DataPath = sweep.Data.Count > 0 ? sweep.Data : request.DataPath,
    };

    private static AxflException TooLarge(double trials) => new("SweepTooLarge", ErrorKind.Configuration, FormattableString.Invariant(
        $"The sweep has {trials:#,0} trials; more than {MostUnforced:#,0} are run only with {Spelling.Of("Force")}, and {TrialPoints.Most:#,0} is the most. Take larger steps, or the method sobol with fewer trials: what is tried counts against the best."));

    // An error of an override of the file is told at its place in the file.
    private PlanTemplate Open()
    {
        try
        {
            return SessionsLoader.Open(Request, strategies);
        }
        catch (ConfigurationException e) when (sweep.Set.Count > 0)
        {
            throw new ConfigurationException(e.ErrorId, [.. e.Problems.Select(AtSet)]);
        }
    }

    private ConfigurationProblem AtSet(ConfigurationProblem problem)
    {
        for (var i = 0; i < sweep.Set.Count; i++)
            if (problem.File == SourceLocation.Argument(sweep.Set[i]).File) return At(problem, sweep.SetLocations[i]);
        return problem;
    }

    private static ConfigurationProblem At(ConfigurationProblem problem, SourceLocation location) =>
        problem with { File = location.File, Line = location.Line, Column = location.Column };

    // Parameters that a strategy does not have: all that it has are listed.
    private void CheckAxes(PlanTemplate template)
    {
        foreach (var axis in sweep.Axes)
        {
            var path = axis.Name.Split('.');
            if (path is not ["strategies", var id, "params", var parameter]) continue;
            if (template.Plan.Engine.Symbols.SelectMany(s => s.Slots).FirstOrDefault(s => s.Strategy == id)?.Definition is not { } definition) continue;
            string[] names = [.. definition.Parameters.Select(p => p.Name)];
            if (!names.Contains(parameter))
                _log.Error(axis.Location, "sweep.axes." + axis.Name, $"{definition.Name} has no parameter '{Scalars.Cut(parameter)}'.{Suggestion.Ask(parameter, names)} It has {string.Join(", ", names)}.");
        }
    }

    private List<TrialPlan> Keep(ConditionValues[] conditions, out int repeated, out int excluded, out IReadOnlyList<Exclusion> exclusions, CancellationToken cancellation)
    {
        var kept = new List<TrialPlan>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var by = new int[conditions.Length];
        (repeated, excluded) = (0, 0);
        foreach (var point in TrialPoints.Of(sweep, _log))
        {
            cancellation.ThrowIfCancellationRequested();
            var isExcluded = false;
            for (var i = 0; i < by.Length; i++)
            {
                if (conditions[i].Holds(point)) continue;
                by[i]++;
                isExcluded = true;
            }

            if (isExcluded) excluded++;
            else if (!known.Add(string.Join('\n', point.Select(v => v.Json)))) repeated++;
            else kept.Add(new TrialPlan(kept.Count + 1, point));
        }

        exclusions = [.. sweep.Where.Select((w, i) => new Exclusion(w.Text, by[i]))];
        return kept;
    }

    private void RefuseNothing(IReadOnlyList<Exclusion> exclusions, int points)
    {
        for (var i = 0; i < exclusions.Count; i++)
            _log.Error(sweep.Where[i].Location, "sweep.where", $"'{exclusions[i].Condition}' excludes {exclusions[i].Points} of {points} points.");
        _log.Error(sweep.Location, "sweep.where", $"the conditions exclude all {points} points: no trial is left.");
    }

    // Every plan is read before the first runs; only its hashes are kept.
    private DataNeeds ReadAll(PlanTemplate template, List<TrialPlan> trials, CancellationToken cancellation)
    {
        var code = new CodeHash(template.Strategies);
        var found = new ConcurrentDictionary<ConfigurationProblem, int>();
        var all = new DataNeeds();
        var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, trials.Count, options, () => new DataNeeds(), (i, _, needs) =>
        {
            var log = new ProblemLog();
            var plan = template.Read(trials[i].Overrides, log);
            if (log.HasErrors)
            {
                foreach (var problem in log.InFileOrder.Where(p => !p.IsWarning)) found.AddOrUpdate(Place(problem, trials[i]), i, (_, first) => Math.Min(first, i));
                return needs;
            }

            trials[i].PlanHash = _hash.Of(plan);
            trials[i].CodeHash = code.Of(plan.Engine);
            needs.Add(plan);
            return needs;
        }, needs =>
        {
            lock (all) all.Add(needs);
        });
        // A range has many values, and one place: the first is told.
        var told = new HashSet<(string Key, string Message)>();
        foreach (var place in found.OrderBy(f => f.Value).GroupBy(f => (f.Key.File, f.Key.Line, f.Key.Column, f.Key.Key)))
        {
            var (problem, first) = place.First();
            // A key that is wrong is wrong with each of its values.
            if (!told.Add((problem.Key, problem.Message))) continue;
            var more = place.Count() > 1 ? $" {Counted.Of(place.Count() - 1, "more value")} likewise." : "";
            // What is wrong only with values beside each other is told with the values.
            var values = trials[first].Values.Any(v => v.Location.File == problem.File && v.Location.Line == problem.Line) ? "" : $" (with {trials[first]})";
            _log.Error(new SourceLocation(problem.File, problem.Line, problem.Column), problem.Key, problem.Message + values + more);
        }

        return all;
    }

    private static ConfigurationProblem Place(ConfigurationProblem problem, TrialPlan trial)
    {
        foreach (var value in trial.Values)
            if (problem.File == value.Override.Location.File) return At(problem, value.Location);
        return problem;
    }

    private void ThrowErrors()
    {
        if (_log.HasErrors) throw new ConfigurationException("SweepFileInvalid", _log.InFileOrder);
    }
}
