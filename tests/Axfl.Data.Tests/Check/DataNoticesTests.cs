using Axfl.Data.Check;
using Axfl.Testing;

namespace Axfl.Data.Tests.Check;

/// <summary>What is told of files that have been read.</summary>
public sealed class DataNoticesTests : IDisposable
{
    private const string Header = "time,open,high,low,close\n";
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Bars_without_both_sides_are_counted_where_measured_spreads_are_wanted()
    {
        _folder.Write("EURUSD.csv", Header + "2025-07-01T07:00:00Z,1,1,1,1\n2025-07-01T08:00:00Z,1,1,1,1\n");
        Assert.Equal("EURUSD: spread: measured, and 2 of 2 bars have no bid and ask: the configured spread stands for what was not measured.", Assert.Single(Notices(wantsMeasured: true)));
        Assert.Empty(Notices(wantsMeasured: false));
    }

    [Fact]
    public void Measured_bars_are_not_told_of()
    {
        _folder.Write("EURUSD_bid.csv", Header + "2025-07-01T07:00:00Z,1,1,1,1\n");
        _folder.Write("EURUSD_ask.csv", Header + "2025-07-01T07:00:00Z,1.1,1.1,1.1,1.1\n");
        Assert.Empty(Notices(wantsMeasured: true));
    }

    [Theory]
    [InlineData("116106", "1161060000 pips")]
    [InlineData("0.00116", "11.6 pips")]
    [InlineData("0.02", null)]
    [InlineData("99", null)]
    public void Prices_of_another_size_than_their_symbols_are_told_of(string price, string? told)
    {
        _folder.Write("EURUSD.csv", $"{Header}2025-07-01T07:00:00Z,{price},{price},{price},{price}\n");
        if (told is null) Assert.Empty(Notices(wantsMeasured: false));
        else Assert.Contains($"EURUSD.csv: the last price, {price}, is {told} of EURUSD (0.0001): is its decimal point where it belongs?", Assert.Single(Notices(wantsMeasured: false)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_rows_is_told_of()
    {
        _folder.Write("EURUSD_1.csv", Header + "2025-07-01T07:00:00Z,1,1,1,1\n");
        var empty = _folder.Write("EURUSD_2.csv", Header);
        Assert.Equal([empty + " has no rows."], Notices(wantsMeasured: false));
    }

    private string[] Notices(bool wantsMeasured)
    {
        var request = _folder.Request("1h");
        using var reader = BarSources.Open("csv", request, out _).Open(0, request.From, request.Until);
        DataFolder.ReadToTheEnd(reader);
        return [.. DataNotices.Of("EURUSD", reader, wantsMeasured)];
    }
}
