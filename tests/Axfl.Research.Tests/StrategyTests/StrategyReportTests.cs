using Axfl.Contracts;
using Axfl.Research.StrategyTests;
using Axfl.Runtime;

namespace Axfl.Research.Tests.StrategyTests;

/// <summary>What a report says, and what is refused.</summary>
public class StrategyReportTests
{
    [Fact]
    public void The_warm_up_needed_is_the_least_from_which_all_actions_are_those_of_the_longest()
    {
        var report = StrategyTestRun.Of("week_memory");
        Assert.Equal(5, report.NeedsWarmupDays);
        Assert.Equal([0, 1, 2, 3, 5, 10, 20, 40], report.Warmups.Select(w => w.Days));
        Assert.All(report.Warmups.Where(w => w.Days < 5), w => Assert.True(w.ShareThatDiffers > 0 && w.MaxPriceDifferencePips > 0));
        Assert.All(report.Warmups.Where(w => w.Days >= 5), w => Assert.Equal((0, 0), (w.ShareThatDiffers, w.MaxPriceDifferencePips)));
        Assert.Contains(report.Warnings, w => w.StartsWith("warm-up: warmup_days is 3, and 5 are needed", StringComparison.Ordinal));
    }

    [Fact]
    public void A_strategy_that_did_nothing_has_passed_nothing()
    {
        var report = StrategyTestRun.Of("orb", "strategies.orb.params.min_range_pips=1000");
        Assert.Equal(0, report.Actions);
        Assert.False(report.Ok);
        Assert.All(["look-ahead", "shared state", "determinism", "outside knowledge", "warm-up"], n => Assert.Equal("not run", StrategyTestRun.Check(report, n).Result));
    }

    [Fact]
    public void Where_no_process_can_be_started_the_report_says_what_was_not_tried()
    {
        var report = StrategyTestRun.Of("orb");
        Assert.EndsWith("not tried: another local time zone, because no program was found that could be started for it", StrategyTestRun.Check(report, "determinism").Detail, StringComparison.Ordinal);
        Assert.Contains("in this process", StrategyTestRun.Check(report, "outside knowledge").Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_process_that_cannot_be_started_is_named()
    {
        var report = StrategyTestRun.Of(StrategyTestRun.Request("orb") with { Host = new StrategyTestHost("/no/such/program", []) });
        Assert.Contains("/no/such/program", StrategyTestRun.Check(report, "outside knowledge").Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_strategy_there_is_not_is_refused_with_the_nearest()
    {
        var error = Assert.Throws<AxflException>(() => StrategyTestRun.Of("orbb"));
        Assert.Equal("StrategyNotFound", error.ErrorId);
        Assert.Contains("Did you mean 'orb'?", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_001)]
    public void Cuts_out_of_their_range_are_refused(int cuts) =>
        Assert.Equal("CutsOutOfRange", Assert.Throws<AxflException>(() => StrategyTestRun.Of(StrategyTestRun.Request("orb") with { Cuts = cuts })).ErrorId);

    [Fact]
    public void A_parameter_out_of_its_range_is_refused() =>
        Assert.Contains("range_minutes", Assert.Throws<ConfigurationException>(() => StrategyTestRun.Of("orb", "strategies.orb.params.range_minutes=-1")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_strategy_that_the_profile_does_not_trade_is_refused()
    {
        using var sessions = new Axfl.Testing.SessionsFiles(Axfl.Testing.SessionsFiles.Small);
        var request = StrategyTestRun.Request("orb");
        Assert.Equal("StrategyNotInPlan", Assert.Throws<AxflException>(() => StrategyTestRun.Of(request with { Run = request.Run with { SessionsPath = sessions.Path } })).ErrorId);
    }

    [Fact]
    public void A_test_that_is_stopped_leaves_no_folder()
    {
        using var stop = new CancellationTokenSource();
        var folder = Directory.CreateTempSubdirectory("axfl-stopped-").FullName;
        var tests = new StrategyTestRuns(new AxflRuntime().GetStrategies, TimeProvider.System, folder);
        Assert.Throws<OperationCanceledException>(() => tests.Run(StrategyTestRun.Request("orb"), new Stopping(stop), stop.Token));
        Assert.Empty(Directory.GetFileSystemEntries(folder));
        Directory.Delete(folder);
    }

    private sealed class Stopping(CancellationTokenSource stop) : IProgress<double>
    {
        public void Report(double value) => stop.Cancel();
    }
}
