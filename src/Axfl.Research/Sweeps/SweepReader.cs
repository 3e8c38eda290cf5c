using System.Globalization;
using System.Text.RegularExpressions;
using Axfl.Configuration.Yaml;
using Axfl.Contracts;
using Axfl.Research.Store;

namespace Axfl.Research.Sweeps;

/// <summary>Reads the tree of a sweep file.</summary>
/// <param name="path">Path for messages.</param>
/// <param name="folder">Folder against which its paths are resolved, absolute.</param>
/// <param name="log">Where problems go.</param>
internal sealed partial class SweepReader(string path, string folder, ProblemLog log)
{
    private static readonly string[] Keys =
    [
        "name", "sessions", "profile", "data", "since", "until", "holdout", "set", "method", "trials", "seed", "points", "axes", "where", "objective", "keep",
        "walk_forward",
    ];

    private static readonly string[] Methods = ["grid", "random", "latin", "sobol", "points"];
    private static readonly string[] Keeps = ["metrics", "days", "trades"];
    private static readonly string[] Directions = ["max", "min"];
    private static readonly string[] Choices = ["plateau", "best"];

    /// <summary>Reads it; null: it is no sweep file (then a problem is logged). Only meaningful when no error was logged.</summary>
    public SweepDefinition? Read(Node? root)
    {
        var file = new Section(root as MapNode, "", null, ["sweep"], log, []);
        file.RefuseUnknown();
        if (file.Node("sweep") is not MapNode map)
        {
            log.Error(file.Node("sweep")?.Location ?? new SourceLocation(path, 1, 1), "sweep", "a sweep file begins with 'sweep:' and has its keys below.");
            return null;
        }

        var section = new Section(map, "sweep", null, Keys, log, []);
        section.RefuseUnknown();
        var profile = section.Word("profile", "portfolio", "a profile's name");
        var method = (SweepMethod)section.Choice("method", 0, Methods);
        var axes = new AxisReader(section, profile, log);
        var definition = new SweepDefinition
        {
            Name = Name(section),
            Path = path,
            Folder = folder,
            Content = (KeyValuePair<string, object?>[])NodeText.Value(map)!,
            Location = map.Location,
            SessionsPath = Null(section, "sessions") ? null : Absolute(section.Word("sessions", "", "a path")),
            Profile = profile,
            Data = [.. Texts(section, "data", "a path").Select(t => Place(t.Text))],
            Since = Time(section, "since"),
            Until = Time(section, "until"),
            Holdout = Time(section, "holdout"),
            Set = [.. Texts(section, "set", "key=value").Select(t => t.Text)],
            SetLocations = [.. Texts(section, "set", "key=value").Select(t => t.Location)],
            Method = method,
            Trials = Trials(section, method),
            Seed = section.Node("seed") is null ? "1" : section.Whole("seed", 1, int.MinValue, int.MaxValue).ToString(CultureInfo.InvariantCulture),
            Axes = axes.Read(isGrid: method == SweepMethod.Grid),
            Where = [.. Items(section, "where", "a list of conditions").Select(n => Condition.Read(n, "sweep.where", profile, log)).OfType<Condition>()],
            Objective = Objective(section),
            Keep = (Keep)section.Choice("keep", (int)Keep.Days, Keeps),
            WalkForward = WalkForward(section),
        };
        if (method == SweepMethod.Points) definition = Points(section, definition);
        else if (definition.Axes.Count == 0 && section.Node("axes") is null) log.Error(map.Location, "sweep.axes", "is missing: what is varied? axes: {risk.max_open_positions: [1, 2, 3]}.");
        if (method == SweepMethod.Sobol && definition.Axes.Count > Randomness.SobolSequence.MaxDimensions)
            log.Error(section.Node("axes")!.Location, "sweep.axes", $"has {definition.Axes.Count} axes; the method sobol takes at most {Randomness.SobolSequence.MaxDimensions}.");
        CheckPeriod(section, definition);
        return definition;
    }

    private static bool Null(Section section, string key) => section.Node(key) is null or ScalarNode { IsNull: true };

    private string Absolute(string text) => text.Length == 0 || text.Contains('\0', StringComparison.Ordinal) ? folder : Path.GetFullPath(text, folder);

    // SYMBOL=path keeps its symbol.
    private string Place(string text) => SymbolPath.TrySplit(text, folder, out var symbol, out var path) ? symbol + "=" + Absolute(path) : Absolute(text);

    private string Name(Section section)
    {
        if (section.Node("name") is not { } node)
        {
            log.Error(section.Location!.Value, "sweep.name", "is missing: by what name is it stored? name: lsg-sweep.");
            return "";
        }

        var name = section.Word("name", "", "a name");
        if (!log.HasErrors && name.Length == 0) log.Error(node.Location, "sweep.name", "is empty: use letters, digits, '-' and '_', at most 64.");
        if (name.Length > 0 && !NameForm().IsMatch(name)) log.Error(node.Location, "sweep.name", $"'{Scalars.Cut(name)}' is not a name: use letters, digits, '-' and '_', at most 64.");
        return name;
    }

    private IEnumerable<(string Text, SourceLocation Location)> Texts(Section section, string key, string wanted) =>
        Items(section, key, $"a list such as [{wanted}]").Select(n => (Scalars.Text(n, section.Path(key), wanted, log), n.Location)).Where(t => t.Item1 is not null).Select(t => (t.Item1!, t.Location));

