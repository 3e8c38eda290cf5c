using Axfl.Configuration.Keys.Forms;
using Axfl.Configuration.Plan;
using Axfl.Configuration.Yaml;
using Axfl.Contracts;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys;

/// <summary>Reads the symbols of a profile.</summary>
internal static class SymbolReader
{
    /// <summary>What <c>symbols</c> may be.</summary>
    public static readonly FormDescription Form = new("list", "of symbols", "\"type\": \"array\", \"minItems\": 1, \"items\": {\"type\": \"string\"}");

    /// <summary>The plan with the symbols, in their order and with their instruments' own spreads.</summary>
    public static RunPlan Read(Section s, RunPlan plan, ProfileContext context) => plan with
    {
        Engine = plan.Engine with { Symbols = [.. Instruments(s, context.Instruments).Select(i => new SymbolPlan(i, i.SpreadPips, []))] },
    };

    /// <summary><c>[EURUSD, GBPUSD]</c>.</summary>
    public static string Write(RunPlan plan) => $"[{string.Join(", ", plan.Engine.Symbols.Select(s => YamlText.Key(s.Instrument.Symbol)))}]";

    private static List<Instrument> Instruments(Section s, InstrumentTable instruments)
    {
        var result = new List<Instrument>();
        var path = s.Path("symbols");
        if (s.Node("symbols") is not { } node)
        {
            s.Log.Error(s.Location!.Value, path, "is missing: which symbols are traded? symbols: [EURUSD, GBPUSD].");
            return result;
        }

        var items = s.Items("symbols", "a list of symbols like [EURUSD, GBPUSD]");
        if (items?.Count == 0) s.Log.Error(node.Location, path, "is empty; at least one symbol is needed.");
        foreach (var item in items ?? [])
        {
            if (Scalars.Text(item, path, "a symbol", s.Log) is not { } text) continue;
            if (instruments.Find(text) is not { } instrument)
            {
                s.Log.Error(item.Location, path, instruments.Missing(text) + " To add a symbol, define it under 'instruments:' with base, quote, pip and digits.");
            }
            else if (result.Contains(instrument)) s.Log.Error(item.Location, path, $"{instrument.Symbol} is listed twice: keep one.");
            else result.Add(instrument);
        }

        s.Record("symbols", $"[{string.Join(", ", result.Select(i => i.Symbol))}]");
        foreach (var i in result) s.Record("instruments." + i.Symbol, InstrumentKeys.Table.Write(i), instruments.Origin(i.Symbol));

        return result;
    }

    /// <summary>Money of a cross needs a price between its quote currency and the account's.</summary>
    public static void RequireConversions(Section s, EnginePlan plan, InstrumentTable instruments)
    {
        var account = plan.Account.Currency;
        foreach (var i in plan.Symbols.Where(p => p.Slots.Count > 0).Select(p => p.Instrument))
        {
            if (i.Quote == account || i.Base == account || plan.Symbols.Any(o => Pairs(o.Instrument, i.Quote, account))) continue;
            var known = instruments.Symbols.Select(n => instruments.Find(n)!).FirstOrDefault(o => Pairs(o, i.Quote, account))?.Symbol;
            s.Log.Error(s.Node("symbols")!.Location, s.Path("symbols"), $"{i.Symbol} is quoted in {i.Quote}, and the account is in {account}: "
                + (known is null ? $"a symbol of {i.Quote} and {account} is needed to convert; define one under 'instruments:' and add it here."
                    : $"add {known} to the symbols to convert it (no strategy has to trade it)."));
        }
    }

    private static bool Pairs(Instrument i, string a, string b) => (i.Base == a && i.Quote == b) || (i.Base == b && i.Quote == a);
}
