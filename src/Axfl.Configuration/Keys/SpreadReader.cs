using Axfl.Configuration.Yaml;
using Axfl.Contracts;

namespace Axfl.Configuration.Keys;

/// <summary>Reads spreads: those of single symbols, then one for all, then the instruments' own.</summary>
internal static class SpreadReader
{
    /// <summary>The spread of each symbol of the plan, pips.</summary>
    public static Dictionary<string, double> Read(
        Section s, InstrumentTable instruments, IReadOnlyList<Instrument> symbols, List<PlanValue> values)
    {
        double? all = s.Node("spread_pips") is { } common and not ScalarNode { IsNull: true }
            ? Scalars.Number(common, s.Path("spread_pips"), 0, 100_000, s.Log) : null;
        var named = new Dictionary<string, (double Pips, string Origin)>(StringComparer.Ordinal);
        foreach (var entry in s.MapOf("spreads")?.Entries ?? [])
        {
            var key = s.Path("spreads." + entry.Key);
            if (instruments.Find(entry.Key) is not { } instrument)
                s.Log.Error(entry.Place, key, instruments.Missing(entry.Key));
            else if (named.ContainsKey(instrument.Symbol)) s.Log.Error(entry.Place, key, $"{instrument.Symbol} stands here twice: keep one.");
            else if (!symbols.Contains(instrument) && s.Node("symbols")?.Place.IsCommandLine == false)
                s.Log.Warn(entry.Place, key, $"{instrument.Symbol} is not among the profile's symbols, so its spread is not used.");
            else if (Scalars.Number(entry.Value, key, 0, 100_000, s.Log) is { } pips) named.Add(instrument.Symbol, (pips, entry.Value.Place.Origin));
        }

        var result = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var i in symbols)
        {
            var (pips, origin) = named.TryGetValue(i.Symbol, out var own) ? own
                : all is { } pipsOfAll ? (pipsOfAll, s.Node("spread_pips")!.Place.Origin) : (i.SpreadPips, instruments.Origin(i.Symbol));
            result[i.Symbol] = pips;
            values.Add(new PlanValue("spreads." + i.Symbol, Scalars.Show(pips), origin));
        }

        return result;
    }
}
