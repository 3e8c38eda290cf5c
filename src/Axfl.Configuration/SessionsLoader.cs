using Axfl.Configuration.Keys;
using Axfl.Configuration.Plan;
using Axfl.Configuration.Yaml;
using Axfl.Contracts;

namespace Axfl.Configuration;

/// <summary>Loads sessions files: one profile becomes the effective plan of a run.</summary>
/// <remarks>The whole file is checked, the profiles that were not asked for too: nothing runs on a file with errors.</remarks>
public static class SessionsLoader
{
    /// <summary>The effective plan of a request: file, tuned defaults and command line together.</summary>
    /// <param name="request">Path, profile, and what the command line overrides.</param>
    /// <param name="strategies">Strategies a file may name.</param>
    /// <exception cref="ConfigurationException">The file or an override has errors: all of them.</exception>
    /// <exception cref="AxflException">SessionsFileNotFound, SessionsFileUnreadable.</exception>
    public static RunPlan Load(RunRequest request, IReadOnlyList<StrategyDefinition> strategies)
    {
        var (plan, problems) = Read(request, strategies);
        return plan ?? throw new ConfigurationException(problems);
    }

    /// <summary>The request's plan as a template: the file is parsed and checked once, and plans with further overrides are read from what was parsed.</summary>
    /// <exception cref="ConfigurationException">The file or an override of the request has errors: all of them.</exception>
    /// <exception cref="AxflException">SessionsFileNotFound, SessionsFileUnreadable.</exception>
    public static PlanTemplate Open(RunRequest request, IReadOnlyList<StrategyDefinition> strategies)
    {
        var log = new ProblemLog();
        var file = SessionsFile.Open(request);
        var chosen = Plan(file, request, strategies, log);
        var problems = log.InFileOrder;
        if (chosen is null || log.HasErrors) throw new ConfigurationException(problems);
        return chosen with { Plan = chosen.Plan with { Description = chosen.Plan.Description with { Warnings = problems } } };
    }

    /// <summary>All errors and warnings of a request's sessions file, in file order; empty when it is clean.</summary>
    /// <exception cref="AxflException">SessionsFileNotFound, SessionsFileUnreadable.</exception>
    public static IReadOnlyList<ConfigurationProblem> Check(RunRequest request, IReadOnlyList<StrategyDefinition> strategies) =>
        Read(request, strategies).Problems;

    /// <summary>Keys a profile may have, in the order of the plan.</summary>
    public static IReadOnlyList<PlanKeyInfo> Keys => [.. Flat("", ProfileKeys.Describe())];

    /// <summary>Names of the profiles of a sessions file (null: the default one), in file order; none when it is not readable as YAML.</summary>
    /// <exception cref="AxflException">SessionsFileNotFound, SessionsFileUnreadable.</exception>
    public static IReadOnlyList<string> Profiles(string? path)
    {
        var file = SessionsFile.Open(path, ".");
        return YamlTree.Parse(file.Text, file.Path, new ProblemLog()) is MapNode root ? [.. ProfilesOf(root).Select(e => e.Key)] : [];
    }

    private static IEnumerable<PlanKeyInfo> Flat(string prefix, IReadOnlyList<KeyDescription> keys) => keys.SelectMany(k =>
        Flat(prefix + k.Name + ".", k.Children).Prepend(new PlanKeyInfo(prefix + k.Name, k.Form.Type, k.Form.Range, k.Unit, k.Default, k.Help, k.Form.Words)));

    private static (RunPlan? Plan, IReadOnlyList<ConfigurationProblem> Problems) Read(RunRequest request, IReadOnlyList<StrategyDefinition> strategies)
    {
        var log = new ProblemLog();
        var file = SessionsFile.Open(request);
        var plan = Plan(file, request, strategies, log)?.Plan;
        var problems = log.InFileOrder;
        if (plan is null || log.HasErrors) return (null, problems);
        return (plan with { Description = plan.Description with { Warnings = problems, Yaml = PlanYaml.Write(plan) } }, problems);
    }

