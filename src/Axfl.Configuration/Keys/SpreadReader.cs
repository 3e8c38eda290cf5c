using Axfl.Configuration.Keys.Forms;
using Axfl.Configuration.Plan;
using Axfl.Configuration.Yaml;
using Axfl.Contracts;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys;

/// <summary>Reads spreads: those of single symbols, then one for all, then the instruments' own.</summary>
internal static class SpreadReader
{
    /// <summary>What <c>spreads</c> may be.</summary>
    public static readonly FormDescription Form = new("map", "symbol: 0 to 100000", "\"type\": [\"object\", \"null\"], \"additionalProperties\": {\"type\": \"number\", \"minimum\": 0, \"maximum\": 100000}");

    /// <summary>What <c>spread_pips</c> may be.</summary>
    public static readonly FormDescription AllForm = new LimitForm(0, 100_000).Description;

    /// <summary>The plan with the spread of each of its symbols.</summary>
    public static RunPlan Read(Section s, RunPlan plan, ProfileContext context)
    {
        var instruments = context.Instruments;
        Instrument[] symbols = [.. plan.Engine.Symbols.Select(p => p.Instrument)];
        double? all = s.Node("spread_pips") is { } common and not ScalarNode { IsNull: true }
            ? Scalars.Number(common, s.Path("spread_pips"), 0, 100_000, s.Log) : null;
        var named = new Dictionary<string, (double Pips, string Origin)>(StringComparer.Ordinal);
        foreach (var entry in s.MapOf("spreads")?.Entries ?? [])
        {
            var key = s.Path("spreads." + entry.Key);
            if (instruments.Find(entry.Key) is not { } instrument)
                s.Log.Error(entry.Location, key, instruments.Missing(entry.Key));
            else if (named.ContainsKey(instrument.Symbol)) s.Log.Error(entry.Location, key, $"{instrument.Symbol} is listed twice: keep one.");
            else if (!symbols.Contains(instrument) && s.Node("symbols")?.Location.IsCommandLine == false)
                s.Log.Warn(entry.Location, key, $"{instrument.Symbol} is not among the profile's symbols, so its spread is not used.");
            else if (Scalars.Number(entry.Value, key, 0, 100_000, s.Log) is { } pips) named.Add(instrument.Symbol, (pips, entry.Value.Location.Origin));
        }

        SymbolPlan With(SymbolPlan symbol)
        {
            var i = symbol.Instrument;
            var (pips, origin) = named.TryGetValue(i.Symbol, out var own) ? own
                : all is { } pipsOfAll ? (pipsOfAll, s.Node("spread_pips")!.Location.Origin) : (i.SpreadPips, instruments.Origin(i.Symbol));
            s.Record("spreads." + i.Symbol, Scalars.Show(pips), origin);
            return symbol with { SpreadPips = pips };
        }

        return plan with { Engine = plan.Engine with { Symbols = [.. plan.Engine.Symbols.Select(With)] } };
    }

    /// <summary><c>{EURUSD: 0.6}</c>.</summary>
    public static string Write(RunPlan plan) =>
        $"{{{string.Join(", ", plan.Engine.Symbols.Select(s => $"{YamlText.Key(s.Instrument.Symbol)}: {Scalars.Show(s.SpreadPips)}"))}}}";
}
