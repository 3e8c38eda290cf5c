using Axfl.Configuration.Keys.Forms;
using Axfl.Configuration.Plan;
using Axfl.Configuration.Yaml;
using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Indicators;

namespace Axfl.Configuration.Keys;

/// <summary>One entry of a strategies list, read: its slots by symbol.</summary>
internal sealed record StrategyEntry(
    string Id, StrategyDefinition Definition, IReadOnlyList<SessionWindow> Windows, IReadOnlyDictionary<string, SlotPlan> Slots);

/// <summary>Reads the strategies of a profile.</summary>
/// <param name="definitions">Strategies there are.</param>
/// <param name="tuned">Tuned defaults.</param>
/// <param name="interval">Interval of the profile.</param>
/// <param name="symbols">Symbols of the profile.</param>
/// <param name="holidays">Holidays of the profile.</param>
/// <param name="values">Where values go.</param>
internal sealed class StrategyReader(
    IReadOnlyList<StrategyDefinition> definitions, TunedDefaults tuned, Interval interval, IReadOnlyList<string> symbols, IReadOnlyList<int> holidays,
    List<PlanValue> values)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>The plan with the strategies of a profile: their ids, and a slot on each symbol they trade.</summary>
    public static RunPlan ReadAll(Section s, RunPlan plan, ProfileContext context)
    {
        string[] names = [.. plan.Engine.Symbols.Select(p => p.Instrument.Symbol)];
        var reader = new StrategyReader(context.Strategies, context.Tuned, plan.Engine.Interval, names, DatesForm.DaysOf(plan.Holidays), context.Values);
        var entries = reader.Entries(s);
        return plan with
        {
            Engine = plan.Engine with
            {
                Symbols = [.. plan.Engine.Symbols.Select(p => p with { Slots = [.. entries.Select(e => e.Slots.GetValueOrDefault(p.Instrument.Symbol)).OfType<SlotPlan>()] })],
                Strategies = [.. entries.Select(e => e.Id)],
            },
        };
    }

    private List<StrategyEntry> Entries(Section s)
    {
        var path = s.Path("strategies");
        var entries = new List<StrategyEntry>();
        if (s.Node("strategies") is not { } node || node is ScalarNode { IsNull: true })
        {
            s.Log.Error(s.Location!.Value, path, "is missing: what trades? strategies: [{name: lsg, windows: [{start: \"07:00\", end: \"10:00\"}]}].");
            return entries;
        }

        var items = s.Items("strategies", "a list of strategies");
        if (items?.Count == 0) s.Log.Error(node.Location, path, "is empty; at least one strategy is needed.");
        for (var i = 0; i < items?.Count; i++)
        {
            if (items[i] is not MapNode entry)
                s.Log.Error(items[i].Location, $"{path}[{i}]", $"is {Scalars.Kind(items[i])}; {{name: lsg, windows: [...]}} is needed.");
            else if (Read(entry, $"{path}[{i}]", s.Log) is { } read) entries.Add(read);
        }

        return entries;
    }

    // A script lives in the session of PowerShell that registered it.
    private static string HowToBring => $"One of your own comes with {Spelling.Of("StrategyAssembly")}"
        + (Spelling.IsPowerShell ? ", or of a script with Register-AxflStrategy." : "; one of a script runs, and is compared, in the PowerShell module alone.");

    // One entry; null: it has no usable name (a problem is logged).
    private StrategyEntry? Read(MapNode map, string path, ProblemLog log)
    {
        var section = new Section(map, path, null, StrategyKeys.Table.Names, log, values);
        if (section.Node("name") is not { } named)
        {
            section.RefuseUnknown();
            log.Error(map.Location, section.Path("name"), $"is missing: which strategy? One of {string.Join(", ", definitions.Select(d => d.Name))}.");
            return null;
        }

        if (Scalars.Text(named, section.Path("name"), "a strategy's name", log) is not { } name) return null;
        if (definitions.FirstOrDefault(d => d.Name == name) is not { } definition)
        {
            var names = definitions.Select(d => d.Name).ToArray();
            log.Error(named.Location, section.Path("name"),
                $"there is no strategy '{Scalars.Cut(name)}'; there are {string.Join(", ", names)}.{Suggestion.Ask(name, names)} {HowToBring}");
            return null;
        }

        foreach (var indicator in definition.Indicators)
        {
            if (IndicatorLibrary.Problem(indicator) is { } problem)
                log.Error(named.Location, section.Path("name"), $"the strategy {name} asks for the indicator '{indicator}'. {problem.Message}");
        }

        if (Id(section, name, named.Location) is not { } id) return null;
        section.AcceptOlder(HasPreset(definition) ? ["session"] : []);
        section.RefuseUnknown(key => definition.Parameters.Any(p => p.Name == key) ? $" It is a parameter of {name}: write it under 'params'." : "");
        var windows = WindowReader.Read(section, holidays, map.Location);
        values.Add(new PlanValue($"strategies.{id}.name", name, named.Location.Origin));
        var written = section.Node("windows")?.Location ?? map.Location;
        values.Add(new PlanValue($"strategies.{id}.windows", string.Join("; ", windows.Select(WindowReader.Show)), written.Origin));
        return new StrategyEntry(id, definition, windows, Slots(section, id, definition, windows));
    }

    private string? Id(Section section, string name, SourceLocation location)
    {
        var id = name;
        if (section.Node("id") is { } node)
        {
            location = node.Location;
            if (Scalars.Text(node, section.Path("id"), "a word", section.Log) is not { } text) return null;
            id = text;
            if (!IsId(id))
            {
                section.Log.Error(location, section.Path("id"), $"'{Scalars.Cut(id)}' is not an id: use letters, digits, '_' and '-', at most 40.");
                return null;
            }
        }

        if (_ids.Add(id)) return id;
        section.Log.Error(location, section.Path("id"), $"'{id}' is used twice: give each entry of the same strategy an id of its own (id: {name}_two).");
        return null;
    }

    private Dictionary<string, SlotPlan> Slots(Section section, string id, StrategyDefinition definition, IReadOnlyList<SessionWindow> windows)
    {
        var traded = Traded(section);
        var inParams = HasPreset(definition) ? "session" : null;
        var map = section.MapOf("params");
        var own = ParameterReader.Read(map, section.Path("params"), definition, section.Log, inParams);
        var preset = OrbPreset.Read(definition, map?.Find("session") ?? Entry(section, inParams), section, definition.Parameters);
        var bySymbol = BySymbol(section, definition, traded);
        var slots = new Dictionary<string, SlotPlan>(StringComparer.Ordinal);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var symbol in traded)
        {
            var specific = bySymbol.GetValueOrDefault(symbol);
            var fromTuned = tuned.For(definition.Name, symbol, interval);
            var result = new Dictionary<string, object?>(StringComparer.Ordinal);
            foreach (var parameter in definition.Parameters)
            {
                var key = parameter.Name;
                var fallback = new ParameterValue(parameter.Default, "default", false);
                var chosen = own.TryGetValue(key, out var o) && o.CommandLine ? o
                    : specific?.TryGetValue(key, out var s) == true ? s
                    : own.TryGetValue(key, out o) ? o
                    : preset.TryGetValue(key, out var p) ? p
                    : fromTuned.TryGetValue(key, out var t) ? t
                    : fallback;
                result[key] = chosen.Value;
                values.Add(new PlanValue($"strategies.{id}.{symbol}.{key}", ParameterReader.Show(chosen.Value), chosen.Origin));
            }

            CheckTogether(section, definition, map, result, told);
            slots[symbol] = new SlotPlan(id, definition, result, windows, result.GetValueOrDefault("time_stop_minutes") is int minutes ? minutes : null);
        }

        return slots;
    }

    // What is wrong with values beside each other, each said once.
    private void CheckTogether(Section section, StrategyDefinition definition, MapNode? map, IReadOnlyDictionary<string, object?> values, HashSet<string> told)
    {
        foreach (var problem in definition.Check(values, interval))
        {
            var entry = map?.Find(problem.Parameter);
            if (told.Add(problem.Message))
                section.Log.Error(entry?.Value.Location ?? map?.Location ?? section.Node("name")!.Location, section.Path("params." + problem.Parameter), problem.Message);
        }
    }

    private static MapEntry? Entry(Section section, string? key) =>
        key is not null && section.Node(key) is { } node ? new MapEntry(key, node.Location, node) : null;

    private static Dictionary<string, Dictionary<string, ParameterValue>> BySymbol(
        Section section, StrategyDefinition definition, IReadOnlyList<string> traded)
    {
        var result = new Dictionary<string, Dictionary<string, ParameterValue>>(StringComparer.Ordinal);
        foreach (var entry in section.MapOf("symbol_params")?.Entries ?? [])
        {
            var symbol = SymbolSpelling.Canonical(entry.Key);
            var path = section.Path("symbol_params." + entry.Key);
            if (!traded.Contains(symbol))
            {
                section.Log.Error(entry.Location, path,
                    $"the strategy does not trade '{Scalars.Cut(entry.Key)}'; it trades {string.Join(", ", traded)}.{Suggestion.Ask(symbol, traded)}");
            }
            else if (entry.Value is not MapNode map)
                section.Log.Error(entry.Value.Location, path, $"is {Scalars.Kind(entry.Value)}; a map of parameters is needed.");
            else if (!result.TryAdd(symbol, ParameterReader.Read(map, path, definition, section.Log)))
                section.Log.Error(entry.Location, path, $"{symbol} is listed twice: keep one.");
        }

        return result;
    }

    private IReadOnlyList<string> Traded(Section section)
    {
        if (section.Node("symbols") is null or ScalarNode { IsNull: true }) return symbols;
        var path = section.Path("symbols");
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        var items = section.Items("symbols", "a list of symbols");
        if (items?.Count == 0) section.Log.Error(section.Node("symbols")!.Location, path, "is empty; omit it for all symbols of the profile.");
        foreach (var item in items ?? [])
        {
            if (Scalars.Text(item, path, "a symbol", section.Log) is not { } text) continue;
            var symbol = SymbolSpelling.Canonical(text);
            if (!symbols.Contains(symbol))
            {
                section.Log.Error(item.Location, path,
                    $"'{Scalars.Cut(text)}' is not among the profile's symbols ({string.Join(", ", symbols)}).{Suggestion.Ask(symbol, symbols)}");
            }
            else if (!chosen.Add(symbol)) section.Log.Error(item.Location, path, $"{symbol} is listed twice: keep one.");
        }

        return [.. symbols.Where(chosen.Contains)];
    }

    private static bool HasPreset(StrategyDefinition definition) => definition.Name == "orb" && definition.Parameters.All(p => p.Name != "session");

    private static bool IsId(string text) => text.Length is > 0 and <= 40 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
