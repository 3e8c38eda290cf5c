using Axfl.Research.Robustness;
using Axfl.Research.Statistics;

namespace Axfl.Research.Tests.Robustness;

public class TradeWalkTests
{
    private static readonly double[][] Days = [[1], [-1], [-1], [2], [-1]];

    [Fact]
    public void Drawdown_as_it_came_is_two() => Assert.Equal(new TradeWalk(0, 2, 2), TradeWalk.Of(Days, [0, 1, 2, 3, 4]));

    [Fact]
    public void Of_all_orders_of_five_days_12_have_a_drawdown_of_1_72_of_2_and_36_of_3()
    {
        double[] drawdowns = [.. Orders([0, 1, 2, 3, 4]).Select(o => TradeWalk.Of(Days, o).MaxDrawdownR).Order()];
        Assert.Equal([(1.0, 12), (2.0, 72), (3.0, 36)], drawdowns.GroupBy(d => d).Select(g => (g.Key, g.Count())));
        Assert.Equal(2.2, drawdowns.Average(), 9);
        Assert.Equal(3, NearestRank.Of(drawdowns, 0.95));
    }

    [Fact]
    public void Trades_of_a_day_keep_their_order() => Assert.Equal(new TradeWalk(1, 2, 2), TradeWalk.Of([[2, -1, -1], [1]], [0, 1]));

    [Fact]
    public void A_losing_run_goes_on_over_days_and_an_R_of_zero_ends_it() => Assert.Equal(3, TradeWalk.Of([[1, -1, -1], [], [-1], [0, -1]], [0, 1, 2, 3]).LongestLosingRun);

    [Fact]
    public void No_trade_is_nothing() => Assert.Equal(new TradeWalk(0, 0, 0), TradeWalk.Of([[], []], [1, 0]));

    private static IEnumerable<int[]> Orders(int[] rest) =>
        rest.Length == 0 ? [[]] : rest.SelectMany(first => Orders([.. rest.Where(i => i != first)]).Select(after => (int[])[first, .. after]));
}
