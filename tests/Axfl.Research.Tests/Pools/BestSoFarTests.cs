using Axfl.Contracts;
using Axfl.Research.Pools;
using Axfl.Research.Store;
using Axfl.Research.Sweeps;

namespace Axfl.Research.Tests.Pools;

/// <summary>What the progress of a sweep says of the best trial so far.</summary>
public sealed class BestSoFarTests
{
    private static readonly double[] Days = [.. Enumerable.Range(0, 40).Select(static i => i % 3 - 0.8)];

    [Fact]
    public void One_trial_among_many_plans_tried_is_not_judged_as_if_it_were_the_only_one()
    {
        var best = new BestSoFar(SweepObjective.Usual, Days.Length);
        best.Take(1, Row(0.1));
        Assert.Null(best.Show(50)!.Deflated);
        Assert.NotNull(best.Show(1)!.Deflated);
        best.Take(2, Row(0.05));
        Assert.NotNull(best.Show(50)!.Deflated);
    }

    private static TrialRow Row(double mean) => new()
    {
        Key = "", Dataset = "", PlanHash = "", Version = "", Worker = "", DoneAt = default, R = Days, Metrics = new TrialMetrics { Trades = 200, AverageR = mean, MeanDayR = mean, DayDeviationR = 1 },
    };
}
