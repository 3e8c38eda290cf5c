using System.IO.Compression;
using Axfl.Configuration;
using Axfl.Contracts;
using Axfl.Research.Store;
using Axfl.Research.Trials;
using Axfl.Runs.Backtest;
using Axfl.Runtime;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Research.Tests.Store;

/// <summary>What of a result is stored.</summary>
public sealed class TrialRowsTests : IDisposable
{
    private readonly string _output = Directory.CreateTempSubdirectory("axfl-rows").FullName;
    private readonly SessionsFiles _sessions = new(SessionsFiles.Small);

    public void Dispose()
    {
        Directory.Delete(_output, recursive: true);
        _sessions.Dispose();
    }

    [Fact]
    public async Task The_trades_kept_are_the_trades_csv_of_the_replay_byte_for_byte()
    {
        await using (var run = new AxflRuntime().Start(Request(), CancellationToken.None))
        {
            await foreach (var _ in run.Events)
            {
                // Read to the end.
            }

            await run.Completion;
        }

        var file = await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(_output, "trades.csv", SearchOption.AllDirectories)));
        Assert.Equal(file, Unzipped(Row(Keep.Trades).TradesCsv!));
        Assert.True(file.Length > 1000);
    }

    [Fact]
    public void Days_have_the_sum_of_their_trades_and_the_error_knows_that_a_day_shares_its_luck()
    {
        var (result, row) = (Result().Trial, Row(Keep.Days));
        Assert.Null(row.TradesCsv);
        Assert.Equal(row.Days!.Order(), row.Days);
        Assert.Equal(result.TradeDays.Distinct().Order(), row.Days);
        Assert.Equal(result.Metrics.TotalR, row.R!.Sum(), 9);
        var metrics = row.Metrics!;
        Assert.Equal((result.Metrics.Trades, result.Metrics.Sqn, row.Days!.Length), (metrics.Trades, metrics.Sqn, metrics.TradeDays));
        var squares = result.Trades.Zip(result.TradeDays).GroupBy(static t => t.Second).Sum(d => Math.Pow(d.Sum(t => t.First.R - metrics.AverageR!.Value), 2));
        double days = row.Days!.Length;
        Assert.Equal(Math.Sqrt(days / (days - 1) * squares) / result.Trades.Count, metrics.AverageRError!.Value, 12);
        Assert.Equal(row.R!.Sum() / Result().Bars.TradedTimes().TradingDays.Count, metrics.MeanDayR!.Value, 12);
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
        var (bars, trial) = Result();
        return TrialRows.Of(trial, bars.TradedTimes().TradingDays.Count, bars.Run.Engine.Symbols.Select(static s => s.Instrument), keep, StoreRows.Row());
    }

    private (LoadedBars Bars, TrialResult Trial) Result()
    {
        var plan = SessionsLoader.Load(Request(), StrategyCatalogue.BuiltIn);
        var bars = LoadedBars.Read(Request(), plan, null, CancellationToken.None);
        return (bars, TrialRun.Run(bars.Run.Engine, bars.Bars, bars.TradedTimes(), null, CancellationToken.None));
    }

    private RunRequest Request() => new()
    {
        SessionsPath = _sessions.Path, Source = "simulated", OutputDirectory = _output, WorkingDirectory = _output,
        Since = new DateTime(2025, 7, 14, 0, 0, 0, DateTimeKind.Utc), Until = new DateTime(2025, 8, 2, 0, 0, 0, DateTimeKind.Utc),
    };

    private static byte[] Unzipped(byte[] bytes)
    {
        using var zip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var text = new MemoryStream();
        zip.CopyTo(text);
        return text.ToArray();
    }
}
