using System.Text.Json;
using Axfl.Contracts;
using Axfl.Runs.Files;
using Axfl.Runs.Metrics;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Files;

public sealed class SummaryTests : IDisposable
{
    private static readonly Trade[] Trades = [Ledger.Trade(1.5, reason: "TP"), Ledger.Trade(-1, day: 6, hour: 10), Ledger.Trade(1 / 3.0, day: 6, hour: 10, strategy: "orb")];

    private static readonly RunSummary Summary = new()
    {
        Run = "mine", Profile = "portfolio", Mode = "replay", Source = "csv", Interval = "5m", Since = new DateTime(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc),
        Until = new DateTime(2026, 1, 7, 0, 0, 0, DateTimeKind.Utc), Symbols = ["EURUSD"],
        Metrics = TradeMetrics.Compute(Trades, 100_000, new RunBars([Ledger.Day(5), Ledger.Day(6)], [Ledger.Day(5), Ledger.Day(6), Ledger.Day(6)], 576, new Interval(5))),
        Decisions = new Dictionary<string, int> { ["place:accepted"] = 3, ["fill:filled"] = 3 }, Data = [new SymbolDataStatus("EURUSD", 576, 1, 2, 3, false)],
        OpenPositions = 1, LedgerHash = "e3b0", Version = "0.1.0", Interrupted = true, WallSeconds = 0.123,
    };

    private readonly TemporaryFolder _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Names_are_flat_and_numbers_rounded_by_their_kind()
    {
        using var json = Written(Summary);
        string Raw(string name) => json.RootElement.GetProperty(name).GetRawText();
        Assert.Equal(("3", "0.666667", "0.8333", "0.277778"), (Raw("trades"), Raw("win_rate"), Raw("total_r"), Raw("average_r")));
        Assert.Equal(("833.33", "30.0", "100833.33"), (Raw("pnl"), Raw("costs"), Raw("equity")));
        Assert.Equal("0.3333", json.RootElement.GetProperty("by_strategy").GetProperty("orb").GetProperty("total_r").GetRawText());
        Assert.Equal("""{"place:accepted":3,"fill:filled":3}""", Raw("decisions").Replace(" ", "").ReplaceLineEndings(""));
        Assert.Equal(("1", "\"e3b0\""), (Raw("open_positions"), Raw("ledger_hash")));
    }

    [Theory]
    [InlineData("by_strategy", "lsg,orb")]
    [InlineData("by_symbol", "EURUSD")]
    [InlineData("by_strategy_symbol", "lsg/EURUSD,orb/EURUSD")]
    [InlineData("by_reason", "SL,TP")]
    [InlineData("by_weekday", "1,2")]
    [InlineData("by_hour", "8,10")]
    public void Each_split_is_an_object_of_rows(string name, string keys)
    {
        using var json = Written(Summary);
        Assert.Equal(keys.Split(','), json.RootElement.GetProperty(name).EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public void Undefined_metrics_are_null()
    {
        using var json = Written(Summary with { Metrics = TradeMetrics.Compute([], 100_000, null) });
        Assert.All(
            ["win_rate", "average_r", "profit_factor", "payoff_ratio", "sqn", "average_mae_r", "average_mfe_r", "sharpe", "sortino", "exposure", "cost_share"],
            name => Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty(name).ValueKind));
    }

    [Fact]
    public void A_ledger_without_trades_has_all_splits_empty()
    {
        using var json = Written(Summary with { Metrics = TradeMetrics.Compute([], 100_000, null) });
        Assert.All(
            ["by_strategy", "by_symbol", "by_strategy_symbol", "by_reason", "by_weekday", "by_hour"],
            name => Assert.Empty(json.RootElement.GetProperty(name).EnumerateObject()));
    }

    [Fact]
    public void What_was_written_reads_back()
    {
        using (Written(Summary with { State = RunStates.Ended }))
        {
            var read = SummaryFiles.Read(_run.Path);
            SummaryJson.Write(_run["again.json"], read);
            Assert.Equal(File.ReadAllText(_run["summary.json"]), File.ReadAllText(_run["again.json"]));
            Assert.Equal((Summary.Run, Summary.Since, Summary.Until, Summary.Interrupted), (read.Run, read.Since, read.Until, read.Interrupted));
            Assert.Equal(Summary.Metrics.Breakdown.Count, read.Metrics.Breakdown.Count);
        }
    }

    [Fact]
    public void An_earlier_summary_is_replaced_whole_and_nothing_else_is_left()
    {
        _run.File("summary.json", new string('x', 100_000));
        Written(Summary).Dispose();
        Assert.Equal("summary.json", Path.GetFileName(Assert.Single(Directory.GetFiles(_run.Path))));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_an_output_error() =>
        Assert.Equal("OutputNotWritable", Assert.Throws<AxflException>(() => SummaryJson.Write(_run["absent/summary.json"], Summary)).ErrorId);

    [Fact]
    public void A_damaged_summary_is_an_error_that_names_the_file()
    {
        var path = _run.File("summary.json", """{"run": "mine"}""");
        var error = Assert.Throws<AxflException>(() => SummaryFiles.Read(_run.Path));
        Assert.Equal(("SummaryInvalid", path), (error.ErrorId, error.Target));
    }

    [Theory]
    [InlineData("trades")]
    [InlineData("wins")]
    [InlineData("total_r")]
    [InlineData("pnl")]
    [InlineData("max_drawdown_pct")]
    [InlineData("open_positions")]
    [InlineData("ledger_hash")]
    public void A_summary_without_a_number_that_every_run_has_is_damaged(string name)
    {
        Written(Summary).Dispose();
        var json = File.ReadAllText(_run["summary.json"]);
        _run.File("summary.json", json.Replace($"\"{name}\"", "\"other\"", StringComparison.Ordinal));
        Assert.Equal("SummaryInvalid", Assert.Throws<AxflException>(() => SummaryFiles.Read(_run.Path)).ErrorId);
    }

    [Fact]
    public void A_run_that_has_not_ended_is_summarised_from_its_trades()
    {
        using (var log = new StatusLog(_run.Path))
            log.Append(SampleStatus.Quiet with { Total = new TotalStatus(2, 1000, 2, 101_000, 0) });
        using (var trades = new TradesCsvWriter(_run["trades.csv"]))
        {
            trades.Append(SampleRecords.Trade());
            trades.Append(SampleRecords.Trade(2));
        }

        var summary = SummaryFiles.Read(_run.Path);
        Assert.True(summary.Interrupted);
        Assert.Equal((2, 2.0, 101_000.0), (summary.Metrics.Trades, summary.Metrics.TotalR, summary.Metrics.Equity!.Value));
        Assert.Equal((SampleStatus.Quiet.Run, "e3b0"), (summary.Run, summary.LedgerHash));
        Assert.Null(summary.Metrics.Sharpe);
    }

    [Fact]
    public void A_directory_that_is_no_run_s_is_an_error() =>
        Assert.Equal("StatusNotFound", Assert.Throws<AxflException>(() => SummaryFiles.Read(_run.Path)).ErrorId);

    private JsonDocument Written(RunSummary summary)
    {
        SummaryJson.Write(_run["summary.json"], summary);
        return JsonDocument.Parse(File.ReadAllBytes(_run["summary.json"]));
    }
}
