using Axfl.Contracts;
using Axfl.Data.Merge;
using Axfl.Testing;

namespace Axfl.Data.Tests.Merge;

public sealed class SymbolFilesTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_plain_name_wins_over_all_others()
    {
        foreach (var name in new[] { "EURUSD.csv", "EURUSD_5m.csv", "EURUSD.csv.gz" }) _folder.Write(name, "x");
        Assert.Equal(["EURUSD.csv"], Names());
    }

    [Theory]
    [InlineData("EURUSD_2015-2017.csv.gz", true)]
    [InlineData("eurusd-m1.txt", true)]
    [InlineData("EUR_USD_M5_2025.csv", true)]
    [InlineData("EUR-USD.zip", true)]
    [InlineData("eurusd.csv", true)]
    [InlineData("EURUSD_1m.csv", true)]
    [InlineData("EURUSD_1h.csv", false)]
    [InlineData("EURUSD_3m.csv", false)]
    [InlineData("EURUSDX_1m.csv", false)]
    [InlineData("EURUSD2017.csv", false)]
    [InlineData("GBPUSD.csv", false)]
    [InlineData("MY_EURUSD.csv", false)]
    [InlineData("EURUSD_5m.parquet", false)]
    public void A_name_belongs_to_a_symbol_when_it_begins_with_it_and_its_interval_divides_the_runs(string name, bool belongs)
    {
        _folder.Write(name, "x");
        Assert.Equal(belongs ? [name] : [], Names());
    }

    [Fact]
    public void Folders_files_and_symbols_with_paths_can_be_given_instead()
    {
        var bars = "time,open,high,low,close\n2025-07-01T07:00:00Z,1,1,1,1\n";
        var file = _folder.Write("export of EUR-USD.csv", bars);
        Assert.Single(DataFolder.Read(_folder.Request(dataPath: file)).Bars);
        Assert.Single(DataFolder.Read(_folder.Request(dataPath: "eur/usd=" + file)).Bars);
        _folder.Write("EURUSD.csv", bars);
        Assert.Single(DataFolder.Read(_folder.Request(dataPath: _folder.Path)).Bars);
        Assert.Single(DataFolder.Read(_folder.Request(dataPath: "EURUSD=" + _folder.Path)).Bars);
    }

    private string[] Names() => [.. SymbolFiles.In(_folder.Path, DataFolder.EurUsd, new Interval(5)).Whole.Select(f => Path.GetFileName(f))];
}
