using Axfl.Runtime;

namespace Axfl.Runs.Tests.Files;

/// <summary>A replay's directory as the version before wrote it: 19 columns, a status file a day, a summary without a state.</summary>
public class OlderReplayTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "data", "runs", "older-replay");

    private static readonly AxflRuntime Runtime = new();

    [Fact]
    public void Its_trades_are_read_without_the_columns_they_lack()
    {
        var trades = Runtime.ReadTrades(Folder).ToArray();
        Assert.Equal(["SL", "TP"], trades.Select(t => t.Reason));
        Assert.Equal([-500.0, 497.5], trades.Select(t => t.Pnl));
        Assert.Equal("break_up", trades[0].Tag);
        Assert.All(trades.SelectMany(t => new[] { t.CostSpread, t.CostSlippage, t.CostCommission, t.Risk }), cost => Assert.Null(cost));
    }

    [Fact]
    public void Its_statuses_are_read_from_a_file_a_day() =>
        Assert.Equal(["2026-01-13", "2026-01-14", "2026-01-14"], Runtime.ReadStatuses(Folder).Select(s => s.Day));

    [Fact]
    public void Its_summary_and_decisions_are_read()
    {
        var summary = Runtime.ReadSummary(Folder);
        Assert.Equal((2, -2.5, "4f2ce784c95cc60dd7e167697daf1bb932189b3f0e601fbbedd75c6abc57a8d0"), (summary.Metrics.Trades, summary.Metrics.Pnl, summary.LedgerHash));
        Assert.Null(summary.Metrics.CostSpread);
        Assert.Null(summary.TradedSince);
        Assert.Equal(0, summary.OutsideHours);
        Assert.Empty(summary.LargestGaps);
        Assert.Equal(5, Runtime.ReadDecisions(Folder).Count(d => d.Stage is "place" or "fill"));
    }
}
