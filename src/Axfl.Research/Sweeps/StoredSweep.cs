using System.Text.Json;
using Axfl.Configuration;
using Axfl.Configuration.Plan;
using Axfl.Configuration.Yaml;
using Axfl.Contracts;
using Axfl.Research.Keys;
using Axfl.Research.Store;

namespace Axfl.Research.Sweeps;

/// <summary>A sweep as the store has it, from which the plan of each of its trials is read again: no file but the bars is needed.</summary>
internal sealed class StoredSweep
{
    private readonly PlanTemplate _template;
    private readonly PlanHash _planHash = new();
    private readonly CodeHash _codeHash;

    /// <param name="row">Its row.</param>
    /// <param name="request">What else a run would ask: working directory, and other bars where they lie elsewhere.</param>
    /// <param name="strategies">Strategies a plan may name.</param>
    /// <exception cref="AxflException">Its plan names what there is no more: a strategy of one's own that was not given.</exception>
    public StoredSweep(SweepRow row, RunRequest request, IReadOnlyList<StrategyDefinition> strategies)
    {
        using var document = Parse(row);
        var from = document.RootElement.GetProperty(SweepContent.From);
        var sessions = from.GetProperty("sessions");
        Request = request with
        {
            Mode = "replay",
            SessionsText = new SessionsText(Text(sessions, "path")!, Text(sessions, "folder")!, Text(sessions, "text")!)
            {
                Instruments = Text(sessions, "instruments"), Tuned = Text(sessions, "tuned"), Calendars = Calendars(sessions),
            },
            Profile = Text(from, "profile")!,
            Set = Texts(from, "set"),
            DataPath = request.DataPath.Count > 0 ? request.DataPath : Texts(from, "data"),
            Since = Time(from, "since"),
            Until = Time(from, "until"),
            AllowRejected = from.GetProperty("allow_rejected").GetBoolean(),
        };
        Name = row.Name;
        Strategies = strategies;
        Needs = DataNeeds.Read(from.GetProperty("needs"));
        Keep = document.RootElement.TryGetProperty("keep", out var keep) ? Enum.Parse<Keep>(keep.GetString()!, ignoreCase: true) : Keep.Days;
        _template = SessionsLoader.Open(Request, strategies);
        _codeHash = new CodeHash(_template.Strategies);
    }

    private static JsonDocument Parse(SweepRow row)
    {
        try
        {
            return JsonDocument.Parse(row.Definition);
        }
        catch (JsonException e)
        {
            throw new AxflException("SweepDamaged", ErrorKind.Output, $"The definition of the sweep '{row.Name}' in the store is damaged: {e.Message}", e) { Target = row.Name };
        }
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Strategies its plans may name.</summary>
    public IReadOnlyList<StrategyDefinition> Strategies { get; }

    /// <summary>What a run of it asks, without the axes.</summary>
    public RunRequest Request { get; }

    /// <summary>What its trials ask of the data.</summary>
    public DataNeeds Needs { get; }

    /// <summary>What of a trial is stored.</summary>
    public Keep Keep { get; }

    /// <summary>The sweep, with some of its trials or none.</summary>
    /// <param name="trials">Trials as they are stored.</param>
    /// <exception cref="ConfigurationException">A plan has errors here.</exception>
    public SweepPlan Plan(IEnumerable<StoredTrial> trials) => new()
    {
        Sweep = new SweepDefinition { Name = Name, Path = Name, Keep = Keep }, Template = _template, Request = Request, Trials = [.. trials.Select(TrialOf)], Points = 0, Repeated = 0,
        Excluded = 0, Exclusions = [], Needs = Needs,
    };

    /// <summary>The effective plan of a trial.</summary>
    /// <param name="trial">The trial.</param>
    /// <exception cref="AxflException">It is not the plan that the trial had (<c>SweepPlanChanged</c>): by another version of Axfl or of a strategy it means something else.</exception>
    public RunPlan PlanOf(StoredTrial trial)
    {
        var log = new ProblemLog();
        var plan = _template.Read(Overrides(trial.Parameters, log), log);
        if (log.HasErrors) throw new ConfigurationException(log.InFileOrder);
        if (trial.Row is { } row && new PlanHash().Of(plan) != row.PlanHash)
        {
            throw new AxflException("SweepPlanChanged", ErrorKind.Configuration,
                $"Trial {trial.Number} of the sweep '{Name}' was another plan: {row.Version} read the same text otherwise, or a strategy has other parameters now.")
            {
                Target = Name, RecommendedAction = "Use the version of Axfl and of the strategies with which the sweep was made, or run the sweep again.",
            };
        }

        return plan;
    }

    /// <summary>What a run of one trial alone asks: its plan is a complete sessions file.</summary>
    /// <param name="trial">The trial.</param>
    public RunRequest RequestOf(StoredTrial trial)
    {
        var plan = PlanOf(trial);
        var path = FormattableString.Invariant($"{Name}/{trial.Number}");
        return Request with { SessionsText = PlanTemplate.TextOf(plan, path, Request.SessionsText!.Folder), Set = [] };
    }

    private TrialPlan TrialOf(StoredTrial stored)
    {
        var log = new ProblemLog();
        using var document = JsonDocument.Parse(stored.Parameters);
        var trial = new TrialPlan(stored.Number, [.. document.RootElement.EnumerateObject().Select(p => AxisValue.Of(p.Name, p.Value, log))]);
        var plan = _template.Read(trial.Overrides, log);
        if (log.HasErrors) throw new ConfigurationException(log.InFileOrder);
        (trial.PlanHash, trial.CodeHash) = (_planHash.Of(plan), _codeHash.Of(plan.Engine));
        return trial;
    }

    private static PlanOverride[] Overrides(string parameters, ProblemLog log)
    {
        using var document = JsonDocument.Parse(parameters);
        // A value of JSON is one of YAML.
        return [.. document.RootElement.EnumerateObject().Select(p => PlanOverride.Parse(p.Name, p.Value.GetRawText(), log))];
    }

    // Sweeps of versions without news have none.
    private static Dictionary<string, string> Calendars(JsonElement sessions) => sessions.TryGetProperty("calendars", out var calendars)
        ? calendars.EnumerateObject().ToDictionary(c => c.Name, c => c.Value.GetString()!, StringComparer.Ordinal) : [];

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static string[] Texts(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(e => e.GetString()!)];

    private static DateTime? Time(JsonElement element, string name) =>
        Text(element, name) is { } text && EventTime.TryParseIso(text, out var time) ? EventTime.ToDateTime(time) : null;
}
