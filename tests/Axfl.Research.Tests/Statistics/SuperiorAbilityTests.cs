using Axfl.Research.Statistics;

namespace Axfl.Research.Tests.Statistics;

public class SuperiorAbilityTests
{
    private static readonly double[][] Trials = [.. CrossValidationTests.Overfit, [-0.9, -0.8, -1, -0.7, -0.9, -1.1, -0.8, -0.6]];

    private static readonly int[][] Resamples =
        [.. new[] { "01234567", "23456701", "00114455", "23236767", "45014501", "76543210", "12312356", "67067023" }.Select(days => days.Select(d => d - '0').ToArray())];

    [Fact]
    public void Long_run_deviations_of_the_worked_example()
    {
        var kernel = SuperiorAbility.Kernel(8, 0.5);
        Assert.Equal([0.392021, 0.225601, 0.151682, 0.122793], Trials.Select(t => Math.Round(SuperiorAbility.Omega(t, t.Average(), kernel), 6)));
    }

    [Fact]
    public void The_worked_example()
    {
        var result = SuperiorAbility.Of(Trials, 0.5, Resamples)!;
        Assert.Equal(1.165441, result.V, 1e-6);
        Assert.Equal((0.5, 0.5, 0.625), (result.Lower, result.Consistent, result.Upper));
    }

    [Fact]
    public void A_trial_that_never_moves_changes_nothing()
    {
        Assert.Equal(SuperiorAbility.Of(Trials, 0.5, Resamples), SuperiorAbility.Of([.. Trials, new double[8]], 0.5, Resamples));
        Assert.Null(SuperiorAbility.Of([new double[8]], 0.5, Resamples));
    }
}
