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
    /// <exception cref="AxflException">Its plan names what there is no more: a strategy of one's own that was not given; or its definition is damaged (<c>StoreDamaged</c>).</exception>
    public StoredSweep(SweepRow row, RunRequest request, IReadOnlyList<StrategyDefinition> strategies)
    {
        using var document = row.Document();
        Name = row.Name;
        Strategies = strategies;
        (Request, Needs, Keep) = RowDamage.Guard("sweep", row.Name, $"sweep '{row.Name}'", () => Read(document.RootElement, request));
        _template = SessionsLoader.Open(Request, strategies);
        _codeHash = new CodeHash(_template.Strategies);
    }

    private static (RunRequest Request, DataNeeds Needs, Keep Keep) Read(JsonElement definition, RunRequest request)
    {
        var from = definition.GetProperty(SweepContent.From);
        var sessions = from.GetProperty("sessions");
        var read = request with
        {
            Mode = "replay",
            SessionsText = new SessionsText(Needed(sessions, "path"), Needed(sessions, "folder"), Needed(sessions, "text"))
            {
                Instruments = Text(sessions, "instruments"), Tuned = Text(sessions, "tuned"), Calendars = Calendars(sessions),
            },
            Profile = Needed(from, "profile"),
            Set = Texts(from, "set"),
            DataPath = request.DataPath.Count > 0 ? request.DataPath : Texts(from, "data"),
            Since = Time(from, "since"),
            Until = Time(from, "until"),
            AllowRejected = from.GetProperty("allow_rejected").GetBoolean(),
        };
        return (read, DataNeeds.Read(from.GetProperty("needs")), definition.TryGetProperty("keep", out var keep) ? Enum.Parse<Keep>(RowDamage.Needed(keep.GetString(), "keep"), ignoreCase: true) : Keep.Days);
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
        var plan = _template.Read(Overrides(trial, log), log);
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
        using var document = ParametersOf(stored);
        var trial = new TrialPlan(stored.Number, [.. document.RootElement.EnumerateObject().Select(p => AxisValue.Of(p.Name, p.Value, log))]);
        var plan = _template.Read(trial.Overrides, log);
        if (log.HasErrors) throw new ConfigurationException(log.InFileOrder);
        (trial.PlanHash, trial.CodeHash) = (_planHash.Of(plan), _codeHash.Of(plan.Engine));
        return trial;
    }

    private JsonDocument ParametersOf(StoredTrial trial) => RowDamage.Guard("sweep_trial", trial.Key, FormattableString.Invariant($"trial {trial.Number} of sweep '{Name}'"), () =>
    {
        var document = JsonDocument.Parse(trial.Parameters);
        return document.RootElement.ValueKind == JsonValueKind.Object ? document : throw new FormatException("its parameters are no object");
    });

    private PlanOverride[] Overrides(StoredTrial trial, ProblemLog log)
    {
        using var document = ParametersOf(trial);
        // A value of JSON is one of YAML.
        return [.. document.RootElement.EnumerateObject().Select(p => PlanOverride.Parse(p.Name, p.Value.GetRawText(), log))];
    }

    // Sweeps of versions without news have none.
    private static Dictionary<string, string> Calendars(JsonElement sessions) => sessions.TryGetProperty("calendars", out var calendars)
        ? calendars.EnumerateObject().ToDictionary(c => c.Name, c => c.Value.GetString()!, StringComparer.Ordinal) : [];

    private static string Needed(JsonElement element, string name) => RowDamage.Needed(Text(element, name), name);

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static string[] Texts(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(e => RowDamage.Needed(e.GetString(), name))];

    private static DateTime? Time(JsonElement element, string name) =>
        Text(element, name) is { } text && EventTime.TryParseIso(text, out var time) ? EventTime.ToDateTime(time) : null;
}