    private static PlanTemplate? Plan(SessionsFile file, RunRequest request, IReadOnlyList<StrategyDefinition> strategies, ProblemLog log)
    {
        var start = new SourceLocation(file.Path, 1, 1);
        switch (YamlTree.Parse(file.Text, file.Path, log))
        {
            case MapNode root:
                return Plan(root, file, request, strategies, log);
            case { } other:
                log.Error(other.Location, "", $"a sessions file is a map of profiles, this is {Scalars.Kind(other)}: begin with 'portfolio:'.");
                return null;
            default:
                if (!log.HasErrors) log.Error(start, "", "is empty: a sessions file has a profile, with symbols and strategies.");
                return null;
        }
    }

    private static PlanTemplate? Plan(MapNode root, SessionsFile file, RunRequest request, IReadOnlyList<StrategyDefinition> strategies, ProblemLog log)
    {
        var instruments = new InstrumentTable();
        var (tablePath, tableText) = file.Neighbour("instruments.yaml");
        instruments.Add(YamlTree.Parse(tableText, tablePath, log), "", true, log);
        instruments.Add(root.Find("instruments")?.Value, "instruments", false, log);
        var (tunedPath, tunedText) = file.Neighbour("tuned.yaml");
        var reader = new TunedDefaults(YamlTree.Parse(tunedText, tunedPath, log), strategies, log);

        PlanTemplate? chosen = null;
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in ProfilesOf(root))
        {
            if (Profile(root, entry, used, log) is not { } map) continue;
            var wanted = entry.Key == request.Profile;
            if (wanted) map = Overrides.Apply(map, request, log);
            var read = new PlanTemplate(file, instruments, reader, strategies, map);
            var plan = read.Read(entry.Key, map, log);
            if (wanted) chosen = read with { Plan = plan };
        }

        foreach (var unused in root.Entries.Where(e => IsStrategies(e.Key) && !used.Contains(e.Key)))
        {
            log.Warn(unused.Location, unused.Key,
                $"no profile uses '{unused.Key}': it goes with the profile '{ProfileFor(unused.Key)}' when that has no strategies of its own.");
        }

        RequireProfile(root, request.Profile, file.Path, log);
        return chosen;
    }

    // The map of a profile; strategies at the top level (the older shape) are put into it.
    private static MapNode? Profile(MapNode root, MapEntry entry, HashSet<string> used, ProblemLog log)
    {
        if (entry.Value is not MapNode map)
        {
            var near = Suggestion.Ask(entry.Key, ["strategies", "instruments"]);
            log.Error(entry.Location, entry.Key, $"is {Scalars.Kind(entry.Value)}; a profile is a map with symbols and strategies.{near}");
            return null;
        }

        if (map.Find("symbols") is null && Suggestion.Find(entry.Key, ["instruments"]) is not null)
        {
            log.Error(entry.Location, entry.Key, $"the key '{entry.Key}' does not exist. Did you mean 'instruments'?");
            return null;
        }

        var topKey = StrategiesFor(entry.Key);
        var top = root.Find(topKey) ?? (entry.Key.StartsWith("portfolio_", StringComparison.Ordinal) ? null : root.Find(topKey = "strategies"));
        if (top is null || map.Find("strategies") is not null) return map;
        used.Add(topKey);
        return map.With(new MapEntry("strategies", top.Location, top.Value));
    }

    private static void RequireProfile(MapNode root, string profile, string path, ProblemLog log)
    {
        var names = ProfilesOf(root).Select(e => e.Key).ToArray();
        if (names.Contains(profile)) return;
        log.Error(new SourceLocation(path, 1, 1), profile, names.Length == 0
            ? "the file has no profile: begin with 'portfolio:'."
            : $"there is no profile '{Scalars.Cut(profile)}'; the file has {string.Join(", ", names)}.{Suggestion.Ask(profile, names)}");
    }

    private static IEnumerable<MapEntry> ProfilesOf(MapNode root) => root.Entries.Where(e => !IsStrategies(e.Key) && e.Key != "instruments");

    private static bool IsStrategies(string key) => key == "strategies" || key.StartsWith("strategies_", StringComparison.Ordinal);

    // portfolio -> strategies, portfolio_ny -> strategies_ny, other -> strategies_other.
    private static string StrategiesFor(string profile) => profile == "portfolio" ? "strategies"
        : "strategies_" + (profile.StartsWith("portfolio_", StringComparison.Ordinal) ? profile["portfolio_".Length..] : profile);

    private static string ProfileFor(string strategies) => strategies == "strategies" ? "portfolio" : "portfolio" + strategies["strategies".Length..];
}
