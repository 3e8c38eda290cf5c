using Axfl.Configuration.Keys.Forms;
using Axfl.Contracts;

namespace Axfl.Configuration.Keys;

/// <summary>The keys of an instrument.</summary>
internal static class InstrumentKeys
{
    /// <summary>An instrument of which nothing is known.</summary>
    public static readonly Instrument Unknown = new("", "XXX", "XXX", 1, 2, 1);

    public static readonly SectionKeys<Instrument> Table = new()
    {
        new SpecialKey<Instrument>(new FormDescription("text", "letters and digits, 2 to 20", "\"type\": \"string\""), null, null)
        { Name = "symbol", Help = "Its symbol, only where instruments are a list." },
        { "base", new CurrencyForm("EUR", ": letters and digits"), "", "Base currency.", i => i.Base, (i, v) => i with { Base = v }, true },
        { "quote", new CurrencyForm("EUR", ": letters and digits"), "", "Quote currency.", i => i.Quote, (i, v) => i with { Quote = v }, true },
        { "pip", new NumberForm(0, 1_000_000, above: true), "quote currency", "Size of a pip.", i => i.Pip, (i, v) => i with { Pip = v }, true },
        { "digits", new WholeForm(0, 8), "decimals", "Decimals of a quoted price.", i => i.Digits, (i, v) => i with { Digits = v }, true },
        { "spread_pips", new NumberForm(0, 100_000), "pips", "Default spread.", i => i.SpreadPips, (i, v) => i with { SpreadPips = v } },
    };
}
