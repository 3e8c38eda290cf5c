using System.IO.Compression;
using Axfl.Research.Store;
using Axfl.Research.Tests.Trials;

namespace Axfl.Research.Tests.Store;

/// <summary>What of a result is stored.</summary>
public sealed class TrialRowsTests : IDisposable
{
    private readonly SmallTrial _small = new();

    public void Dispose() => _small.Dispose();

    [Fact]
    public async Task The_trades_kept_are_the_trades_csv_of_the_replay_byte_for_byte()
    {
        await _small.Replay();
        var file = await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(_small.Output, "trades.csv", SearchOption.AllDirectories)));
        Assert.Equal(file, Unzipped(Row(Keep.Trades).TradesCsv!));
        Assert.True(file.Length > 1000);
    }

    [Fact]
    public void Days_have_the_sum_of_their_trades_and_the_error_knows_that_a_day_shares_its_luck()
    {
        var (result, row) = (_small.Run().Trial, Row(Keep.Days));
        Assert.Null(row.TradesCsv);
        Assert.Equal(row.Days!.Order(), row.Days);
        Assert.Equal(result.TradeDays.Distinct().Order(), row.Days);
        Assert.Equal(result.Metrics.TotalR, row.R!.Sum(), 9);
        var metrics = row.Metrics!;
        Assert.Equal((result.Metrics.Trades, result.Metrics.Sqn, row.Days!.Length), (metrics.Trades, metrics.Sqn, metrics.TradeDays));
        var squares = result.Trades.Zip(result.TradeDays).GroupBy(static t => t.Second).Sum(d => Math.Pow(d.Sum(t => t.First.R - metrics.AverageR!.Value), 2));
        double days = row.Days!.Length;
        Assert.Equal(Math.Sqrt(days / (days - 1) * squares) / result.Trades.Count, metrics.AverageRError!.Value, 12);
        Assert.Equal(row.R!.Sum() / _small.Run().Bars.TradedTimes().TradingDays.Count, metrics.MeanDayR!.Value, 12);
    }

    [Fact]
    public void Where_metrics_alone_are_kept_there_are_no_days()
    {
        var row = Row(Keep.Metrics);
        Assert.Equal((null, null, null), (row.Days, row.R, row.TradesCsv));
        Assert.NotNull(row.Metrics!.MeanDayR);
    }

    private TrialRow Row(Keep keep)
    {
        var (bars, trial) = _small.Run();
        return TrialRows.Of(trial, bars.TradedTimes().TradingDays.Count, bars.Run.Engine.Symbols.Select(static s => s.Instrument), keep, StoreRows.Row());
    }

    private static byte[] Unzipped(byte[] bytes)
    {
        using var zip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var text = new MemoryStream();
        zip.CopyTo(text);
        return text.ToArray();
    }
}
