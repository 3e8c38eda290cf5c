using Axfl.Configuration.Keys;
using Axfl.Configuration.Yaml;
using Axfl.Contracts;

namespace Axfl.Providers.Saving;

/// <summary>Instruments of the shipped table, for commands that have no sessions file.</summary>
internal static class ShippedInstruments
{
    /// <summary>Finds symbols in any spelling, each once, in their order.</summary>
    /// <exception cref="AxflException"><c>SymbolUnknown</c>, or <c>SymbolsMissing</c> when there is none.</exception>
    public static IReadOnlyList<Instrument> Find(IReadOnlyList<string> symbols)
    {
        if (symbols.Count == 0) throw new AxflException("SymbolsMissing", ErrorKind.Configuration, "No symbol is given: name one like EURUSD.");
        var table = new InstrumentTable();
        const string name = "instruments.yaml";
        var log = new ProblemLog();
        table.Add(YamlTree.Parse(EmbeddedDefaults.Read(name), name, log), "", true, log);
        return [.. symbols.Select(s => table.Find(s) ?? throw Unknown(table, s)).DistinctBy(i => i.Symbol)];
    }

    private static AxflException Unknown(InstrumentTable table, string symbol) =>
        new("SymbolUnknown", ErrorKind.Configuration, table.Missing(symbol)) { Target = symbol };
}
