using Axfl.Configuration.Keys;
using Axfl.Configuration.Yaml;
using Axfl.Contracts;

namespace Axfl.FakeFeed;

/// <summary>The symbols on offer: those of the shipped instruments table, in any spelling, <c>OANDA:EUR_USD</c> among them.</summary>
internal sealed class FakeFeedSymbols
{
    private const string Table = "instruments.yaml";
    private readonly InstrumentTable _table = new();

    public FakeFeedSymbols()
    {
        var log = new ProblemLog();
        _table.Add(YamlTree.Parse(EmbeddedDefaults.Read(Table), Table, log), "", true, log);
    }

    /// <summary>The instrument of a name; null when there is none.</summary>
    public Instrument? Find(string name) => _table.Find(name);
}
