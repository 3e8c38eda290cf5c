using Axfl.Configuration.Keys.Forms;
using Axfl.Configuration.Yaml;
using Axfl.Contracts;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys;

/// <summary><c>weights</c> of <c>risk</c>: factors on the risk of a trade, by strategy and by symbol.</summary>
internal sealed class WeightsKey : PlanKey<RiskPlan>
{
    private const double Most = 1000;

    private static readonly FormDescription Factors =
        new("map", "name: 0 to 1000", "\"type\": [\"object\", \"null\"], \"additionalProperties\": {\"type\": \"number\", \"minimum\": 0, \"maximum\": 1000}");

    private static readonly SectionKeys<WeightPlan> Table = new()
    {
        new SpecialKey<WeightPlan>(Factors, (s, w) => w with { Strategies = Read(s, "strategies", static name => name) }, w => Write(w.Strategies), "{}")
        { Name = "strategies", Help = "Factor by id of the strategy; absent: 1." },
        new SpecialKey<WeightPlan>(Factors, (s, w) => w with { Symbols = Read(s, "symbols", SymbolSpelling.Canonical) }, w => Write(w.Symbols), "{}")
        { Name = "symbols", Help = "Factor by symbol; absent: 1." },
    };

    public override FormDescription Form => new("map", "", "\"type\": [\"object\", \"null\"]");

    public override IReadOnlyList<KeyDescription> Children(RiskPlan? defaults) => Table.Describe(new WeightPlan());

    public override RiskPlan Read(Section section, RiskPlan plan) => plan with { Weights = Table.Read(section.Child(Name, Table.Names), plan.Weights) };

    public override string Write(RiskPlan plan) => Table.Write(plan.Weights);

    public override void WriteLines(RiskPlan plan, string indent, Action<string> line) =>
        line($"{indent}{Name}: {Write(plan)}" + (plan.Weights.IsEmpty ? "" : "  # sizes alone: limits, stops and targets in R do not see weights, so -5R at 0.5 costs half the money of -5R at 1"));

    /// <summary>Names that the plan does not have are errors.</summary>
    public static void Check(Section profile, EnginePlan plan)
    {
        if (profile.MapOf("risk")?.Find("weights")?.Value is not MapNode weights) return;
        Check("strategies", static name => name, plan.Strategies);
        Check("symbols", SymbolSpelling.Canonical, [.. plan.Symbols.Select(s => s.Instrument.Symbol)]);

        void Check(string key, Func<string, string> canonical, IReadOnlyList<string> names)
        {
            if (weights.Find(key)?.Value is not MapNode map) return;
            foreach (var entry in map.Entries)
            {
                if (names.Contains(canonical(entry.Key))) continue;
                profile.Log.Error(entry.Location, profile.Path($"risk.weights.{key}.{entry.Key}"),
                    $"the plan has no '{Scalars.Cut(entry.Key)}' among its {key}, which are {string.Join(", ", names)}.{Suggestion.Ask(canonical(entry.Key), names)}");
            }
        }
    }

    private static Dictionary<string, double> Read(Section section, string key, Func<string, string> canonical)
    {
        var factors = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var entry in section.MapOf(key)?.Entries ?? [])
        {
            var path = section.Path(key + "." + entry.Key);
            if (Scalars.Number(entry.Value, path, 0, Most, section.Log) is { } factor && !factors.TryAdd(canonical(entry.Key), factor))
                section.Log.Error(entry.Location, path, $"{canonical(entry.Key)} is listed twice: keep one.");
        }

        section.Record(key, Write(factors));
        return factors;
    }

    private static string Write(IReadOnlyDictionary<string, double> factors)
    {
        if (factors.Count == 0) return "{}";
        string[] names = [.. factors.Keys];
        Array.Sort(names, StringComparer.Ordinal);
        return $"{{{string.Join(", ", names.Select(name => $"{YamlText.Key(name)}: {Scalars.Show(factors[name])}"))}}}";
    }
}