    private static IReadOnlyList<Node> Items(Section section, string key, string wanted) => Null(section, key) ? [] : section.Items(key, wanted) ?? [];

    private DateTime? Time(Section section, string key)
    {
        if (Null(section, key)) return null;
        var node = section.Node(key)!;
        if (Scalars.Text(node, section.Path(key), "a time such as 2015-01-01", log) is not { } text) return null;
        if (EventTime.TryParseWritten(text, out var time)) return time;
        log.Error(node.Location, section.Path(key), $"'{Scalars.Cut(text)}' is not a time from 1970 to 2199: write 2015-01-01 or 2015-01-01T07:00Z (UTC unless it has an offset).");
        return null;
    }

    private int Trials(Section section, SweepMethod method)
    {
        var needed = method is SweepMethod.Random or SweepMethod.Latin or SweepMethod.Sobol;
        if (needed && section.Node("trials") is null) log.Error(section.Location!.Value, "sweep.trials", $"is missing: the method {Methods[(int)method]} needs the number of trials.");
        // The seed is that of the statistics too.
        foreach (var other in needed ? ["points"] : method == SweepMethod.Points ? new[] { "trials" } : ["trials", "points"])
            if (section.Node(other) is { } node and not ScalarNode { IsNull: true }) log.Warn(node.Location, section.Path(other), $"is not used by the method {Methods[(int)method]}.");
        return section.Node("trials") is null or ScalarNode { IsNull: true } ? 0 : section.Whole("trials", 0, 1, TrialPoints.Most);
    }

    private SweepObjective Objective(Section section)
    {
        if (Null(section, "objective")) return SweepObjective.Usual;
        var child = section.Child("objective", ["by", "min_trades", "direction"]);
        child.RefuseUnknown();
        var by = child.Word("by", "mean_r", "a metric");
        if (TrialMetrics.Find(by) is not { } known)
        {
            log.Error(child.Node("by")!.Location, child.Path("by"), $"there is no metric '{Scalars.Cut(by)}'; there are {string.Join(", ", TrialMetrics.Names)}.{Suggestion.Ask(by, ["mean_r", .. TrialMetrics.Names])}");
            known = by;
        }

        return new SweepObjective(known, child.Whole("min_trades", SweepObjective.Usual.MinTrades, 0, int.MaxValue), child.Choice("direction", 0, Directions) == 0);
    }

    private WalkForwardWindows? WalkForward(Section section)
    {
        if (Null(section, "walk_forward")) return null;
        var child = section.Child("walk_forward", ["train", "test", "step", "anchored", "gap_days", "choose"]);
        child.RefuseUnknown();
        if (child.Location is not { } location) return null;
        var (train, test, step) = (Span(child, "train"), Span(child, "test"), Span(child, "step"));
        if (train is null && child.Node("train") is null) log.Error(location, child.Path("train"), "is missing: how long is trained? train: 12mo.");
        if (test is null && child.Node("test") is null) log.Error(location, child.Path("test"), "is missing: how long is tested? test: 3mo.");
        if (step is { } s && test is { } t && s.Days < t.Days)
            log.Error(child.Node("step")!.Location, child.Path("step"), $"{s} is shorter than test, {t}: a day would be tested twice.");
        return train is null || test is null ? null : new WalkForwardWindows(
            train.Value, test.Value, step ?? test.Value, child.Flag("anchored", false), child.Whole("gap_days", 1, 0, 365), child.Choice("choose", 0, Choices) == 1);
    }

    private CalendarSpan? Span(Section section, string key)
    {
        if (section.Node(key) is not { } node) return null;
        if (Scalars.Text(node, section.Path(key), "a length such as 12mo", log) is not { } text) return null;
        if (CalendarSpan.TryParse(text, out var span)) return span;
        log.Error(node.Location, section.Path(key), $"'{Scalars.Cut(text)}' is not a length: write a whole number and d, w, mo or y, like 12mo.");
        return null;
    }

    private SweepDefinition Points(Section section, SweepDefinition definition)
    {
        if (Null(section, "points"))
        {
            log.Error(section.Location!.Value, "sweep.points", "is missing: the method points needs the file of the points.");
            return definition;
        }

        var node = section.Node("points")!;
        if (Scalars.Text(node, "sweep.points", "a path", log) is not { } text) return definition;
        var (axes, points) = new PointsFile(Absolute(text), definition.Axes, definition.Profile, log).Read(node.Location);
        return definition with { Axes = axes, Points = points, PointsHash = points.Count == 0 ? null : Axfl.Research.Keys.Sha256.Of(SweepFile.ReadText(Absolute(text))) };
    }

    private void CheckPeriod(Section section, SweepDefinition definition)
    {
        if (definition.Since >= definition.Until) log.Error(section.Node("until")!.Location, "sweep.until", "is not later than since: no bar is between them.");
        if (definition.Holdout <= definition.Since)
            log.Error(section.Node("holdout")!.Location, "sweep.holdout", "is not later than since: nothing would be left to the trials.");
        if (definition.Holdout >= definition.Until)
            log.Error(section.Node("holdout")!.Location, "sweep.holdout", "is not before until: no bar would be held out.");
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NameForm();
}
