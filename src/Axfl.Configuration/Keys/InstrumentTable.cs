using Axfl.Configuration.Yaml;
using Axfl.Contracts;

namespace Axfl.Configuration.Keys;

/// <summary>The instruments a plan can name: the table's and those the sessions file defines.</summary>
public sealed class InstrumentTable
{
    private readonly Dictionary<string, (Instrument Instrument, string Origin)> _bySymbol = new(StringComparer.Ordinal);

    /// <summary>Its symbols.</summary>
    public IEnumerable<string> Symbols => _bySymbol.Keys;

    /// <summary>Finds an instrument under any spelling.</summary>
    public Instrument? Find(string symbol) => _bySymbol.TryGetValue(SymbolSpelling.Canonical(symbol), out var found) ? found.Instrument : null;

    /// <summary>Where an instrument's fields come from.</summary>
    public string Origin(string symbol) => _bySymbol[symbol].Origin;

    /// <summary>What to say of a symbol that is not here.</summary>
    public string Missing(string symbol) =>
        $"'{Scalars.Cut(symbol)}' is not in the instruments table.{Suggestion.Ask(SymbolSpelling.Canonical(symbol), Symbols)}";

    /// <summary>Adds the instruments of a table: a map from symbol to fields, or a list of fields with <c>symbol</c>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="path">Dotted key of the table; empty for a file of its own.</param>
    /// <param name="shipped">Whether it is the table of defaults.</param>
    /// <param name="log">Where problems go.</param>
    public void Add(Node? table, string path, bool shipped, ProblemLog log)
    {
        switch (table)
        {
            case null or ScalarNode { IsNull: true }:
                break;
            case MapNode map:
                foreach (var entry in map.Entries) Add(entry.Key, entry.Location, entry.Value, path, shipped, log);
                break;
            case ListNode list:
                foreach (var item in list.Items)
                {
                    var symbol = (item as MapNode)?.Find("symbol")?.Value is ScalarNode { IsNull: false } s ? s.Text : null;
                    if (symbol is not null) Add(symbol, item.Location, item, path, shipped, log);
                    else log.Error(item.Location, path, "an instrument needs a symbol: {symbol: EURUSD, base: EUR, quote: USD, pip: 0.0001, digits: 5}.");
                }

                break;
            default:
                log.Error(table.Location, path, $"is {Scalars.Kind(table)}; a map from symbol to its fields is needed.");
                break;
        }
    }

    private void Add(string name, SourceLocation location, Node node, string path, bool shipped, ProblemLog log)
    {
        var symbol = SymbolSpelling.Canonical(name);
        var key = path.Length == 0 ? symbol : path + "." + symbol;
        if (!IsSymbol(symbol))
        {
            log.Error(location, key, $"'{Scalars.Cut(name)}' is not a symbol: use letters and digits, 2 to 20.");
            return;
        }

        if (node is not MapNode map)
        {
            log.Error(node.Location, key, $"is {Scalars.Kind(node)}; {{base: EUR, quote: USD, pip: 0.0001, digits: 5, spread_pips: 0.6}} is needed.");
            return;
        }

        // A symbol of the table may be redefined in part.
        var known = Find(symbol);
        if (known is null)
        {
            foreach (var needed in InstrumentKeys.Table.Where(k => k.Required).Select(k => k.Name))
            {
                if (map.Find(needed) is null)
                    log.Error(map.Location, key + "." + needed, $"is missing: {symbol} is not in any table, so it needs base, quote, pip and digits.");
            }
        }

        var section = new Section(map, key, null, InstrumentKeys.Table.Names, log, []);
        var instrument = InstrumentKeys.Table.Read(section, known ?? InstrumentKeys.Unknown with { Symbol = symbol });
        _bySymbol[symbol] = (instrument, shipped ? "default" : location.Origin);
    }

    private static bool IsSymbol(string text) => text.Length is >= 2 and <= 20 && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));
}
