using System.Globalization;
using Axfl.Configuration.Plan;
using Axfl.Configuration.Yaml;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys;

/// <summary>Writes the strategies of the effective plan.</summary>
internal static class StrategyWriter
{
    public static void Write(RunPlan run, string indent, Action<string> line)
    {
        line($"{indent}strategies:");
        foreach (var id in run.Engine.Strategies)
        {
            var slots = run.Engine.Symbols.SelectMany(s => s.Slots.Where(x => x.Strategy == id).Select(x => new SymbolSlot(s.Instrument.Symbol, x))).ToArray();
            var first = slots[0].Slot;
            line($"{indent}  - name: {YamlText.Quote(first.Definition.Name)}");
            line($"{indent}    id: {YamlText.Quote(id)}");
            line($"{indent}    symbols: [{string.Join(", ", slots.Select(s => YamlText.Key(s.Symbol)))}]");
            line($"{indent}    windows:");
            foreach (var window in first.Windows) line($"{indent}      - {WindowReader.Write(window, run.Holidays)}");

            // Values that differ by symbol (tuned ones) stand in symbol_params, the others in params.
            var names = first.Definition.Parameters.Select(p => p.Name).ToArray();
            bool Common(string name) => slots.All(s => Value(s.Slot.Values[name]) == Value(first.Values[name]));
            line($"{indent}    params: {Map(names.Where(Common), first.Values)}");
            var own = names.Where(n => !Common(n)).ToArray();
            if (own.Length == 0) continue;
            line($"{indent}    symbol_params:");
            foreach (var (symbol, slot) in slots) line($"{indent}      {YamlText.Key(symbol)}: {Map(own, slot.Values)}");
        }
    }

    private static string Map(IEnumerable<string> names, IReadOnlyDictionary<string, object?> values) =>
        "{" + string.Join(", ", names.Select(n => $"{YamlText.Key(n)}: {Value(values[n])}")) + "}";

    private static string Value(object? value) => value switch
    {
        null => "null",
        bool b => b ? "true" : "false",
        double d => Scalars.Show(d),
        int i => Scalars.Show(i),
        IReadOnlyDictionary<string, object?> map => "{" + string.Join(", ", map.Select(e => $"{YamlText.Quote(e.Key)}: {Value(e.Value)}")) + "}",
        IReadOnlyList<object?> list => "[" + string.Join(", ", list.Select(Value)) + "]",
        _ => YamlText.Quote(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };

    private sealed record SymbolSlot(string Symbol, SlotPlan Slot);
}
