using Axfl.Configuration.Keys.Forms;
using Axfl.Configuration.Yaml;
using Axfl.Contracts;

namespace Axfl.Configuration.Keys;

/// <summary>Tuned defaults of strategies by symbol and interval: data, not code (<c>tuned.yaml</c>).</summary>
internal sealed class TunedDefaults
{
    private static readonly string[] Keys = ["strategy", "symbol", "interval", "params"];
    private static readonly Dictionary<string, ParameterValue> None = [];
    private readonly Dictionary<string, Dictionary<string, ParameterValue>> _entries = new(StringComparer.Ordinal);

    /// <summary>Reads the list; entries of strategies that are not loaded are passed over.</summary>
    public TunedDefaults(Node? root, IReadOnlyList<StrategyDefinition> strategies, ProblemLog log)
    {
        if (root is null or ScalarNode { IsNull: true }) return;
        if (root is not ListNode list)
        {
            log.Error(root.Location, "", $"is {Scalars.Kind(root)}; a list of {{strategy, symbol, interval, params}} is needed.");
            return;
        }

        for (var i = 0; i < list.Items.Count; i++)
        {
            if (list.Items[i] is MapNode map) Add(map, $"[{i}]", strategies, log);
            else log.Error(list.Items[i].Location, $"[{i}]", $"is {Scalars.Kind(list.Items[i])}; {{strategy, symbol, interval, params}} is needed.");
        }
    }

    /// <summary>Parameters tuned for a strategy (by name) on a symbol and interval; empty: none.</summary>
    public IReadOnlyDictionary<string, ParameterValue> For(string strategy, string symbol, Interval interval) =>
        _entries.TryGetValue(Entry(strategy, symbol, interval), out var found) ? found : None;

    private static string Entry(string strategy, string symbol, Interval interval) => $"{strategy} {symbol} {interval}";

    private void Add(MapNode map, string path, IReadOnlyList<StrategyDefinition> strategies, ProblemLog log)
    {
        var section = new Section(map, path, null, Keys, log, []);
        section.RefuseUnknown();
        foreach (var needed in Keys.Where(k => map.Find(k) is null)) log.Error(map.Location, section.Path(needed), "is missing.");
        var name = section.Word("strategy", "", "a strategy's name");
        var symbol = SymbolSpelling.Canonical(section.Word("symbol", "", "a symbol"));
        var interval = new IntervalForm().Read(section, "interval", new Interval(5));
        if (strategies.FirstOrDefault(s => s.Name == name) is not { } definition) return;
        var values = ParameterReader.Read(section.MapOf("params"), section.Path("params"), definition, log, origin: "tuned default");
        if (!_entries.TryAdd(Entry(name, symbol, interval), values))
            log.Error(map.Location, path, $"{Entry(name, symbol, interval)} is tuned twice: keep one.");
    }
}
