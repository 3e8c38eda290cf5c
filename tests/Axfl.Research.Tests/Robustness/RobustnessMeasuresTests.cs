using Axfl.Contracts;
using Axfl.Research.Robustness;
using Axfl.Research.Tests.Trials;
using Axfl.Testing.Harness;

namespace Axfl.Research.Tests.Robustness;

/// <summary>What a run would have been over many draws.</summary>
public class RobustnessMeasuresTests
{
    private const int BarsADay = 288;

    // One trade a day: 1, -1, -1, 2, -1, again and again.
    private static Scenario Days(int count)
    {
        double[] results = [1, -1, -1, 2, -1];
        var scenario = new Scenario().Spread(0.5);
        for (var day = 0; day < count; day++)
        {
            var (first, r) = (day * BarsADay, results[day % results.Length]);
            scenario.At(first, d => d.Buy(-10, r > 0 ? r * 10 : 50)).Flat().Flat();
            scenario.Bar(0, Math.Max(0, r * 10), Math.Min(0, r * 10), 0).Gap(BarsADay - 3);
        }

        return scenario;
    }

    private static IReadOnlyList<RobustnessMeasure> Of(Scenario scenario, RobustnessRequest request) =>
        RobustnessMeasures.Of(Measured.Run(scenario), request, null, TestContext.Current.CancellationToken);

    private static double?[] Numbers(RobustnessMeasure row) => [row.Mean, row.Q01, row.Q05, row.Q25, row.Q50, row.Q75, row.Q95, row.Q99];

    [Fact]
    public void Each_kind_has_total_drawdown_and_longest_losing_run()
    {
        var rows = Of(Days(25), new() { Draws = 20 });
        Assert.Equal(RobustnessKinds.All.SelectMany(k => new[] { "total_r", "max_drawdown_r", "longest_losing_run" }.Select(m => (k, m))), rows.Select(r => (r.Kind, r.Measure)));
        Assert.All(rows, r =>
        {
            Assert.Equal((20, 1, 25, 25, ""), (r.Draws, r.Seed, r.Trades, r.Days, r.Reason));
            Assert.Equal(Numbers(r)[1..].Order(), Numbers(r)[1..]);
        });
    }

    [Fact]
    public void The_order_of_days_cannot_change_total_R_but_its_drawdown()
    {
        var rows = Of(Days(25), new() { Kinds = ["order"], Draws = 200 });
        Assert.All(Numbers(rows[0]), n => Assert.Equal(rows[0].AsRun, n!.Value, 9));
        Assert.True(rows[1].Q01 < rows[1].Q99);
        Assert.Equal(2, rows[2].AsRun);
    }

    [Fact]
    public void The_same_seed_gives_the_same_and_another_another()
    {
        RobustnessRequest request = new() { Draws = 30 };
        Assert.Equal(Of(Days(25), request), Of(Days(25), request));
        Assert.NotEqual(Of(Days(25), request).Select(r => Numbers(r)), Of(Days(25), request with { Seed = 2 }).Select(r => Numbers(r)));
    }

    [Fact]
    public void Fewer_than_twenty_days_are_not_resampled()
    {
        var rows = Of(Days(5), new() { Kinds = ["resample"] });
        Assert.All(rows, r => Assert.Equal((0, null, "fewer than 20 trading days"), (r.Draws, r.Q50, r.Reason)));
    }

    [Fact]
    public void Costs_are_drawn_around_those_of_the_plan_and_the_break_even_factor_is_where_nothing_is_left()
    {
        // Spread 0.5: each of the 25 trades loses 0.5 of 10 (+0.25 of entry). Costless 0 R of 25 trades: nothing to lose.
        var rows = Of(Days(25), new() { Kinds = ["costs"], Draws = 50 });
        Assert.True(rows[0].Q05 < rows[0].AsRun && rows[0].AsRun < rows[0].Q95);
        Assert.All(rows, r => Assert.Null(r.BreakEvenCostFactor));

        var winning = Of(Days(4), new() { Kinds = ["costs"], Draws = 10 });
        var factor = winning[0].BreakEvenCostFactor!.Value;
        var at = Measured.Run(Days(4).Plan(p => CostDraws.At(p, factor))).AsRun.Metrics.TotalR;
        Assert.InRange(at, -0.01, 0.01);
        Assert.All(winning, r => Assert.Equal(factor, r.BreakEvenCostFactor));
    }

    [Fact]
    public void Missed_entries_leave_trades_out()
    {
        var rows = Of(Days(25), new() { Kinds = ["missed"], Draws = 100 });
        Assert.True(rows[0].Q05 < rows[0].Q95);
    }

    [Fact]
    public void A_run_without_trades_is_zero_throughout() =>
        Assert.All(Of(new Scenario().Flat(count: 3), new() { Kinds = ["order", "missed"], Draws = 10 }), r => Assert.All(Numbers(r), n => Assert.Equal(0, n)));

    [Theory]
    [InlineData("ordr", 1000, "there is no such kind; use order, resample, costs, missed, jitter. Did you mean 'order'?")]
    [InlineData("order", 9, "give a number from 10 to 100000.")]
    [InlineData("order", 100_001, "give a number from 10 to 100000.")]
    public void What_cannot_be_drawn_is_refused(string kind, int draws, string why)
    {
        var error = Assert.Throws<AxflException>(() => RobustnessMeasures.Check(new() { Kinds = [kind], Draws = draws }));
        Assert.Equal(("MeasureRequestInvalid", ErrorKind.Configuration), (error.ErrorId, error.Kind));
        Assert.EndsWith(why, error.Message);
    }

    [Fact]
    public void A_stop_ends_it() => Assert.ThrowsAny<OperationCanceledException>(() =>
        RobustnessMeasures.Of(Measured.Run(Days(5)), new() { Kinds = ["missed"] }, null, new CancellationToken(canceled: true)));
}
