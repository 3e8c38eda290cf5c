using Axfl.Contracts;
using Axfl.Data.Check;
using Axfl.Testing;

namespace Axfl.Data.Tests.Merge;

/// <summary>Files whose rows name their symbol.</summary>
public sealed class RowSymbolTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("symbol,time,open,high,low,close\nGBPUSD,{0},1,1,1,1\n")]
    [InlineData("<TICKER>,<DTYYYYMMDD>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>\nGBPUSD,20250701,070000,1,1,1,1,4\n")]
    [InlineData("time,open,high,low,close,Instrument\n{0},1,1,1,1,GBP/USD\n")]
    [InlineData("time,open,high,low,close,pair\n{0},1,1,1,1,OANDA:GBP_USD\n")]
    [InlineData("GBPUSD,{0},1,1,1,1\n")]
    public void Rows_of_another_symbol_are_not_traded(string text)
    {
        var path = _folder.Write("EURUSD.csv", text.Replace("{0}", "2025-07-01T07:00:00Z", StringComparison.Ordinal));
        var error = Assert.Throws<AxflException>(() => DataFolder.Read(_folder.Request("1h")));
        Assert.Equal("DataFileOtherSymbol", error.ErrorId);
        Assert.Equal($"{path} would be traded as EURUSD, and its rows are of GBPUSD. Rename the file, or fetch the right one.", error.Message);
        Assert.Contains("The rows are of GBPUSD, and the file's name says EURUSD.", Assert.Single(DataCheck.Run(new DataCheckRequest(path, null), null, CancellationToken.None)).Warnings);
    }

    [Theory]
    [InlineData("EURUSD")]
    [InlineData("eur/usd")]
    [InlineData("OANDA:EUR_USD")]
    [InlineData("EURUSD=X")]
    [InlineData("12345")]
    [InlineData("")]
    public void The_right_name_and_one_that_says_no_pair_are_read(string symbol)
    {
        _folder.Write("EURUSD.csv", $"symbol,time,open,high,low,close\n{symbol},2025-07-01T07:00:00Z,1,1,1,1\n{symbol},2025-07-01T08:00:00Z,1,1,1,1\n");
        Assert.Equal(2, DataFolder.Read(_folder.Request("1h")).Bars.Count);
    }

    [Fact]
    public void A_row_of_another_symbol_than_those_before_is_rejected()
    {
        _folder.Write("EURUSD.csv", "symbol,time,open,high,low,close\nEURUSD,2025-07-01T07:00:00Z,1,1,1,1\nGBPUSD,2025-07-01T08:00:00Z,1.3,1.3,1.3,1.3\nEURUSD,2025-07-01T09:00:00Z,1,1,1,1\n");
        var reading = DataFolder.Read(_folder.Request("1h"));
        Assert.Equal(2, reading.Bars.Count);
        Assert.Equal("it is a row of GBPUSD, and the rows before are of EURUSD", Assert.Single(reading.Tally.Lines).Reason);
    }

    [Fact]
    public void Either_side_of_a_pair_must_be_of_its_symbol()
    {
        _folder.Write("EURUSD_bid.csv", "symbol,time,open,high,low,close\nEURUSD,2025-07-01T07:00:00Z,1,1,1,1\n");
        var ask = _folder.Write("EURUSD_ask.csv", "symbol,time,open,high,low,close\nGBPUSD,2025-07-01T07:00:00Z,1,1,1,1\n");
        Assert.StartsWith(ask, Assert.Throws<AxflException>(() => DataFolder.Read(_folder.Request("1h"))).Message, StringComparison.Ordinal);
    }
}
