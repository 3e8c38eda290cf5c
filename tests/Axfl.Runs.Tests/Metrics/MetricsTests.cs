using Axfl.Contracts;
using Axfl.Runs.Metrics;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Metrics;

public sealed class MetricsTests
{
    private const double Equity = 100_000;

    [Fact]
    public void Counts_averages_and_ratios_of_a_small_ledger()
    {
        var m = TradeMetrics.Compute(Ledger.Trades(2, -1, -1, 1, 0), Equity, null);
        Assert.Equal((5, 2, 2), (m.Trades, m.Wins, m.Losses));
        Assert.Equal(0.4, m.WinRate);
        Assert.Equal(1, m.TotalR);
        Assert.Equal(0.2, m.AverageR);
        Assert.Equal(1.5, m.ProfitFactor);
        Assert.Equal(1.5, m.PayoffRatio);
        Assert.Equal(2, m.LongestLosingRun);
        Assert.Equal((-1 - 1 - 0.2 - 0.2 - 0.2) / 5, m.AverageMaeR!.Value, 12);
        Assert.Equal((2 + 0.4 + 0.4 + 1 + 0.4) / 5, m.AverageMfeR!.Value, 12);
        Assert.Equal((1000, 50, 101_000), (m.Pnl, m.Costs, m.Equity!.Value));
    }

    [Fact]
    public void Cost_share_is_costs_over_the_gross_moves() =>
        Assert.Equal(30.0 / (1010 + 990 + 490), TradeMetrics.Compute(Ledger.Trades(1, -1, -0.5), Equity, null).CostShare!.Value, 12);

    [Fact]
    public void Drawdown_in_R_starts_from_zero_and_in_percent_from_the_peak_of_equity()
    {
        var m = TradeMetrics.Compute(Ledger.Trades(-1, 3, -2, -0.5, 4), Equity, null);
        Assert.Equal(2.5, m.MaxDrawdownR);
        Assert.Equal(2500 / 102_000.0 * 100, m.MaxDrawdownPct, 12);
        Assert.Equal(1, TradeMetrics.Compute(Ledger.Trades(-1, 3), Equity, null).MaxDrawdownR);
    }

    [Fact]
    public void System_quality_number_is_root_n_times_mean_over_sample_deviation() =>
        Assert.Equal(Math.Sqrt(3) * (1 / 3.0) / Math.Sqrt((25 + 16 + 1) / 9.0 / 2), TradeMetrics.Compute(Ledger.Trades(2, -1, 0), Equity, null).Sqn!.Value, 12);

    [Fact]
    public void An_R_of_zero_but_for_rounding_is_neither_win_nor_loss_and_ends_a_losing_run()
    {
        var m = TradeMetrics.Compute(Ledger.Trades(-1, -1e-12, -1, 1e-12), Equity, null);
        Assert.Equal((0, 2, 1), (m.Wins, m.Losses, m.LongestLosingRun));
    }

    [Fact]
    public void Of_no_trades_all_that_is_undefined_is_null()
    {
        var m = TradeMetrics.Compute([], Equity, new RunBars([Ledger.Day(5), Ledger.Day(6)], [], 576, new Interval(5)));
        Assert.Equal((0, 0, 0, 0), (m.Trades, m.TotalR, m.MaxDrawdownR, m.LongestLosingRun));
        Assert.All([m.WinRate, m.AverageR, m.ProfitFactor, m.PayoffRatio, m.Sqn, m.AverageMaeR, m.CostShare, m.Sharpe, m.Sortino], Assert.Null);
        Assert.Equal(0, m.Exposure);
        Assert.Empty(m.Breakdown);
    }

    [Fact]
    public void Without_losses_or_deviation_ratios_are_null_never_infinite()
    {
        var m = TradeMetrics.Compute(Ledger.Trades(0.1, 0.1, 0.1), Equity, null);
        Assert.Null(m.ProfitFactor);
        Assert.Null(m.PayoffRatio);
        Assert.Null(m.Sqn);
    }

    [Fact]
    public void Without_wins_the_profit_factor_is_zero_and_the_payoff_ratio_null()
    {
        var m = TradeMetrics.Compute(Ledger.Trades(-1, -0.5), Equity, null);
        Assert.Equal(0, m.ProfitFactor);
        Assert.Null(m.PayoffRatio);
    }

    [Fact]
    public void A_cost_share_of_gross_moves_below_half_a_cent_is_null()
    {
        Trade Trade(double pnl) => Ledger.Trade(-0.01) with { Pnl = pnl, Costs = 10 };
        Assert.Null(TradeMetrics.Compute([Trade(-10 + 1e-13)], Equity, null).CostShare);
        Assert.Null(TradeMetrics.Compute([Trade(-10 + 0.004)], Equity, null).CostShare);
        Assert.Equal(10 / 0.006, TradeMetrics.Compute([Trade(-10 + 0.006)], Equity, null).CostShare!.Value, 3);
    }

    [Fact]
    public void A_divisor_nearer_to_0_than_a_billionth_of_what_is_divided_counts_as_0()
    {
        Assert.Null(Statistics.Ratio(1, 0.9e-9));
        Assert.Equal(1 / 1.1e-9, Statistics.Ratio(1, 1.1e-9));
        Assert.Null(Statistics.Ratio(-3e6, -0.002));
        Assert.Null(Statistics.Ratio(0, 0));
        Assert.Null(Statistics.Ratio(1, double.NaN));
    }

    [Fact]
    public void Without_equity_at_a_day_s_start_Sharpe_and_Sortino_are_undefined()
    {
        var m = TradeMetrics.Compute(Ledger.Trades(-1, -1), 1000, new RunBars([Ledger.Day(5), Ledger.Day(6), Ledger.Day(7)], [Ledger.Day(5), Ledger.Day(6)], 864, new Interval(5)));
        Assert.Equal(0, m.Equity! + 1000);
        Assert.All([m.Sharpe, m.Sortino], Assert.Null);
    }

    [Fact]
    public void Costs_apart_are_summed_and_null_where_a_trade_does_not_say()
    {
        Trade[] trades = [Ledger.Trade(1) with { CostSpread = 4, CostSlippage = 5, CostCommission = 1 }, Ledger.Trade(1) with { CostSpread = 6, CostSlippage = 4, CostCommission = 0 }];
        var m = TradeMetrics.Compute(trades, Equity, null);
        Assert.Equal((10.0, 9.0, 1.0), (m.CostSpread, m.CostSlippage, m.CostCommission));
        Assert.Null(TradeMetrics.Compute([.. trades, Ledger.Trade(1)], Equity, null).CostSpread);
    }

    [Fact]
    public void Exposure_counts_time_in_two_positions_once()
    {
        Trade[] trades =
        [
            Ledger.Trade(1, hour: 8, minutes: 60), Ledger.Trade(1, hour: 8, minutes: 30, symbol: "GBPUSD"), Ledger.Trade(1, hour: 12, minutes: 15),
        ];
        Assert.Equal(75.0 / (288 * 5), TradeMetrics.Compute(trades, Equity, new RunBars([Ledger.Day(5)], [Ledger.Day(5), Ledger.Day(5), Ledger.Day(5)], 288, new Interval(5))).Exposure!.Value, 12);
    }

    [Fact]
    public void Metrics_that_need_the_bars_are_null_without_them()
    {
        var m = TradeMetrics.Compute(Ledger.Trades(1, -1, 2), Equity, null);
        Assert.All([m.Sharpe, m.Sortino, m.Exposure], Assert.Null);
    }
}
