using System.Text;
using Axfl.Configuration.Keys;
using Axfl.Configuration.Plan;
using Axfl.Configuration.Yaml;
using Axfl.Contracts;

namespace Axfl.Configuration;

/// <summary>A sessions file that was parsed once, and from which the plans of any number of overrides are read, also at the same time.</summary>
/// <remarks>The reader is that of a run: a plan read here with an override equals the one that <see cref="SessionsLoader.Load"/> reads with it in <see cref="RunRequest.Set"/>.</remarks>
public sealed record PlanTemplate
{
    private readonly SessionsFile _file;
    private readonly InstrumentTable _instruments;
    private readonly TunedDefaults _tuned;
    private readonly IReadOnlyList<StrategyDefinition> _strategies;
    private readonly MapNode _profile;

    internal PlanTemplate(
        SessionsFile file, InstrumentTable instruments, TunedDefaults tuned, IReadOnlyList<StrategyDefinition> strategies, MapNode profile)
    {
        (_file, _instruments, _tuned, _strategies, _profile) = (file, instruments, tuned, strategies, profile);
        Plan = ProfileKeys.Defaults("", file.Path, file.Folder);
    }

    /// <summary>The plan without further overrides. Its description has no YAML text.</summary>
    public RunPlan Plan { get; internal init; }

    /// <summary>All that it is read from, as text.</summary>
    public SessionsText Text => _file.AsText();

    /// <summary>The plan as a complete sessions file, which needs no defaults and gives an equal plan.</summary>
    public static string Write(RunPlan plan) => PlanYaml.Write(plan);

    /// <summary>The same as the text of a sessions file, with the news calendars it names.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="path">Path for messages.</param>
    /// <param name="folder">Folder against which its paths are resolved, absolute.</param>
    public static SessionsText TextOf(RunPlan plan, string path, string folder)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new SessionsText(path, folder, PlanYaml.Write(plan))
        {
            Calendars = plan.NewsFiles.Files.DistinctBy(f => f.Path).ToDictionary(f => f.Path, f => Encoding.UTF8.GetString(f.Content.Span), StringComparer.Ordinal),
        };
    }

    /// <summary>The strategies' definitions by which it is read.</summary>
    public IReadOnlyList<StrategyDefinition> Strategies => _strategies;

    /// <summary>The plan with further overrides, later ones over earlier ones; only meaningful when no error was logged.</summary>
    /// <param name="overrides">As in <see cref="RunRequest.Set"/>.</param>
    /// <param name="log">Where problems go, each at <see cref="PlanOverride.Location"/>.</param>
    public RunPlan Read(IReadOnlyList<PlanOverride> overrides, ProblemLog log)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        var map = _profile;
        foreach (var change in overrides) map = Overrides.Put(map, change.Path, change.Value, change.Location, log);
        return Read(Plan.Profile, map, log);
    }

    internal RunPlan Read(string profile, MapNode map, ProblemLog log) =>
        new ProfileReader(_file, _instruments, _tuned, _strategies, log).Read(profile, map);
}

/// <summary>One override of a plan, parsed once for any number of plans.</summary>
public sealed class PlanOverride
{
    private PlanOverride(string key, string text, string[] path, SourceLocation location, Node? value) =>
        (Key, Text, Path, Location, Value) = (key, text, path, location, value);

    /// <summary>Dotted key, without the profile.</summary>
    public string Key { get; }

    /// <summary>Its value as YAML on one line.</summary>
    public string Text { get; }

    /// <summary>The argument it stands for: <c>command line (key=value)</c>; the same for the same key and text.</summary>
    public SourceLocation Location { get; }

    /// <summary><c>key=value</c>, as in <see cref="RunRequest.Set"/>.</summary>
    public string Assignment => Key + "=" + Text;

    internal string[] Path { get; }

    internal Node? Value { get; }

    /// <summary>Parses one.</summary>
    /// <param name="key">Dotted key, without the profile.</param>
    /// <param name="text">Its value as YAML on one line.</param>
    /// <param name="log">Where it is logged that the text is no YAML.</param>
    public static PlanOverride Parse(string key, string text, ProblemLog log)
    {
        ArgumentNullException.ThrowIfNull(key);
        var location = SourceLocation.Argument(key + "=" + text);
        return new PlanOverride(key, text, key.Split('.'), location, YamlTree.ParseArgument(text, location, log));
    }
}
