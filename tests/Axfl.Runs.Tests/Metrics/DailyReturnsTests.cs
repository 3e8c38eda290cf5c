using Axfl.Contracts;
using Axfl.Runs.Metrics;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Metrics;

public sealed class DailyReturnsTests
{
    private const double Equity = 100_000;

    private static RunBars Days(int[] traded, params int[] exits) =>
        new([.. traded.Select(Ledger.Day)], [.. exits.Select(Ledger.Day)], 288 * traded.Length, new Interval(5));

    [Fact]
    public void A_day_s_return_is_its_pnl_over_the_equity_at_its_start() => Assert.Equal(
        [0.02, 0, -1000 / 102_000.0],
        DailyReturns.Of(Ledger.Trades(1, 1, -1), Equity, Days([5, 6, 7], 5, 5, 7)));

    [Fact]
    public void Pnl_belongs_to_the_trading_day_of_the_exit() => Assert.Equal(
        [0, 0.01],
        DailyReturns.Of([Ledger.Trade(1, day: 5, hour: 23, minutes: 120)], Equity, Days([5, 6], 6)));

    [Fact]
    public void Sharpe_is_mean_over_sample_deviation_by_root_252()
    {
        double[] returns = [0.01, -0.01, 0.03];
        Assert.Equal(0.01 / 0.02 * Math.Sqrt(252), DailyReturns.Sharpe(returns)!.Value, 12);
    }

    [Fact]
    public void Sortino_takes_the_root_mean_square_of_the_negative_days_over_all_days()
    {
        double[] returns = [0.01, -0.01, 0.03, -0.03];
        Assert.Equal(0, DailyReturns.Sortino(returns)!.Value, 12);
        Assert.Equal(0.005 / (0.02 / Math.Sqrt(4)) * Math.Sqrt(252), DailyReturns.Sortino([0.03, -0.02, 0.01, 0])!.Value, 12);
    }

    [Theory]
    [InlineData]
    [InlineData(0.01)]
    [InlineData(-0.01)]
    [InlineData(0.0, 0.0, 0.0)]
    public void Too_few_days_or_none_that_differ_leave_both_undefined(params double[] returns)
    {
        Assert.Null(DailyReturns.Sharpe(returns));
        Assert.Null(DailyReturns.Sortino(returns));
    }

    [Fact]
    public void Without_a_negative_day_Sortino_is_undefined() => Assert.Null(DailyReturns.Sortino([0.01, 0.02]));

    [Fact]
    public void Equal_days_have_no_Sharpe_although_their_mean_is_off_by_an_ulp() => Assert.Null(DailyReturns.Sharpe([0.1, 0.1, 0.1]));
}
