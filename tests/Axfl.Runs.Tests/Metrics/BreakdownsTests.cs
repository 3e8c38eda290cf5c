using Axfl.Contracts;
using Axfl.Runs.Metrics;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Metrics;

public sealed class BreakdownsTests
{
    // 2026-01-05 is a Monday, 2026-01-11 a Sunday.
    private static readonly Trade[] Trades =
    [
        Ledger.Trade(1, day: 5, hour: 8, strategy: "orb", reason: "TP"),
        Ledger.Trade(-1, day: 5, hour: 10, symbol: "GBPUSD"),
        Ledger.Trade(-0.5, day: 11, hour: 22, reason: "TIME"),
    ];

    private static IEnumerable<MetricsBreakdown> By(string by) => Breakdowns.Of(Trades).Where(b => b.By == by);

    [Fact]
    public void Every_split_of_the_page_is_there_and_adds_up_to_the_whole()
    {
        var rows = Breakdowns.Of(Trades);
        Assert.Equal(["strategy", "symbol", "strategy_symbol", "reason", "weekday", "hour"], rows.Select(r => r.By).Distinct());
        Assert.All(rows.GroupBy(r => r.By), split => Assert.Equal(
            (3, -0.5, -500.0), (split.Sum(r => r.Trades), Math.Round(split.Sum(r => r.TotalR), 9), Math.Round(split.Sum(r => r.Pnl), 9))));
    }

    [Fact]
    public void A_row_counts_trades_wins_losses_R_and_money() => Assert.Equal(
        [new MetricsBreakdown("strategy", "lsg", 2, 0, 2, -1.5, -1500), new MetricsBreakdown("strategy", "orb", 1, 1, 0, 1, 1000)], By("strategy"));

    [Fact]
    public void Weekdays_are_counted_from_Monday_as_1_to_Sunday_as_7() => Assert.Equal([("1", 2), ("7", 1)], By("weekday").Select(r => (r.Key, r.Trades)));

    [Fact]
    public void Hours_are_those_of_the_entry_in_UTC_in_order_of_number() => Assert.Equal(["8", "10", "22"], By("hour").Select(r => r.Key));

    [Fact]
    public void A_strategy_on_a_symbol_is_one_row() => Assert.Equal(["lsg/EURUSD", "lsg/GBPUSD", "orb/EURUSD"], By("strategy_symbol").Select(r => r.Key));
}
